import Sealing
import Sodium

/// A passphrase of six words drawn by chance from the list that fingerprints are spelled with.
///
/// Eleven bits each, 66 together: with Argon2id's cost out of reach for a thief of the file. The
/// words stand in guarded memory and never become a `String`.
enum DrawnPassphrase {
  static let wordCount = 6

  static func draw() -> SecretBytes {
    let list = FingerprintWords.all
    var indices: [Int] = []
    for _ in 0..<wordCount { indices.append(Int(Randomness.below(UInt32(list.count)))) }
    let byteCount = indices.reduce(wordCount - 1) { $0 + list[$1].utf8.count }
    var drawn = SecretBytes(byteCount: byteCount)
    drawn.withMutableSpan { span in
      var position = 0
      for (place, index) in indices.enumerated() {
        if place > 0 {
          span[position] = UInt8(ascii: " ")
          position += 1
        }
        for byte in list[index].utf8 {
          span[position] = byte
          position += 1
        }
      }
    }
    return drawn
  }
}
