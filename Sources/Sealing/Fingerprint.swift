package import Sodium

/// What two people read aloud to be sure that they mean the same keys.
///
/// Twelve words say 132 bits of a BLAKE2b-256 over the signing key; the card's signature binds
/// everything else on it to that key.
package struct Fingerprint: Hashable, Sendable {
  package static let wordCount = 12
  package let words: [String]

  package init(of key: VerifyingKey) {
    self.init(digest: BLAKE2b.hash(Label.fingerprint.message(key.bytes), byteCount: 32))
  }

  /// The words for any digest, for comparing more than a key (an invitation, say).
  package init(digest: [UInt8]) {
    let list = FingerprintWords.all
    var words: [String] = []
    var buffer: UInt32 = 0
    var bits = 0
    for byte in digest where words.count < Fingerprint.wordCount {
      buffer = buffer << 8 | UInt32(byte)
      bits += 8
      if bits >= 11 {
        bits -= 11
        words.append(list[Int(buffer >> UInt32(bits) & 2047)])
      }
      buffer &= (1 << UInt32(bits)) - 1
    }
    self.words = words
  }

  /// Three lines of four words.
  package var lines: [String] {
    stride(from: 0, to: words.count, by: 4).map { start in
      words[start..<min(start + 4, words.count)].joined(separator: " ")
    }
  }
}
