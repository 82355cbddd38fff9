extension DecodedOutput {
  /// Decodes quoted-printable (RFC 2045, section 6.7), leaving what is not as it is.
  ///
  /// Blanks at the end of a line go: they were added on the way.
  mutating func putQuotedPrintable(_ source: [UInt8], _ range: Range<Int>) {
    var index = range.lowerBound
    var firstBlank: Int?
    let end = range.upperBound
    while index < end, !isFull {
      let byte = source[index]
      if byte.isBlank {
        if firstBlank == nil { firstBlank = index }
        index += 1
        continue
      }
      let endsLine =
        byte == .lineFeed
        || byte == .carriageReturn && index + 1 < end && source[index + 1] == .lineFeed
      if let first = firstBlank, !endsLine { putBytes(source, first..<index) }
      firstBlank = nil
      if byte == .equals {
        index = putEscape(source, at: index, before: end)
      } else {
        if byte >= 0x80 { note(.badQuotedPrintable) }
        put(byte)
        index += 1
      }
    }
  }

  private mutating func putBytes(_ source: [UInt8], _ range: Range<Int>) {
    for index in range { put(source[index]) }
  }

  /// Decodes what begins with `=` at `index`, and returns where the rest begins.
  private mutating func putEscape(_ source: [UInt8], at index: Int, before end: Int) -> Int {
    if index + 2 < end, let high = source[index + 1].hexadecimalValue,
      let low = source[index + 2].hexadecimalValue
    {
      put(high << 4 | low)
      return index + 3
    }
    var next = index + 1
    while next < end, source[next].isBlank { next += 1 }
    guard next < end else {
      // The line goes on after its end, but there is no more.
      note(.badQuotedPrintable)
      return next
    }
    if source[next] == .lineFeed { return next + 1 }
    if source[next] == .carriageReturn, next + 1 < end, source[next + 1] == .lineFeed {
      return next + 2
    }
    note(.badQuotedPrintable)
    put(.equals)
    return index + 1
  }
}
