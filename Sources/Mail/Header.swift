/// A field of a header: its name in lower case, and where its value stands, with its folds.
struct HeaderField {
  let name: String
  var value: Range<Int>
}

/// The fields of a message or part, in their order.
struct Header {
  let source: [UInt8]
  var fields: [HeaderField] = []

  /// The value of the first field called `name`, as ``unfolded(_:)`` gives it.
  func first(_ name: String) -> [UInt8]? {
    fields.first { $0.name == name }.map { unfolded($0.value) }
  }

  /// The values of all fields called `name`.
  func all(_ name: String) -> [[UInt8]] {
    fields.filter { $0.name == name }.map { unfolded($0.value) }
  }

  /// The bytes of a value in one line, without blanks around them.
  ///
  /// A fold and the blank after it are one space, and so is a CR that ends no line.
  private func unfolded(_ range: Range<Int>) -> [UInt8] {
    var value: [UInt8] = []
    value.reserveCapacity(range.count)
    var isFold = false
    for index in range {
      let byte = source[index]
      if byte == .lineFeed {
        isFold = true
      } else if byte == .carriageReturn {
        let endsLine = index + 1 < range.upperBound && source[index + 1] == .lineFeed
        if !endsLine { value.append(.space) }
      } else {
        value.append(isFold && byte == .tab ? .space : byte)
        isFold = false
      }
    }
    return value.trimmed
  }

  /// Whether a field that may stand once stands more often.
  var hasRepeatedField: Bool {
    var seen: Set<String> = []
    for field in fields where Header.singular.contains(field.name) {
      if !seen.insert(field.name).inserted { return true }
    }
    return false
  }

  private static let singular: Set<String> = [
    "from", "sender", "reply-to", "to", "cc", "date", "subject", "message-id", "mime-version",
    "content-type", "content-transfer-encoding", "content-disposition",
  ]

  /// Whether `name` is one that headers of mail really have.
  ///
  /// It decides whether a line that is no field is a slip within a header, or its end.
  static func isUsual(_ name: String) -> Bool {
    singular.contains(name) || usual.contains(name) || name.hasPrefix("x-")
      || name.hasPrefix("content-") || name.hasPrefix("list-") || name.hasPrefix("resent-")
  }

  private static let usual: Set<String> = [
    "received", "return-path", "delivered-to", "bcc", "references", "in-reply-to", "user-agent",
    "dkim-signature", "authentication-results", "arc-seal", "thread-topic", "thread-index",
    "importance", "precedence", "organization", "keywords", "comments",
  ]
}
