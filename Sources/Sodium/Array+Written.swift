extension [UInt8] {
  /// Makes an array of `byteCount` bytes, which `write` must all set.
  ///
  /// When it returns another status than 0, the array is empty and the status tells why.
  @unsafe
  static func written(
    _ byteCount: Int, by write: (UnsafeMutablePointer<UInt8>) -> CInt
  ) -> (bytes: [UInt8], status: CInt) {
    var status: CInt = -1
    // One byte more, so that there is a place to write even nothing to.
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: byteCount + 1) { buffer, count in
      guard let start = buffer.baseAddress else { return }
      status = unsafe write(start)
      count = status == 0 ? byteCount : 0
    }
    return (bytes, status)
  }
}
