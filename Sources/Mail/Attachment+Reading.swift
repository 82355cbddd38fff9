extension Attachment {
  /// Makes an attachment of the body of `part`.
  init(_ part: Part, _ reading: inout Reading) {
    name =
      part.disposition?.text("filename", &reading) ?? part.contentType?.text("name", &reading)
    type = part.type
    isInline = part.disposition?.value == "inline" || part.disposition == nil
    encoded = part.encoded
    let measured = encoded.measured()
    byteCount = measured.byteCount
    for quirk in measured.quirks { reading.note(quirk) }
    reading.note(.tnef, when: name?.lowercased() == "winmail.dat")
    if part.encoding == .sevenBit, case .bytes = part.contents {
      reading.note(
        .eightBitUndeclared, when: encoded.range.contains { encoded.source[$0] >= 0x80 })
    }
  }

  /// Makes an attachment of a uuencoded file within a text.
  init(uuencoded encoded: EncodedBytes, name: String) {
    self.name = name
    type = "application/octet-stream"
    isInline = true
    self.encoded = encoded
    byteCount = encoded.measured().byteCount
  }
}
