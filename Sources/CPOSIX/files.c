// Files, folders and locks.

#define _GNU_SOURCE
#include "CPOSIX.h"
#include "result.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

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

struct conclave_status conclave_stat(const unsigned char *path) {
  struct stat found;
  return translated(stat((const char *)path, &found), &found);
}

// Bytes.

ssize_t conclave_read(int descriptor, void *buffer, size_t count) {
  ssize_t got;
  do {
    got = read(descriptor, buffer, count);
  } while (got < 0 && errno == EINTR);
  return got < 0 ? -errno : got;
}

ssize_t conclave_pread(int descriptor, void *buffer, size_t count, int64_t offset) {
  ssize_t got;
  do {
    got = pread(descriptor, buffer, count, offset);
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
