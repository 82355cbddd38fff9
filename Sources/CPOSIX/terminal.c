// Standard streams, and asking on a terminal.

#define _GNU_SOURCE
#include "CPOSIX.h"
#include "result.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

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
  // A line without an end, such as that of a device, is not read for ever.
  size_t too_long = 0;
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
    else if (++too_long == 1 << 16) break;
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
