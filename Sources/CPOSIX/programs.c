// Other programs, run at the terminal and waited for.

#define _GNU_SOURCE
#include "CPOSIX.h"
#include "result.h"

#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

// Signals that would end this process are kept until what lies in clear is gone again.

static volatile sig_atomic_t held_signal = 0;
static volatile sig_atomic_t running = 0;
static struct sigaction before_interrupt, before_quit, before_hangup, before_terminate;

static void note(int signal) {
  held_signal = signal;
  // Whoever ends this process ends the program it waits for.
  if (running > 0) kill(running, SIGHUP);
}

int conclave_hold_signals(void) {
  struct sigaction ignore, keep;
  memset(&ignore, 0, sizeof ignore);
  ignore.sa_handler = SIG_IGN;
  memset(&keep, 0, sizeof keep);
  keep.sa_handler = note;
  keep.sa_flags = SA_RESTART;
  sigfillset(&keep.sa_mask);
  held_signal = 0;
  if (sigaction(SIGINT, &ignore, &before_interrupt) < 0) return -errno;
  if (sigaction(SIGQUIT, &ignore, &before_quit) < 0) return -errno;
  if (sigaction(SIGHUP, &keep, &before_hangup) < 0) return -errno;
  if (sigaction(SIGTERM, &keep, &before_terminate) < 0) return -errno;
  return 0;
}

void conclave_release_signals(void) {
  sigaction(SIGINT, &before_interrupt, NULL);
  sigaction(SIGQUIT, &before_quit, NULL);
  sigaction(SIGHUP, &before_hangup, NULL);
  sigaction(SIGTERM, &before_terminate, NULL);
  if (held_signal != 0) raise(held_signal);
}

// The program's words, and the environment with another folder for temporary files.

static char **split(const unsigned char *words, size_t count) {
  char **list = calloc(count + 1, sizeof *list);
  if (list == NULL) return NULL;
  char *next = (char *)words;
  for (size_t index = 0; index < count; index++) {
    list[index] = next;
    next += strlen(next) + 1;
  }
  return list;
}

static char **environment(char *temporaries) {
  size_t count = 0;
  while (environ[count] != NULL) count++;
  char **list = calloc(count + 2, sizeof *list);
  if (list == NULL) return NULL;
  size_t kept = 0;
  for (size_t index = 0; index < count; index++) {
    if (strncmp(environ[index], "TMPDIR=", 7) != 0) list[kept++] = environ[index];
  }
  list[kept] = temporaries;
  return list;
}

static int spawn(pid_t *child, char **words, char **variables) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  sigset_t all, none;
  sigfillset(&all);
  sigemptyset(&none);
  int error = posix_spawn_file_actions_init(&actions);
  if (error != 0) return -error;
  error = posix_spawnattr_init(&attributes);
  if (error != 0) {
    posix_spawn_file_actions_destroy(&actions);
    return -error;
  }
  // Standard output may be a file or a pipe; standard error is the terminal.
  error = posix_spawn_file_actions_adddup2(&actions, 2, 1);
#ifdef __GLIBC__
#if __GLIBC_PREREQ(2, 34)
  if (error == 0) error = posix_spawn_file_actions_addclosefrom_np(&actions, 3);
#endif
#endif
  if (error == 0) error = posix_spawnattr_setsigdefault(&attributes, &all);
  if (error == 0) error = posix_spawnattr_setsigmask(&attributes, &none);
  if (error == 0) {
    error = posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
  }
  if (error == 0) error = posix_spawnp(child, words[0], &actions, &attributes, words, variables);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return -error;
}

int conclave_run(const unsigned char *words, size_t count, const unsigned char *temporaries) {
  char **list = split(words, count);
  char **variables = environment((char *)temporaries);
  int answer = -ENOMEM;
  pid_t child = 0;
  if (list != NULL && variables != NULL) answer = spawn(&child, list, variables);
  free(list);
  free(variables);
  if (answer < 0) return answer;
  running = child;
  int status = 0;
  pid_t ended;
  do {
    ended = waitpid(child, &status, 0);
  } while (ended < 0 && errno == EINTR);
  running = 0;
  if (ended < 0) return -errno;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 256 + WTERMSIG(status);
}

ssize_t conclave_find_program(const unsigned char *name, unsigned char *buffer, size_t capacity) {
  char path[PATH_MAX], resolved[PATH_MAX];
  const char *word = (const char *)name;
  const char *folders = strchr(word, '/') == NULL ? getenv("PATH") : "";
  if (folders == NULL) return -ENOENT;
  for (;;) {
    const char *end = strchrnul(folders, ':');
    int length = end - folders;
    int written = length == 0
                      ? snprintf(path, sizeof path, "%s", word)
                      : snprintf(path, sizeof path, "%.*s/%s", length, folders, word);
    struct stat found;
    if (written > 0 && (size_t)written < sizeof path && access(path, X_OK) == 0 &&
        stat(path, &found) == 0 && S_ISREG(found.st_mode) && realpath(path, resolved) != NULL) {
      size_t count = strlen(resolved);
      if (count >= capacity) return -ENAMETOOLONG;
      memcpy(buffer, resolved, count + 1);
      return count;
    }
    if (*end == 0) return -ENOENT;
    folders = end + 1;
  }
}

// Files that never reach a disk.

int conclave_is_in_memory(int folder) {
  struct statfs found;
  if (fstatfs(folder, &found) < 0) return -errno;
  return found.f_type == 0x01021994 /* tmpfs */ || (unsigned long)found.f_type == 0x858458f6ul /* ramfs */;
}

int conclave_wipe(int folder, const unsigned char *name) {
  int file = openat(folder, (const char *)name,
                    O_WRONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  if (file >= 0) {
    struct stat found;
    unsigned char zeros[4096];
    memset(zeros, 0, sizeof zeros);
    if (fstat(file, &found) == 0 && S_ISREG(found.st_mode)) {
      for (off_t place = 0; place < found.st_size;) {
        size_t rest = found.st_size - place;
        ssize_t put = write(file, zeros, rest < sizeof zeros ? rest : sizeof zeros);
        if (put <= 0) break;
        place += put;
      }
    }
    close(file);
  }
  return result(unlinkat(folder, (const char *)name, 0));
}
