#define _GNU_SOURCE
#include "CPOSIX.h"

#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

static int result(long value) { return value < 0 ? -errno : (int)value; }

// Opening.

static int system_flags(int flags) {
  switch (flags) {
  case 1: return O_RDONLY | O_DIRECTORY | O_CLOEXEC;
  case 2: return O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC;
  case 3: return O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC;
  default: return O_RDONLY | O_NOCTTY | O_CLOEXEC;
  }
}

int conclave_open(const unsigned char *path, int flags, unsigned mode) {
  int descriptor;
  do {
    descriptor = open((const char *)path, system_flags(flags), mode);
  } while (descriptor < 0 && errno == EINTR);
  return result(descriptor);
}

int conclave_openat(int folder, const unsigned char *name, int flags, unsigned mode) {
  int descriptor;
  do {
    descriptor = openat(folder, (const char *)name, system_flags(flags) | O_NOFOLLOW, mode);
  } while (descriptor < 0 && errno == EINTR);
  return result(descriptor);
}

// Not repeated after EINTR: on Linux the descriptor is closed all the same.
int conclave_close(int descriptor) { return result(close(descriptor)); }

// What a file is.

static struct conclave_status translated(int status, const struct stat *from) {
  struct conclave_status to;
  memset(&to, 0, sizeof to);
  if (status < 0) {
    to.error = errno;
    return to;
  }
  to.kind = from->st_mode & S_IFMT;
  to.mode = from->st_mode & 07777;
  to.owner = from->st_uid;
  to.size = from->st_size;
  to.modified_nanoseconds = (int64_t)from->st_mtim.tv_sec * 1000000000 + from->st_mtim.tv_nsec;
  to.inode = from->st_ino;
  to.device = from->st_dev;
  return to;
}

struct conclave_status conclave_fstat(int descriptor) {
  struct stat found;
  return translated(fstat(descriptor, &found), &found);
}

struct conclave_status conclave_lstatat(int folder, const unsigned char *name) {
  struct stat found;
  return translated(fstatat(folder, (const char *)name, &found, AT_SYMLINK_NOFOLLOW), &found);
}

// Bytes.

ssize_t conclave_read(int descriptor, void *buffer, size_t count) {
  ssize_t got;
  do {
    got = read(descriptor, buffer, count);
  } while (got < 0 && errno == EINTR);
  return got < 0 ? -errno : got;
}

ssize_t conclave_write(int descriptor, const void *bytes, size_t count) {
  ssize_t put;
  do {
    put = write(descriptor, bytes, count);
  } while (put < 0 && errno == EINTR);
  return put < 0 ? -errno : put;
}

int conclave_fchmod(int descriptor, unsigned mode) { return result(fchmod(descriptor, mode)); }

int conclave_fsync(int descriptor) {
  int status;
  do {
    status = fsync(descriptor);
  } while (status < 0 && errno == EINTR);
  return result(status);
}

int conclave_syncfs(int descriptor) { return result(syncfs(descriptor)); }

// Folders.

int conclave_mkdirat(int folder, const unsigned char *name, unsigned mode) {
  return result(mkdirat(folder, (const char *)name, mode));
}

int conclave_mkdir(const unsigned char *path, unsigned mode) {
  return result(mkdir((const char *)path, mode));
}

int conclave_unlinkat(int folder, const unsigned char *name) {
  return result(unlinkat(folder, (const char *)name, 0));
}

int conclave_rmdirat(int folder, const unsigned char *name) {
  return result(unlinkat(folder, (const char *)name, AT_REMOVEDIR));
}

int conclave_renameat(int from, const unsigned char *old_name, int to,
                      const unsigned char *new_name) {
  return result(renameat(from, (const char *)old_name, to, (const char *)new_name));
}

// File systems that cannot refuse to replace (EINVAL) may have hard links, which do refuse. Those
// that have neither, as some network folders, are looked at first.
int conclave_renameat_noreplace(int from, const unsigned char *old_name, int to,
                                const unsigned char *new_name) {
  const char *old = (const char *)old_name, *new = (const char *)new_name;
  int status = renameat2(from, old, to, new, RENAME_NOREPLACE);
  if (status == 0 || (errno != EINVAL && errno != ENOSYS)) return result(status);
  if (linkat(from, old, to, new, 0) == 0) return result(unlinkat(from, old, 0));
  if (errno != EPERM && errno != ENOSYS && errno != EOPNOTSUPP && errno != EINVAL) return -errno;
  struct stat found;
  if (fstatat(to, new, &found, AT_SYMLINK_NOFOLLOW) == 0) return -EEXIST;
  return result(renameat(from, old, to, new));
}

int conclave_opendir(int folder, DIR **listing) {
  int descriptor = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return -errno;
  *listing = fdopendir(descriptor);
  if (*listing == NULL) {
    int error = errno;
    close(descriptor);
    return -error;
  }
  return 0;
}

int conclave_readdir(DIR *listing, struct conclave_entry *entry) {
  for (;;) {
    errno = 0;
    struct dirent *found = readdir(listing);
    if (found == NULL) return -errno;
    if (strcmp(found->d_name, ".") == 0 || strcmp(found->d_name, "..") == 0) continue;
    entry->name = (const unsigned char *)found->d_name;
    entry->name_length = strlen(found->d_name);
    entry->type = found->d_type;
    return 1;
  }
}

void conclave_closedir(DIR *listing) { closedir(listing); }

// Locks.

int conclave_flock(int descriptor, int shared, int wait) {
  int status;
  do {
    status = flock(descriptor, (shared ? LOCK_SH : LOCK_EX) | (wait ? 0 : LOCK_NB));
  } while (status < 0 && errno == EINTR);
  return result(status);
}

// Terminals and signals.

int conclave_isatty(int descriptor) { return isatty(descriptor); }

int conclave_columns(int descriptor) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) < 0) return -errno;
  return size.ws_col;
}

static ssize_t write_waiting(int descriptor, const void *bytes, size_t count) {
  for (;;) {
    ssize_t put = conclave_write(descriptor, bytes, count);
    if (put != -EAGAIN) return put;
    struct pollfd ready = {.fd = descriptor, .events = POLLOUT};
    if (poll(&ready, 1, -1) < 0 && errno != EINTR) return -errno;
  }
}

// Blocking the signal for one write, rather than ignoring it for good, leaves programs that are
// started later (an editor, a pager) the behaviour they expect.
ssize_t conclave_write_quietly(int descriptor, const void *bytes, size_t count) {
  sigset_t pipe_signal, before, pending;
  sigemptyset(&pipe_signal);
  sigaddset(&pipe_signal, SIGPIPE);
  sigpending(&pending);
  int was_pending = sigismember(&pending, SIGPIPE);
  int blocked = pthread_sigmask(SIG_BLOCK, &pipe_signal, &before);
  if (blocked != 0) return -blocked;
  ssize_t put = write_waiting(descriptor, bytes, count);
  if (put == -EPIPE && !was_pending) {
    struct timespec none = {0, 0};
    while (sigtimedwait(&pipe_signal, NULL, &none) < 0 && errno == EINTR) {
    }
  }
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  return put;
}

static ssize_t read_line(int descriptor, unsigned char *buffer, size_t capacity,
                         const volatile sig_atomic_t *stop) {
  size_t count = 0;
  int too_long = 0;
  unsigned char rest = 0;
  for (;;) {
    // Looking up now and then: a signal may be delivered to another thread, or just before the call.
    struct pollfd ready = {.fd = descriptor, .events = POLLIN};
    int readable = poll(&ready, 1, stop != NULL ? 200 : -1);
    if (stop != NULL && *stop) return -EINTR;
    if (readable == 0 || (readable < 0 && errno == EINTR)) continue;
    if (readable < 0) return -errno;
    unsigned char *next = count < capacity ? buffer + count : &rest;
    ssize_t got = read(descriptor, next, 1);
    if (got < 0 && (errno == EAGAIN || errno == EINTR)) continue;
    if (got < 0) return -errno;
    if (got == 0 && count == 0) return -ENODATA;
    if (got == 0 || *next == '\n') break;
    if (count < capacity) count += 1;
    else too_long = 1;
    rest = 0;
  }
  if (count < capacity) buffer[count] = 0;
  return too_long ? -EMSGSIZE : (ssize_t)count;
}

ssize_t conclave_read_line(int descriptor, unsigned char *buffer, size_t capacity) {
  return read_line(descriptor, buffer, capacity, NULL);
}

// As readpassphrase(3) does it: catch what would end or stop the program, put the terminal back, and
// only then let the signal do its work; after a stop, ask again.

static const int caught_signals[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGTTIN, SIGTTOU,
                                     SIGALRM};
enum { caught_count = sizeof caught_signals / sizeof caught_signals[0] };
static volatile sig_atomic_t caught[NSIG];
static volatile sig_atomic_t any_caught;

static void catch_signal(int number) {
  caught[number] = 1;
  any_caught = 1;
}

static ssize_t read_secret_line_once(int terminal, const unsigned char *prompt,
                                     size_t prompt_length, unsigned char *buffer,
                                     size_t capacity) {
  struct termios before, silent;
  struct sigaction catching, saved[caught_count];
  for (int i = 0; i < caught_count; i++) caught[caught_signals[i]] = 0;
  any_caught = 0;
  memset(&catching, 0, sizeof catching);
  sigemptyset(&catching.sa_mask);
  catching.sa_handler = catch_signal;
  for (int i = 0; i < caught_count; i++) sigaction(caught_signals[i], &catching, &saved[i]);

  ssize_t count;
  if (tcgetattr(terminal, &before) < 0) {
    count = -errno;
  } else {
    silent = before;
    silent.c_lflag &= ~(tcflag_t)(ECHO | ECHONL);
    if (tcsetattr(terminal, TCSAFLUSH, &silent) < 0) {
      count = -errno;
    } else {
      conclave_write_quietly(terminal, prompt, prompt_length);
      count = read_line(terminal, buffer, capacity, &any_caught);
      conclave_write_quietly(terminal, "\n", 1);
      while (tcsetattr(terminal, TCSAFLUSH, &before) < 0 && errno == EINTR && !caught[SIGTTOU]) {
      }
    }
  }
  for (int i = 0; i < caught_count; i++) sigaction(caught_signals[i], &saved[i], NULL);
  return count;
}

// Sends this thread what was caught. Returns whether the question is to be asked again.
static int raise_caught(void) {
  int again = 0;
  for (int i = 0; i < caught_count; i++) {
    int number = caught_signals[i];
    if (!caught[number]) continue;
    if (number == SIGTSTP || number == SIGTTIN || number == SIGTTOU) again = 1;
    raise(number);
  }
  return again;
}

ssize_t conclave_read_secret_line(const unsigned char *prompt, size_t prompt_length,
                                  unsigned char *buffer, size_t capacity) {
  int terminal = open("/dev/tty", O_RDWR | O_CLOEXEC);
  if (terminal < 0) return -errno;
  // Let through on this thread, which may be one that blocks them: a signal raised again must have
  // done its work before the question is asked again, or it would be caught a second time.
  sigset_t let_through, before;
  sigemptyset(&let_through);
  for (int i = 0; i < caught_count; i++) sigaddset(&let_through, caught_signals[i]);
  pthread_sigmask(SIG_UNBLOCK, &let_through, &before);
  ssize_t count;
  int again;
  do {
    count = read_secret_line_once(terminal, prompt, prompt_length, buffer, capacity);
    again = raise_caught();
  } while (again && count == -EINTR);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  close(terminal);
  return count;
}

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

// The process and the machine.

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
