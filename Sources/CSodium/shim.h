#include <sodium.h>
#include <sys/prctl.h>

// Swift does not import variadic functions.
static inline int conclave_forbid_dumping(void) { return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); }
static inline int conclave_may_be_dumped(void) { return prctl(PR_GET_DUMPABLE, 0, 0, 0, 0); }
