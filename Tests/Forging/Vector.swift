/// One file of the frozen set: what a reader is given, and what it must answer.
///
/// A header is `name: value` on one line; a value goes on over following lines that begin with two
/// blanks. Bytes are lower-case hexadecimal.
package struct Vector: Hashable, Sendable {
  package let name: String
  package let what: String
  /// `ok`, or the name of the error.
  package let expect: String
  package let inputs: [String: String]

  package init(_ name: String, _ what: String, expect: String, _ inputs: [String: String]) {
    self.name = name
    self.what = what
    self.expect = expect
    self.inputs = inputs
  }

  package init(
    _ name: String, _ what: String, expect: String, bytes: [UInt8], _ inputs: [String: String] = [:]
  ) {
    self.init(
      name, what, expect: expect, inputs.merging(["bytes": Bytes.hex(bytes)]) { $1 })
  }

  /// Nil when a header is missing.
  package init?(text: String) {
    var headers: [String: String] = [:]
    var last = ""
    for line in text.split(separator: "\n") {
      if line.hasPrefix("  ") {
        headers[last, default: ""] += line.dropFirst(2)
      } else if let colon = line.firstIndex(of: ":") {
        last = String(line[..<colon])
        headers[last] = String(line[colon...].dropFirst(2))
      }
    }
    guard let name = headers.removeValue(forKey: "name"),
      let what = headers.removeValue(forKey: "what"),
      let expect = headers.removeValue(forKey: "expect")
    else { return nil }
    self.init(name, what, expect: expect, headers)
  }

  package var text: String {
    let head = "name: \(name)\nwhat: \(what)\nexpect: \(expect)\n"
    return inputs.sorted { $0.key < $1.key }.reduce(into: head) { text, input in
      let digits = Array(input.value)
      guard digits.count > 96 else {
        text += "\(input.key): \(input.value)\n"
        return
      }
      text += "\(input.key): \n"
      for start in stride(from: 0, to: digits.count, by: 96) {
        text += "  " + String(digits[start..<min(start + 96, digits.count)]) + "\n"
      }
    }
  }

  /// The bytes of an input; empty when it is missing.
  package func bytes(_ name: String = "bytes") -> [UInt8] {
    let digits = Array((inputs[name] ?? "").utf8).map { $0 < 0x3a ? $0 - 0x30 : $0 - 0x61 + 10 }
    return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }
}

extension Error {
  /// The error as vectors name it: without the names of modules and types.
  package var faultName: String {
    var name = ""
    var word = ""
    for character in String(describing: self) + " " {
      if character.isLetter || character.isNumber || character == "." {
        word.append(character)
        continue
      }
      name += word.split(separator: ".").last.map(String.init) ?? ""
      name.append(character)
      word = ""
    }
    return String(name.dropLast())
  }
}
