/// What sort of file a name promises.
///
/// A guess for people who look at a list: nothing is opened, run or decided by it.
package enum MediaType {
  /// The media type that usually goes with the name's extension; empty for any other.
  package static func guessed(from name: String) -> String {
    guard let dot = name.lastIndex(of: ".") else { return "" }
    return known[name[name.index(after: dot)...].lowercased()] ?? ""
  }

  /// The extension that a name usually has for files of `type`, without its dot.
  package static func usualExtension(of type: String) -> String? {
    known.filter { $0.value == type }.keys.min()
  }

  private static let known: [String: String] = [
    "avi": "video/x-msvideo", "csv": "text/csv", "doc": "application/msword",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "eml": "message/rfc822", "gif": "image/gif", "heic": "image/heic", "htm": "text/html",
    "html": "text/html", "jpeg": "image/jpeg", "jpg": "image/jpeg", "json": "application/json",
    "m4a": "audio/mp4", "md": "text/markdown", "mkv": "video/x-matroska",
    "mov": "video/quicktime", "mp3": "audio/mpeg", "mp4": "video/mp4",
    "odt": "application/vnd.oasis.opendocument.text", "ogg": "audio/ogg", "opus": "audio/opus",
    "pdf": "application/pdf", "png": "image/png", "rtf": "application/rtf",
    "svg": "image/svg+xml", "txt": "text/plain", "wav": "audio/wav", "webm": "video/webm",
    "webp": "image/webp",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
  ]
}
