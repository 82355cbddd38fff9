import CSodium

/// The moment libsodium becomes ready, which every wrapper waits for.
enum Library {
  /// Makes libsodium ready, once; later calls cost a load and a compare.
  ///
  /// The corresponding C function is `sodium_init`.
  static func prepare() {
    _ = isReady
  }

  private static let isReady: Bool = {
    // 0 the first time, 1 when it had been done before, -1 when there is no source of randomness.
    guard sodium_init() >= 0 else { fatalError("libsodium could not be initialised") }
    return true
  }()
}
