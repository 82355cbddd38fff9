/// Reads the mailboxes of a field such as `From` or `To` (RFC 5322, section 3.4, and its old forms).
struct AddressReader {
  private let bytes: [UInt8]
  private var position = 0
  private var mailboxes: [Mailbox] = []
  private var parts = Parts()
  private var isInGroup = false
  /// Whether a quote was found that never ends, so that from there on quotes mean nothing.
  private var hasOpenQuote = false

  /// What was read of one mailbox.
  private struct Parts {
    /// The words before an angle bracket, without their quotes.
    var name: [UInt8] = []
    /// The same as written, for where an address stands without brackets.
    var plain: [UInt8] = []
    var comment: [UInt8] = []
    var address: [UInt8]?
    var hasMore = false
    var hasText = false
    var hasAt = false
    /// Whether part of the name stood in quotes, where encoded words may not be.
    var hasQuotedWord = false
  }

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Reads the mailboxes in `raw`, the value of a field.
  static func mailboxes(in raw: [UInt8], _ reading: inout Reading) -> [Mailbox] {
    var reader = AddressReader(reading.headerBytes(raw))
    reader.read(&reading)
    return reader.mailboxes
  }

  private mutating func read(_ reading: inout Reading) {
    while position < bytes.count {
      guard mailboxes.count < reading.limits.mailboxCount else {
        reading.note(.tooManyAddresses)
        return
      }
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "("): parts.comment = readComment(&reading)
      case .quote where !hasOpenQuote: readQuoted(&reading)
      case .less: readAngle(&reading)
      case .greater:
        position += 1
        reading.note(.malformedAddress)
      case .comma:
        position += 1
        finish(&reading)
      case .semicolon:
        position += 1
        reading.note(.malformedAddress, when: !isInGroup)
        finish(&reading)
        isInGroup = false
      case .colon where !isInGroup && parts.address == nil && parts.hasText && !parts.hasAt:
        position += 1
        isInGroup = true
        parts = Parts()
      default: readWord()
      }
    }
    finish(&reading)
  }

  /// Takes an encoded word as a whole, whatever it holds, or else one byte.
  private mutating func readWord() {
    var end = position + 1
    if bytes[position] == .equals,
      let word = EncodedWord(bytes, at: position, before: bytes.count)
    {
      end = word.end
    }
    let word = bytes[position..<end]
    if word.first?.isWhitespace == false { parts.hasText = true }
    if word.first == UInt8(ascii: "@") { parts.hasAt = true }
    if parts.address != nil, !word.allSatisfy(\.isWhitespace) { parts.hasMore = true }
    parts.name += word
    parts.plain += word
    position = end
  }

  private mutating func readQuoted(_ reading: inout Reading) {
    var end = position + 1
    var text: [UInt8] = []
    while end < bytes.count, bytes[end] != .quote {
      if bytes[end] == .backslash, end + 1 < bytes.count { end += 1 }
      text.append(bytes[end])
      end += 1
    }
    guard end < bytes.count else {
      reading.note(.unterminatedQuote)
      hasOpenQuote = true
      position += 1
      return
    }
    parts.name += text
    parts.plain += bytes[position...end]
    parts.hasText = true
    position = end + 1
    parts.hasQuotedWord = true
    if parts.address != nil { parts.hasMore = true }
  }

  /// Reads a comment, which may hold others, and returns what it says.
  private mutating func readComment(_ reading: inout Reading) -> [UInt8] {
    let comment = Comment(bytes, at: position)
    reading.note(.unterminatedComment, when: !comment.isEnded)
    position = comment.end
    if parts.address == nil {
      parts.name.append(.space)
      parts.plain.append(.space)
    }
    return comment.text
  }

  /// Reads an address in angle brackets, without the route old mail has before it.
  private mutating func readAngle(_ reading: inout Reading) {
    position += 1
    var address: [UInt8] = []
    var isEnded = false
    while position < bytes.count, !isEnded {
      switch bytes[position] {
      case .greater:
        isEnded = true
        position += 1
      case UInt8(ascii: "("):
        let comment = Comment(bytes, at: position)
        reading.note(.unterminatedComment, when: !comment.isEnded)
        position = comment.end
      case .quote:
        repeat {
          address.append(bytes[position])
          position += bytes[position] == .backslash && position + 1 < bytes.count ? 2 : 1
        } while position < bytes.count && bytes[position] != .quote
        if position < bytes.count { address.append(.quote) }
        position += 1
      case .colon where address.first == UInt8(ascii: "@"):
        address = []
        position += 1
      case .less:
        reading.note(.malformedAddress)
        position += 1
      default:
        if !bytes[position].isWhitespace { address.append(bytes[position]) }
        position += 1
      }
    }
    position = min(position, bytes.count)
    reading.note(.malformedAddress, when: !isEnded)
    if parts.address == nil { parts.address = address } else { parts.hasMore = true }
  }

  private mutating func finish(_ reading: inout Reading) {
    defer { parts = Parts() }
    reading.note(.malformedAddress, when: parts.hasMore)
    var name = parts.name
    var address = parts.address ?? []
    if parts.address == nil {
      guard !parts.plain.trimmed.isEmpty || !parts.comment.isEmpty else { return }
      let found = AddressReader.address(in: parts.plain)
      reading.note(.malformedAddress, when: !found.isClear)
      address = found.address
      name = found.rest
    }
    reading.note(.malformedAddress, when: !AddressReader.isAddress(address))
    let words = name.trimmed.isEmpty ? parts.comment.trimmed : name.trimmed
    let text = reading.finished(
      reading.decodedWords(words, mayHaveWords: !parts.hasQuotedWord).trimmed)
    let mailbox = Mailbox(
      name: text.isEmpty ? nil : text, address: reading.finished(address))
    guard mailbox.name != nil || !mailbox.address.isEmpty else { return }
    reading.note(.addressInName, when: mailbox.nameIsAnotherAddress)
    mailboxes.append(mailbox)
  }
}
