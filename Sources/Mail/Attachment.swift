/// A file that came with a mail, whether shown in its text or not.
///
/// Its bytes are decoded when they are asked for; until then it shares those of the mail.
package struct Attachment: Sendable {
  /// The name of the file as the mail gives it, decoded, and no safer than that: it may hold slashes,
  /// control characters, and be of any length.
  package let name: String?
  /// The declared type, such as `image/png`, in lower case; `application/octet-stream` when none can
  /// be made out.
  package let type: String
  /// Whether it is meant to be shown within the text, or does not say how it is meant.
  package let isInline: Bool
  /// How many bytes it has once decoded.
  package let byteCount: Int
  let encoded: EncodedBytes

  /// The decoded bytes.
  package var bytes: [UInt8] { encoded.decoded(limit: byteCount) }
}
