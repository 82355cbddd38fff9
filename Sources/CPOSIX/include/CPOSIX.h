// The system calls that POSIX uses, each as a function that Swift can import.
//
// Every function returns what the call returns, or the negated error number, so that no caller reads
// `errno`. Names are NUL-terminated bytes, because a file name is bytes and need not be text.

#ifndef CPOSIX_H
#define CPOSIX_H

#include <dirent.h>
#include <errno.h>
#include <stdint.h>
#include <sys/types.h>

// Opening.

int conclave_open(const unsigned char *path, int flags, unsigned mode);
int conclave_openat(int folder, const unsigned char *name, int flags, unsigned mode);
int conclave_close(int descriptor);

static const int conclave_open_folder_flags = 1;
static const int conclave_open_read_flags = 2;
static const int conclave_open_create_flags = 3;
static const int conclave_open_wait_flags = 4;

// What a file is.

struct conclave_status {
  int error;
  unsigned kind;
  unsigned mode;
  unsigned owner;
  int64_t size;
  int64_t modified_nanoseconds;
  uint64_t inode;
  uint64_t device;
};

struct conclave_status conclave_fstat(int descriptor);
struct conclave_status conclave_lstatat(int folder, const unsigned char *name);
/// What lies at a path, at the end of all links.
struct conclave_status conclave_stat(const unsigned char *path);

// Bytes.

ssize_t conclave_read(int descriptor, void *buffer, size_t count);
/// Reads from `offset` on, and leaves the place from which `conclave_read` goes on.
ssize_t conclave_pread(int descriptor, void *buffer, size_t count, int64_t offset);
ssize_t conclave_write(int descriptor, const void *bytes, size_t count);
int conclave_fchmod(int descriptor, unsigned mode);
int conclave_fsync(int descriptor);
int conclave_syncfs(int descriptor);

// Folders.

int conclave_mkdirat(int folder, const unsigned char *name, unsigned mode);
int conclave_mkdir(const unsigned char *path, unsigned mode);
int conclave_unlinkat(int folder, const unsigned char *name);
int conclave_rmdirat(int folder, const unsigned char *name);
int conclave_renameat(int from, const unsigned char *old_name, int to, const unsigned char *new_name);
int conclave_renameat_noreplace(int from, const unsigned char *old_name, int to,
                                const unsigned char *new_name);

/// The entry last read: `name` is valid until the next call on the same listing.
struct conclave_entry {
  const unsigned char *name;
  size_t name_length;
  unsigned char type;
};

int conclave_opendir(int folder, DIR **listing);
/// Returns 1 with an entry, 0 at the end, or a negated error number.
int conclave_readdir(DIR *listing, struct conclave_entry *entry);
void conclave_closedir(DIR *listing);

// Locks.

int conclave_flock(int descriptor, int shared, int wait);

// Terminals and signals.

int conclave_isatty(int descriptor);
/// Returns the number of columns, or a negated error number.
int conclave_columns(int descriptor);
/// Writes without dying of SIGPIPE: a closed pipe is -EPIPE.
ssize_t conclave_write_quietly(int descriptor, const void *bytes, size_t count);
/// Reads one line byte by byte, straight into `buffer`; no byte after the newline is taken.
/// Returns the count without the newline, -ENODATA at the end of input, or -EMSGSIZE (the whole line
/// has then been read past).
ssize_t conclave_read_line(int descriptor, unsigned char *buffer, size_t capacity);
/// The same from the terminal, with the echo off, and on again whatever signal comes.
ssize_t conclave_read_secret_line(const unsigned char *prompt, size_t prompt_length,
                                  unsigned char *buffer, size_t capacity);
int conclave_interrupt_watch(void);
int conclave_interrupt_requested(void);
void conclave_interrupt_clear(void);

// The process and the machine.

int64_t conclave_realtime_nanoseconds(void);
int64_t conclave_monotonic_nanoseconds(void);
int conclave_sleep_nanoseconds(int64_t nanoseconds);
int conclave_hostname(unsigned char *buffer, size_t capacity);
/// Writes the path of the folder the process works in, with its final zero.
int conclave_getcwd(unsigned char *buffer, size_t capacity);
const unsigned char *conclave_getenv(const unsigned char *name);
unsigned conclave_umask(unsigned mask);
unsigned conclave_user(void);
/// Which: 0 core file size, 1 file size, 2 open files, 3 locked memory. The ceiling stays.
int conclave_set_limit(int which, uint64_t value);
int64_t conclave_get_limit(int which);
int conclave_forbid_dumps(void);
int conclave_reset_crash_signals(void);

// Other programs, and files that never reach a disk.

/// Ignores ^C, and keeps what would end this process until signals are released.
int conclave_hold_signals(void);
/// Restores what was, and lets a signal that was kept do what it does.
void conclave_release_signals(void);
/// Runs a program found in PATH and waits for it: `count` words, each with its final zero, one after
/// the other. `temporaries` is `TMPDIR=` and a path. Returns the exit status, 256 and more for the
/// signal that ended it, or a negated error number.
int conclave_run(const unsigned char *words, size_t count, const unsigned char *temporaries);
/// Writes where a program lies, links resolved, with its final zero; returns the length.
ssize_t conclave_find_program(const unsigned char *name, unsigned char *buffer, size_t capacity);
/// Returns 1 when the folder lies in a file system that is memory, otherwise 0.
int conclave_is_in_memory(int folder);
/// Overwrites a regular file and removes it.
int conclave_wipe(int folder, const unsigned char *name);

// Character sets.

/// What one call of iconv(3) did: `error` is 0, E2BIG (no room), EILSEQ (a byte that means nothing at
/// `taken`) or EINVAL (the last character is not whole).
struct conclave_converted {
  int error;
  size_t taken;
  size_t made;
};

/// Opens a conversion from the character set `from` to UTF-8.
int conclave_iconv_open(const unsigned char *from, void **conversion);
/// Converts what it can. Without `bytes`, writes what the conversion still holds.
struct conclave_converted conclave_iconv(void *conversion, const unsigned char *bytes, size_t count,
                                         unsigned char *text, size_t capacity);
void conclave_iconv_close(void *conversion);

#endif
