/// A field such as `Content-Type`: a value, and what is said about it after semicolons.
struct Parameters {
  /// The value before the first semicolon, in lower case, without comments.
  let value: String
  /// Each parameter with its name in lower case, in their order.
  private var list: [(name: String, value: [UInt8])] = []

  /// Reads `raw`, the value of a field; what is not written as it should be is read as it is meant.
  init(_ raw: [UInt8], _ reading: inout Reading) {
    let bytes = reading.headerBytes(raw)
    var scanner = ParameterScanner(bytes)
    value = scanner.readValue(&reading).lowercasedText
    while let parameter = scanner.next(&reading) {
      list.append((parameter.name.lowercasedText, parameter.value))
    }
  }

  /// The bytes of the parameter `name`, in one piece or several, and their character set.
  ///
  /// The form that may say its character set (RFC 2231) comes before the one that may not.
  private func find(
    _ name: String, _ reading: inout Reading
  ) -> (bytes: [UInt8], label: String?, isExtended: Bool)? {
    var plain: [UInt8]?
    var pieces: [Int: ParameterPiece] = [:]
    for (written, value) in list {
      if written == name {
        reading.note(.repeatedParameter, when: plain != nil)
        if plain == nil { plain = value }
      } else if let piece = ParameterPiece(written, value, of: name) {
        reading.note(.repeatedParameter, when: pieces[piece.number] != nil)
        if pieces[piece.number] == nil { pieces[piece.number] = piece }
      }
    }
    guard !pieces.isEmpty else { return plain.map { ($0, nil, false) } }
    let ordered = pieces.values.sorted { $0.number < $1.number }
    reading.note(.brokenContinuation, when: ordered.enumerated().contains { $0 != $1.number })
    var bytes: [UInt8] = []
    var label: String?
    for (index, piece) in ordered.enumerated() {
      let part = piece.decoded(isFirst: index == 0, &reading)
      bytes += part.bytes
      if index == 0 { label = part.label }
    }
    return (bytes, label, true)
  }

  /// The parameter `name` as text.
  func text(_ name: String, _ reading: inout Reading) -> String? {
    guard let found = find(name, &reading) else { return nil }
    guard !found.isExtended || found.label == nil else {
      return reading.finished(reading.text(of: found.bytes, label: found.label))
    }
    return reading.finished(reading.decodedWords(found.bytes, mayHaveWords: false))
  }

  /// The parameter `name` as bytes, which have no character set.
  func bytes(_ name: String, _ reading: inout Reading) -> [UInt8]? {
    find(name, &reading)?.bytes
  }

  /// The parameter `name` as a word in lower case.
  func word(_ name: String, _ reading: inout Reading) -> String? {
    find(name, &reading)?.bytes.trimmed.lowercasedText
  }
}

/// One piece of a parameter (RFC 2231): `name*`, `name*0`, `name*1*`.
private struct ParameterPiece {
  let number: Int
  let isEncoded: Bool
  let value: [UInt8]

  init?(_ written: String, _ value: [UInt8], of name: String) {
    guard written.hasPrefix(name + "*") else { return nil }
    var rest = written.dropFirst(name.count + 1)
    var isEncoded = true
    if !rest.isEmpty {
      isEncoded = rest.hasSuffix("*")
      if isEncoded { rest = rest.dropLast() }
      guard rest.count <= 4, rest.utf8.allSatisfy(\.isDigit), let number = Int(rest) else {
        return nil
      }
      self.number = number
    } else {
      number = 0
    }
    self.isEncoded = isEncoded
    self.value = value
  }

  /// The bytes, and from the first piece their character set: `utf-8'en'caf%C3%A9`.
  func decoded(isFirst: Bool, _ reading: inout Reading) -> (bytes: [UInt8], label: String?) {
    guard isEncoded else { return (value, nil) }
    let marks = value.indices.filter { value[$0] == UInt8(ascii: "'") }.prefix(2)
    guard isFirst, marks.count == 2, let first = marks.first, let second = marks.last else {
      reading.note(.malformedParameter, when: isFirst)
      return (fromPercents(value[...], &reading), nil)
    }
    let label = String(decoding: value[..<first], as: UTF8.self)
    return (
      fromPercents(value[(second + 1)...], &reading), label.isEmpty ? nil : label
    )
  }

  private func fromPercents(_ bytes: ArraySlice<UInt8>, _ reading: inout Reading) -> [UInt8] {
    var decoded: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == UInt8(ascii: "%") {
        if index + 2 < bytes.endIndex, let high = bytes[index + 1].hexadecimalValue,
          let low = bytes[index + 2].hexadecimalValue
        {
          decoded.append(high << 4 | low)
          index += 3
          continue
        }
        reading.note(.badPercentEncoding)
      }
      decoded.append(bytes[index])
      index += 1
    }
    return decoded
  }
}
