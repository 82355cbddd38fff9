import Glibc
import Sodium
import Testing

@Suite struct ProcessHardeningTests {
  @Test func `a process is hardened by applying it and not before`() async {
    await #expect(processExitsWith: .success) {
      signal(SIGSEGV) { _ in }
      #expect(!ProcessHardening.isInEffect)
      #expect(ProcessHardening.apply())
      #expect(ProcessHardening.isInEffect)
    }
  }

  @Test(arguments: [SIGILL, SIGTRAP, SIGSEGV, SIGABRT, SIGBUS, SIGFPE])
  func `one crash handler put back is noticed`(crash: CInt) async {
    await #expect(processExitsWith: .success) { [crash] in
      #expect(ProcessHardening.apply())
      signal(crash) { _ in }
      #expect(!ProcessHardening.isInEffect)
    }
  }

  @Test(arguments: [SIGILL, SIGTRAP, SIGSEGV, SIGABRT, SIGBUS, SIGFPE])
  func `after it a crash ends the process without a handler`(crash: CInt) async {
    await #expect(processExitsWith: .signal(crash)) { [crash] in
      signal(crash) { _ in }
      ProcessHardening.apply()
      // Control: `without it the handler has its way`. To the process: Dispatch's threads block some
      // of these signals.
      kill(getpid(), crash)
      sleep(60)
    }
  }

  @Test(arguments: [SIGILL, SIGTRAP, SIGSEGV, SIGABRT, SIGBUS, SIGFPE])
  func `without it the handler has its way`(crash: CInt) async {
    await #expect(processExitsWith: .exitCode(7)) { [crash] in
      signal(crash) { _ in _exit(7) }
      kill(getpid(), crash)
      sleep(60)
    }
  }

  @Test func `wrappers work without it`() async {
    await #expect(processExitsWith: .success) {
      #expect(BLAKE2b.hash([1]).count == 32)
    }
  }
}
