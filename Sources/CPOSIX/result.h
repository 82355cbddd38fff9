#ifndef RESULT_H
#define RESULT_H

#include <errno.h>

// What a call returned, or the negated error number.
static inline int result(long value) { return value < 0 ? -errno : (int)value; }

#endif
