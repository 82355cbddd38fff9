import CSodium
import Synchronization

/// Bytes that must not leak: in guarded memory, locked where possible, erased at the end of life.
///
/// The memory lies against an inaccessible page, so reading or writing past its end ends the process; it
/// is left out of core dumps and, when the system allows, of swap. The value cannot be copied,
/// printed, compared with `==` or encoded: none of these compile.
///
/// Nothing is promised about copies that a closure makes of the bytes it is shown. Each value costs
/// at least three pages and a few system calls; for many keys use ``KeyRegion``.
///
/// The corresponding C functions are `sodium_malloc` and `sodium_free`.
@safe
package struct SecretBytes: ~Copyable, @unchecked Sendable {
  /// How many bytes there are.
  package let byteCount: Int

  /// The first byte; valid as long as this value lives, even when there are no bytes.
  let start: UnsafeMutablePointer<UInt8>

  /// Makes `byteCount` zero bytes.
  package init(byteCount: Int) {
    precondition(byteCount >= 0, "a secret has no negative length")
    Library.prepare()
    guard let memory = unsafe sodium_malloc(byteCount) else {
      fatalError("no guarded memory is left for \(byteCount) bytes")
    }
    self.byteCount = byteCount
    unsafe start = memory.bindMemory(to: UInt8.self, capacity: byteCount)
    // `sodium_malloc` locks its pages but does not say whether that worked; locking again does.
    if unsafe sodium_mlock(memory, byteCount) != 0 {
      Self.someCouldNotBeLocked.store(true, ordering: .relaxed)
    }
    unsafe sodium_memzero(memory, byteCount)
  }

  /// Makes `randomByteCount` unpredictable bytes.
  ///
  /// The corresponding C function is `randombytes_buf`.
  package init(randomByteCount: Int) {
    self.init(byteCount: randomByteCount)
    unsafe randombytes_buf(start, byteCount)
  }

  /// Copies `bytes`, which stay where they are: erasing them is the caller's part.
  package init(copying bytes: Span<UInt8>) {
    self.init(byteCount: bytes.count)
    unsafe bytes.withUnsafeBufferPointer { source in
      guard let base = source.baseAddress else { return }
      unsafe start.update(from: base, count: source.count)
    }
  }

  deinit {
    unsafe sodium_free(start)
  }

  /// Shows the bytes to `body` for the length of the call.
  package borrowing func withSpan<R: ~Copyable, E: Error>(
    _ body: (Span<UInt8>) throws(E) -> R
  ) throws(E) -> R {
    try body(unsafe Span(_unsafeStart: start, count: byteCount))
  }

  /// Lets `body` change the bytes in place for the length of the call.
  package mutating func withMutableSpan<R: ~Copyable, E: Error>(
    _ body: (inout MutableSpan<UInt8>) throws(E) -> R
  ) throws(E) -> R {
    var span = unsafe MutableSpan(_unsafeStart: start, count: byteCount)
    return try body(&span)
  }

  /// Copies the first `count` bytes into guarded memory of their own.
  package borrowing func prefix(_ count: Int) -> SecretBytes {
    slice(0..<count)
  }

  /// Copies the bytes in `range` into guarded memory of their own.
  package borrowing func slice(_ range: Range<Int>) -> SecretBytes {
    precondition(range.lowerBound >= 0 && range.upperBound <= byteCount, "a slice lies inside")
    return withSpan { SecretBytes(copying: $0.extracting(range)) }
  }

  /// Whether both hold the same bytes, in a time that depends on their lengths alone.
  ///
  /// The corresponding C function is `sodium_memcmp`.
  package borrowing func isEqual(to other: borrowing SecretBytes) -> Bool {
    guard byteCount == other.byteCount else { return false }
    return unsafe sodium_memcmp(start, other.start, byteCount) == 0
  }

  /// Whether any secret of this process so far lies in memory that may be swapped out.
  static let someCouldNotBeLocked = Atomic<Bool>(false)
}
