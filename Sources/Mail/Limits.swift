/// How much of a mail is read.
///
/// Whatever goes beyond is left out and said by a ``Quirk``. The original holds it.
struct Limits: Sendable {
  /// Bytes of the file: 64 MiB.
  var byteCount = Message.byteLimit
  /// Parts in one another.
  var depth = 32
  /// Parts in all, of every depth.
  var partCount = 1000
  /// Bytes of one header.
  var headerByteCount = 256 << 10
  /// Fields of one header.
  var fieldCount = 1000
  /// Mailboxes of one field.
  var mailboxCount = 1000
  /// Bytes of UTF-8 of all texts, of the message and of those forwarded in it.
  var textByteCount = 16 << 20
  /// How much longer than the file the encoded messages within it may be once decoded.
  var decodedByteCount = 64 << 20
}
