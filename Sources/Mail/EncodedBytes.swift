/// The bytes of one part, where they stand in the mail, and how they are encoded.
struct EncodedBytes {
  let source: [UInt8]
  let range: Range<Int>
  let encoding: TransferEncoding

  /// The first `limit` decoded bytes, or all when there are fewer.
  func decoded(limit: Int) -> [UInt8] {
    guard encoding.changesBytes else { return Array(source[range].prefix(limit)) }
    var output = DecodedOutput(limit: limit, keepsBytes: true)
    decode(into: &output)
    return output.bytes
  }

  /// How many bytes there are once decoded, and what is odd about the encoding.
  func measured() -> (byteCount: Int, quirks: Set<Quirk>) {
    guard encoding.changesBytes else { return (range.count, []) }
    var output = DecodedOutput(limit: .max, keepsBytes: false)
    decode(into: &output)
    return (output.byteCount, output.quirks)
  }

  private func decode(into output: inout DecodedOutput) {
    switch encoding {
    case .base64: output.putBase64(source, range)
    case .quotedPrintable: output.putQuotedPrintable(source, range)
    case .uuencode: output.putUuencoded(source, range)
    case .sevenBit, .eightBit, .binary, .unknown: break
    }
  }
}

/// Where decoded bytes go, or are only counted.
struct DecodedOutput {
  let limit: Int
  let keepsBytes: Bool
  private(set) var bytes: [UInt8] = []
  private(set) var byteCount = 0
  private(set) var quirks: Set<Quirk> = []

  init(limit: Int, keepsBytes: Bool) {
    self.limit = limit
    self.keepsBytes = keepsBytes
  }

  var isFull: Bool { byteCount >= limit }

  /// Takes one byte, unless it is full.
  mutating func put(_ byte: UInt8) {
    guard byteCount < limit else { return }
    byteCount += 1
    if keepsBytes { bytes.append(byte) }
  }

  mutating func note(_ quirk: Quirk) {
    quirks.insert(quirk)
  }
}
