import SystemPackage

/// Turns what a call of `CPOSIX` returned into a value or an error.
///
/// Every function of `CPOSIX` returns a count, a number or zero, or the negated error number.
@discardableResult
func outcome<Number: SignedInteger>(of returned: Number) throws(Errno) -> Int {
  guard returned >= 0 else { throw Errno(rawValue: CInt(-returned)) }
  return Int(returned)
}

extension FilePath {
  /// The path as the kernel takes it: its bytes, then a zero.
  var terminated: [UInt8] {
    unsafe withPlatformString { unsafe Array(UnsafeRawBufferPointer(start: $0, count: length + 1)) }
  }
}
