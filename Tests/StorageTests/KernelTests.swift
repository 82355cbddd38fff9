import POSIX
import SystemPackage
import Testing

@Suite struct KernelTests {
  @Test(arguments: ["", ".", "..", "a/b", "/", "a\0b", String(repeating: "a", count: 256)])
  func `what is not the name of one file is no file name`(_ text: String) {
    #expect(FileName(text) == nil)
  }

  @Test(arguments: ["a", "...", ".a", "-", " ", "é", String(repeating: "a", count: 255)])
  func `anything else is`(_ text: String) throws {
    #expect(try Array(#require(FileName(text)).bytes) == Array(text.utf8))
  }

  @Test func `the last part of a path is a file name, byte for byte`() throws {
    #expect(FileName(lastOf: "/tmp/conclave") == "conclave")
    #expect(FileName(lastOf: "/") == nil)
    #expect(FileName(lastOf: "/tmp/..") == nil)
  }

  @Test func `an environment variable that is not set is nothing`() {
    #expect(Environment.value("CONCLAVE_NOBODY_SETS_THIS") == nil)
    #expect(Environment.value("PATH")?.isEmpty == false)
    #expect(Environment.path("PATH") != nil)
  }

  @Test func `clocks go forward`() throws {
    let (seconds, nanoseconds) = (SystemClock.seconds, SystemClock.monotonicNanoseconds)
    SystemClock.wait(nanoseconds: 1_000_000)
    #expect(SystemClock.monotonicNanoseconds >= nanoseconds + 1_000_000)
    #expect(SystemClock.seconds >= seconds)
    #expect(try !Environment.hostName().isEmpty)
  }
}
