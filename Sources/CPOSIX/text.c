// Character sets.

#define _GNU_SOURCE
#include "CPOSIX.h"

#include <iconv.h>
#include <stddef.h>

int conclave_iconv_open(const unsigned char *from, void **conversion) {
  iconv_t opened = iconv_open("UTF-8", (const char *)from);
  if (opened == (iconv_t)-1) return -errno;
  *conversion = opened;
  return 0;
}

struct conclave_converted conclave_iconv(void *conversion, const unsigned char *bytes, size_t count,
                                         unsigned char *text, size_t capacity) {
  // iconv(3) takes what it reads without `const`, and does not write there.
  char *from = (char *)bytes, *to = (char *)text;
  size_t bytes_left = count, room_left = capacity;
  size_t status =
      iconv(conversion, bytes == NULL ? NULL : &from, &bytes_left, &to, &room_left);
  struct conclave_converted converted = {
      .error = status == (size_t)-1 ? errno : 0,
      .taken = bytes == NULL ? 0 : count - bytes_left,
      .made = capacity - room_left,
  };
  return converted;
}

void conclave_iconv_close(void *conversion) { iconv_close(conversion); }
