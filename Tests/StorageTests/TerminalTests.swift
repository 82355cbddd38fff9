import Glibc
import POSIX
import SystemPackage
import Testing

@Suite(.timeLimit(.minutes(1))) struct TerminalTests {
  @Test func `a secret is read from the terminal and not shown on it`() async {
    await #expect(processExitsWith: .success) {
      let terminal = Terminal()
      let watcher = Beside {
        let question = terminal.screen()
        #expect(!terminal.echoes)
        terminal.type("tongs\nmore")
        return question + terminal.screen()
      }
      #expect(asked("passphrase: ") == .success("tongs"))
      #expect(terminal.echoes)
      let shown = watcher.value()
      #expect(shown.hasPrefix("passphrase: "))
      #expect(!shown.contains("tongs"))
    }
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGTSTP])
  func `the echo is back before a signal does its work`(_ number: Int32) async {
    await #expect(processExitsWith: .success) { [number = number as Int32] in
      let terminal = Terminal()
      Process.note(number)
      let watcher = Beside {
        _ = terminal.screen()
        let echo = terminal.echoes ? "loud" : "silent"
        Process.send(number)
        if number == SIGTSTP {
          while !terminal.screen().contains("?") {}
          terminal.type("again\n")
        }
        return echo
      }
      #expect(asked("? ") == (number == SIGTSTP ? .success("again") : .failure(.interrupted)))
      #expect(watcher.value() == "silent")
      #expect(terminal.echoes)
      Process.wait { Process.noted == number }
      #expect(Process.noted == number)
    }
  }

  @Test func `a line from a pipe is taken without what follows it`() async {
    await #expect(processExitsWith: .success) {
      Process.setInput(Array("first\n\nthe third is long\nlast".utf8))
      #expect(nextLine() == .success("first"))
      #expect(nextLine() == .success(""))
      #expect(nextLine() == .failure(.messageTooLong))
      #expect(nextLine() == .success("last"))
      #expect(nextLine() == .success(nil))
    }
  }

  @Test func `a reader who has gone is an error, not the end`() async {
    await #expect(processExitsWith: .success) {
      Process.letSignalsThrough()
      Process.closeReaderOfOutput()
      #expect(throws: Errno.brokenPipe) { try StandardStream.output.write("anybody there\n") }
      Process.closeOutput()
    }
    // The control: a plain write ends the process.
    await #expect(processExitsWith: .signal(SIGPIPE)) {
      Process.letSignalsThrough()
      Process.closeReaderOfOutput()
      Process.writePlainly()
    }
  }

  @Test func `an interrupt is noted once, and the second ends the program`() async {
    await #expect(processExitsWith: .success) {
      try Interrupt.watch()
      #expect(!Interrupt.isRequested)
      Process.send(SIGINT)
      Process.wait { Interrupt.isRequested }
      #expect(Interrupt.isRequested)
      try Interrupt.watch()
      #expect(!Interrupt.isRequested)
    }
    await #expect(processExitsWith: .signal(SIGINT)) {
      try Interrupt.watch()
      Process.send(SIGINT)
      Process.wait { Interrupt.isRequested }
      Process.send(SIGINT)
      Process.wait { false }
    }
  }
}

/// What was answered on the terminal, in at most eight bytes.
private func asked(_ prompt: String) -> Result<String?, Errno> {
  line { buffer throws(Errno) in try SecretLine.ask(prompt, into: &buffer) }
}

/// The next line of the standard input, of at most eight bytes.
private func nextLine() -> Result<String?, Errno> {
  line { buffer throws(Errno) in try SecretLine.read(from: .input, into: &buffer) }
}

private func line(
  _ read: (inout MutableSpan<UInt8>) throws(Errno) -> Int?
) -> Result<String?, Errno> {
  var bytes = [UInt8](repeating: 0xff, count: 8)
  do throws(Errno) {
    var buffer = bytes.mutableSpan
    guard let count = try read(&buffer) else { return .success(nil) }
    return .success(String(decoding: bytes.prefix(count), as: UTF8.self))
  } catch {
    return .failure(error)
  }
}
