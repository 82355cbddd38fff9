import Glibc
import Testing

@testable import Sodium

@Suite struct SecretBytesTests {
  @Test func `new secrets are zeros, or random, or a copy`() {
    #expect(
      SecretBytes(byteCount: 100).exposed == [UInt8](repeating: 0, count: 100))
    let random = SecretBytes(randomByteCount: 32)
    #expect(random.exposed != SecretBytes(randomByteCount: 32).exposed)
    let copy = SecretBytes(copying: [UInt8].counting(77).span)
    #expect(copy.exposed == .counting(77))
    #expect(copy.byteCount == 77)
  }

  @Test func `a secret may be empty`() {
    let empty = SecretBytes(copying: [UInt8]().span)
    #expect(empty.byteCount == 0)
    #expect(empty.exposed.isEmpty)
    let isEqual = empty.isEqual(to: SecretBytes(byteCount: 0))
    #expect(isEqual)
    #expect(empty.prefix(0).byteCount == 0)
  }

  @Test func `bytes are changed in place`() {
    var secret = SecretBytes(byteCount: 4)
    secret.withMutableSpan { $0[2] = 7 }
    #expect(secret.exposed == [0, 0, 7, 0])
  }

  @Test func `parts are copies`() {
    var secret = SecretBytes(copying: [UInt8].counting(10).span)
    let prefix = secret.prefix(3)
    let slice = secret.slice(4..<6)
    secret.withMutableSpan { bytes in
      for index in bytes.indices { bytes[index] = 0xff }
    }
    #expect(prefix.exposed == [0, 1, 2])
    #expect(slice.exposed == [4, 5])
  }

  @Test(arguments: [0..<11, 10..<11, -1..<3])
  func `a part that lies outside ends the process`(range: Range<Int>) async {
    await #expect(processExitsWith: .failure) { [range] in
      _ = SecretBytes(byteCount: 10).slice(range)
    }
  }

  @Test func `secrets are equal when all bytes are`() {
    let secret = SecretBytes(copying: [UInt8].counting(32).span)
    let sameIsEqual = secret.isEqual(to: SecretBytes(copying: [UInt8].counting(32).span))
    #expect(sameIsEqual)
    let longerIsEqual = secret.isEqual(to: SecretBytes(copying: [UInt8].counting(33).span))
    #expect(!longerIsEqual)
    for index in 0..<32 {
      var other = secret.prefix(32)
      other.withMutableSpan { $0[index] ^= 0x10 }
      let otherIsEqual = secret.isEqual(to: other)
      #expect(!otherIsEqual)
    }
  }

  @Test func `an error and a value that cannot be copied pass through a closure`() throws {
    struct Refusal: Error {}
    let secret = SecretBytes(randomByteCount: 8)
    #expect(throws: Refusal.self) { try secret.withSpan { _ throws(Refusal) in throw Refusal() } }
    let copy = secret.withSpan { SecretBytes(copying: $0) }
    #expect(copy.exposed == secret.exposed)
  }

  @Test(arguments: [1, 15, 16, 32, 4096, 5000])
  func `reading one byte past the end ends the process, the last one does not`(
    byteCount: Int
  ) async {
    await #expect(processExitsWith: .signal(SIGSEGV)) { [byteCount] in
      ProcessHardening.apply()
      let secret = SecretBytes(byteCount: byteCount)
      exit(CInt(unsafe secret.start[byteCount]))
    }
    await #expect(processExitsWith: .exitCode(0)) { [byteCount] in
      ProcessHardening.apply()
      let secret = SecretBytes(byteCount: byteCount)
      exit(CInt(unsafe secret.start[byteCount - 1]))
    }
  }

  @Test func `writing before the beginning ends the process, at the latest when it is erased`()
    async
  {
    await #expect(processExitsWith: .failure) {
      ProcessHardening.apply()
      let secret = SecretBytes(byteCount: 32)
      unsafe (secret.start - 1).pointee ^= 1
    }
    await #expect(processExitsWith: .success) {
      ProcessHardening.apply()
      let secret = SecretBytes(byteCount: 32)
      unsafe secret.start.pointee ^= 1
    }
  }

  @Test func `where a secret was is out of reach once it is gone`() async {
    await #expect(processExitsWith: .signal(SIGSEGV)) {
      ProcessHardening.apply()
      let secret = SecretBytes(copying: [UInt8].counting(32, from: 1).span)
      let start = unsafe secret.start
      Self.end(secret)
      exit(CInt(unsafe start.pointee))
    }
    await #expect(processExitsWith: .exitCode(1)) {
      ProcessHardening.apply()
      let secret = SecretBytes(copying: [UInt8].counting(32, from: 1).span)
      exit(CInt(unsafe secret.start.pointee))
    }
  }

  @Test func `locked memory that is not to be had is noticed, and secrets work all the same`() async
  {
    await #expect(processExitsWith: .success) {
      var none = rlimit(rlim_cur: 0, rlim_max: 0)
      #expect(unsafe setrlimit(__rlimit_resource_t(__RLIMIT_MEMLOCK.rawValue), &none) == 0)
      // An administrator may lock without limit.
      #expect(getuid() != 0 || setuid(65534) == 0)
      #expect(!KeyRegion.lockedMemoryIsAvailable)
      #expect(SecretBytes(copying: [1, 2].span).exposed == [1, 2])
    }
  }

  @Test func `locked memory that is to be had is noticed`() async {
    await #expect(processExitsWith: .success) {
      var limit = rlimit()
      #expect(unsafe getrlimit(__rlimit_resource_t(__RLIMIT_MEMLOCK.rawValue), &limit) == 0)
      #expect(KeyRegion.lockedMemoryIsAvailable || limit.rlim_cur < 1 << 20)
    }
  }

  private static func end(_ secret: consuming SecretBytes) {}
}
