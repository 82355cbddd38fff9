extension Span<UInt8> {
  /// Shows `body` where the bytes begin, as C wants it: never null, even when there are none.
  @unsafe
  borrowing func withStart<R>(_ body: (UnsafePointer<UInt8>) -> R) -> R {
    unsafe withUnsafeBufferPointer { bytes in
      if let start = bytes.baseAddress { return unsafe body(start) }
      var nothing: UInt8 = 0
      return unsafe body(&nothing)
    }
  }
}
