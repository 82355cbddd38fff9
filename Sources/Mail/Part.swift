/// A message or a part of one: its header, and where its body stands.
struct Part {
  let header: Header
  /// The declared type in lower case, or the one that holds where none can be read.
  var type: String
  let contentType: Parameters?
  let disposition: Parameters?
  let encoding: TransferEncoding
  /// The body in ``Header/source``, without the end of the line before a boundary.
  var body: Range<Int>
  var contents: Contents

  /// What the body is made of.
  indirect enum Contents {
    case bytes
    case parts([Part])
    /// A message, and what was odd about its form.
    case message(Part, Set<Quirk>)
  }

  /// Makes sense of `header`; the body is not read yet.
  init(_ header: Header, defaultType: String, bodyAt start: Int, _ reading: inout Reading) {
    self.header = header
    contentType = header.first("content-type").map { Parameters($0, &reading) }
    disposition = header.first("content-disposition").map { Parameters($0, &reading) }
    let label = header.first("content-transfer-encoding").map {
      Parameters($0, &reading).value
    }
    encoding = TransferEncoding(reading: label ?? "")
    reading.note(.unknownTransferEncoding, when: encoding == .unknown)
    type = contentType?.value ?? defaultType
    if !Part.isType(type) {
      reading.note(.unreadableContentType)
      type = disposition == nil ? "text/plain" : "application/octet-stream"
    }
    body = start..<start
    contents = .bytes
  }

  var isMultipart: Bool { type.hasPrefix("multipart/") }

  var isMessage: Bool { type == "message/rfc822" || type == "message/global" }

  /// The bytes of the body.
  var encoded: EncodedBytes {
    EncodedBytes(source: header.source, range: body, encoding: encoding)
  }

  /// Whether `text` is two words with a slash between them.
  private static func isType(_ text: String) -> Bool {
    let halves = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return halves.count == 2
      && halves.allSatisfy { half in
        !half.isEmpty
          && half.allSatisfy { $0 > 32 && $0 < 127 && !Array("\"<>(),;:@[]?=".utf8).contains($0) }
      }
  }
}
