import Glibc
import Sodium
import Testing

@Suite struct PasswordHashTests {
  static let salt = [UInt8].counting(16)

  // Computed with argon2-cffi, that is, the Argon2 authors' implementation.
  @Test func `3 passes over 1 MiB`() throws {
    let passphrase = Array("correct horse battery staple".utf8)
    let derived = try PasswordHash.derive(
      32, from: passphrase.span, salt: Self.salt, memoryBytes: 1 << 20, passes: 3)
    #expect(
      derived.exposed
        == [UInt8](hex: "590d7ddd37a1ed86417a3614be47c9f782828a38902390018d39bb6556fee029"))
  }

  @Test func `1 pass over 8 KiB, 64 bytes, no passphrase`() throws {
    let nothing: [UInt8] = []
    let derived = try PasswordHash.derive(
      64, from: nothing.span, salt: Self.salt, memoryBytes: 8192, passes: 1)
    #expect(
      derived.exposed
        == [UInt8](
          hex: """
            8d2a0fd811d7ef5c5c529b63517e179cecd920bb64073a4b7aed4ad5e80d63fb
            f55442f0486a1b8d20104ccff2408dd07477defe8af76c6cb8defd13e0c59e3e
            """))
  }

  @Test(arguments: [Int.min, -1, 0, 8191, Int.max])
  func `memory that Argon2id cannot use is refused`(memoryBytes: Int) {
    #expect(throws: PasswordHashError.memoryOutOfRange(memoryBytes)) {
      _ = try PasswordHash.derive(
        32, from: [1].span, salt: Self.salt, memoryBytes: memoryBytes, passes: 1)
    }
  }

  @Test(arguments: [Int.min, -1, 0, 1 << 32, Int.max])
  func `passes that Argon2id cannot make are refused`(passes: Int) {
    #expect(throws: PasswordHashError.passesOutOfRange(passes)) {
      _ = try PasswordHash.derive(
        32, from: [1].span, salt: Self.salt, memoryBytes: 8192, passes: passes)
    }
  }

  @Test func `memory that the system does not give is an error and no crash`() async {
    await #expect(processExitsWith: .success) {
      var limit = rlimit(rlim_cur: 8 << 30, rlim_max: 8 << 30)
      #expect(unsafe setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0)
      #expect(throws: PasswordHashError.outOfMemory(16 << 30)) {
        _ = try PasswordHash.derive(
          32, from: [1].span, salt: .counting(16), memoryBytes: 16 << 30, passes: 1)
      }
    }
  }

  @Test(arguments: [0, 15, 17])
  func `a salt of another length ends the process`(byteCount: Int) async {
    await #expect(processExitsWith: .failure) { [byteCount] in
      _ = try? PasswordHash.derive(
        32, from: [1].span, salt: .counting(byteCount), memoryBytes: 8192, passes: 1
      ).byteCount
    }
  }
}
