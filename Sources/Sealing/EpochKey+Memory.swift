import Defences
import Sodium

extension EpochKey {
  /// What a thing remembered as `name` is called on disk: 32 digits that tell nothing without this
  /// key, which is the memory's.
  package func nameInMemory(of name: String) -> String {
    guard Defence.memoryNames.stands else { return Array(name.utf8).lowercaseHex }
    var writer = ByteWriter()
    writer.write(Label.memoryName.bytes)
    writer.write(name)
    return held.withSpan { key in
      BLAKE2b.hash(writer.bytes.span, key: key, byteCount: 16)
    }.lowercaseHex
  }
}

/// The name of an object: BLAKE2b-256 of its bytes, as `b2sum -l 256` prints it.
package enum ObjectDigest {
  package static func of(_ bytes: [UInt8]) -> [UInt8] {
    BLAKE2b.hash(bytes.span, byteCount: 32)
  }
}
