import CSodium

/// Unpredictable values from the system, for what is no secret itself.
package enum Randomness {
  /// Gives `count` unpredictable bytes; secret ones belong into ``SecretBytes``.
  ///
  /// The corresponding C function is `randombytes_buf`.
  package static func bytes(_ count: Int) -> [UInt8] {
    precondition(count >= 0, "there is no negative number of bytes")
    Library.prepare()
    return unsafe [UInt8](unsafeUninitializedCapacity: count) { bytes, initializedCount in
      if let base = bytes.baseAddress { unsafe randombytes_buf(base, count) }
      initializedCount = count
    }
  }

  /// Gives one of 0, 1, … `bound` - 1, each as probable as any other.
  ///
  /// The corresponding C function is `randombytes_uniform`.
  package static func below(_ bound: UInt32) -> UInt32 {
    precondition(bound > 0, "nothing is below zero")
    Library.prepare()
    return randombytes_uniform(bound)
  }
}
