@testable import Mail

/// Writes what was read from a message, one thing on each line.
enum MessageLines {
  static func lines(_ message: Message, indent: String = "") -> [String] {
    var lines: [String] = []
    func add(_ key: String, _ value: String) {
      lines.append(trimmingEnd("\(indent)\(key): \(escaped(value))"))
    }
    for mailbox in message.from { add("from", text(mailbox)) }
    for mailbox in message.to { add("to", text(mailbox)) }
    for mailbox in message.cc { add("cc", text(mailbox)) }
    for mailbox in message.replyTo { add("reply", text(mailbox)) }
    if message.from.isEmpty, let sender = message.sender { add("by", text(sender)) }
    if let date = message.date { add("date", text(date)) }
    if let subject = message.subject { add("subject", subject) }
    if let identifier = message.messageID { add("id", identifier) }
    add("text", message.text)
    for file in message.attachments {
      let bytes = file.bytes
      let place = file.isInline ? "inline" : "attached"
      let name = file.name.map { "= " + $0 } ?? "-"
      let check = hexadecimal(CRC32.value(of: bytes))
      add("file", "\(file.type) \(place) \(file.byteCount) \(check) \(name)")
    }
    for inner in message.forwarded {
      lines.append("\(indent)forwarded:")
      lines += self.lines(inner, indent: indent + "  ")
    }
    add("quirks", message.quirks.map(\.rawValue).sorted().joined(separator: " "))
    return lines
  }

  private static func text(_ mailbox: Mailbox) -> String {
    (mailbox.name.map { $0 + " " } ?? "") + "<\(mailbox.address)>"
  }

  private static func text(_ date: MessageDate) -> String {
    guard let seconds = date.secondsSince1970 else { return "unreadable" }
    guard let east = date.secondsEast else { return "\(seconds) ?" }
    let minutes = abs(east) / 60
    let digits = String(10_000 + minutes / 60 * 100 + minutes % 60).dropFirst()
    return "\(seconds) \(east < 0 ? "-" : "+")\(digits)"
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 10: escaped += "\\n"
      case 92: escaped += "\\\\"
      case 0..<32, 127: escaped += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  private static func trimmingEnd(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}

/// The checksum of `cksum -o 3`, zip and Python's zlib.
private enum CRC32 {
  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { value, _ in
      value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1
    }
  }

  static func value(of bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { table[Int(($0 ^ UInt32($1)) & 0xFF)] ^ $0 >> 8 }
  }
}
