// Interrupts, the process and the machine.

#define _GNU_SOURCE
#include "CPOSIX.h"
#include "result.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static volatile sig_atomic_t interrupted;

static void note_interrupt(int number) {
  (void)number;
  interrupted = 1;
}

int conclave_interrupt_watch(void) {
  struct sigaction watching;
  memset(&watching, 0, sizeof watching);
  sigemptyset(&watching.sa_mask);
  watching.sa_handler = note_interrupt;
  // Watched once: the second signal ends the program, so that nobody must wait for the first to be
  // noticed.
  watching.sa_flags = (int)(SA_RESTART | SA_RESETHAND);
  return result(sigaction(SIGINT, &watching, NULL));
}

int conclave_interrupt_requested(void) { return interrupted; }

void conclave_interrupt_clear(void) { interrupted = 0; }


static int64_t nanoseconds(clockid_t clock) {
  struct timespec now;
  if (clock_gettime(clock, &now) < 0) return 0;
  return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

int64_t conclave_realtime_nanoseconds(void) { return nanoseconds(CLOCK_REALTIME); }

int64_t conclave_monotonic_nanoseconds(void) { return nanoseconds(CLOCK_MONOTONIC); }

int conclave_sleep_nanoseconds(int64_t duration) {
  struct timespec length = {duration / 1000000000, duration % 1000000000};
  return result(nanosleep(&length, NULL));
}

int conclave_getcwd(unsigned char *buffer, size_t capacity) {
  return getcwd((char *)buffer, capacity) == NULL ? -errno : 0;
}

int conclave_hostname(unsigned char *buffer, size_t capacity) {
  if (gethostname((char *)buffer, capacity) < 0) return -errno;
  return (int)strnlen((const char *)buffer, capacity);
}

const unsigned char *conclave_getenv(const unsigned char *name) {
  return (const unsigned char *)getenv((const char *)name);
}

unsigned conclave_umask(unsigned mask) { return umask(mask); }

unsigned conclave_user(void) { return geteuid(); }

static int resource(int which) {
  static const int known[] = {RLIMIT_CORE, RLIMIT_FSIZE, RLIMIT_NOFILE, RLIMIT_MEMLOCK};
  return known[which & 3];
}

int conclave_set_limit(int which, uint64_t value) {
  struct rlimit limit;
  if (getrlimit(resource(which), &limit) < 0) return -errno;
  limit.rlim_cur = value < limit.rlim_max ? value : limit.rlim_max;
  return result(setrlimit(resource(which), &limit));
}

int64_t conclave_get_limit(int which) {
  struct rlimit limit;
  if (getrlimit(resource(which), &limit) < 0) return -errno;
  return limit.rlim_cur > INT64_MAX ? INT64_MAX : (int64_t)limit.rlim_cur;
}

int conclave_forbid_dumps(void) { return result(prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)); }

int conclave_reset_crash_signals(void) {
  static const int crashes[] = {SIGILL, SIGTRAP, SIGSEGV, SIGABRT, SIGBUS, SIGFPE};
  for (unsigned i = 0; i < sizeof crashes / sizeof crashes[0]; i++)
    if (signal(crashes[i], SIG_DFL) == SIG_ERR) return -errno;
  return 0;
}
