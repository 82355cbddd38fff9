import CSodium

/// ISO/IEC 7816-4 padding: the message, one byte 0x80, zeros up to the length wanted.
package enum Padding {
  /// Pads `message` to exactly `total` bytes, which must be more than it has.
  package static func pad(_ message: Span<UInt8>, to total: Int) -> [UInt8] {
    precondition(total > message.count, "padding takes at least one byte")
    return unsafe [UInt8](unsafeUninitializedCapacity: total) { padded, initializedCount in
      unsafe message.withUnsafeBufferPointer { message in
        let end = unsafe padded.initialize(fromContentsOf: message)
        unsafe padded.initializeElement(at: end, to: 0x80)
        unsafe padded[(end + 1)...].initialize(repeating: 0)
      }
      initializedCount = total
    }
  }

  /// Pads `message` to exactly `total` bytes, which must be more than it has.
  package static func pad(_ message: [UInt8], to total: Int) -> [UInt8] {
    pad(message.span, to: total)
  }

  /// How many bytes of `padded` are message, or nil when it is not padded.
  ///
  /// It takes a time that depends on the length of `padded` alone. Whether a shorter padding would
  /// have done is for the caller to say.
  ///
  /// The corresponding C function is `sodium_unpad`, with the whole length as the one block.
  package static func unpaddedByteCount(of padded: Span<UInt8>) -> Int? {
    guard padded.count > 0 else { return nil }
    var byteCount = 0
    let status = unsafe padded.withStart { start in
      unsafe sodium_unpad(&byteCount, start, padded.count, padded.count)
    }
    return status == 0 ? byteCount : nil
  }
}
