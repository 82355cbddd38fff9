import POSIX
import Synchronization

/// One line on a terminal that says how far long work has come, cleared at the end.
///
/// Writes at most ten times a second, and nothing at all when it is not shown. While it lives, the
/// first `^C` only sets `isInterrupted`, so that the work can stop with everything in order.
final class Progress: Sendable {
  private let console: any Console
  private let isShown: Bool
  private let columns: Int
  private let lastWritten = Mutex<Int64>(0)

  init(console: any Console, isShown: Bool) {
    self.console = console
    self.isShown = isShown
    columns = console.columnCount(of: .error) ?? 80
    // Without it `^C` ends the program at once, which loses nothing but tidiness.
    do { try Interrupt.watch() } catch {}
  }

  /// Whether the person has pressed `^C`.
  var isInterrupted: Bool { Interrupt.isRequested }

  /// Says that `done` of `total` are done of `work`, when enough time has gone by.
  func update(_ work: Line, done: Int, of total: Int) {
    guard isShown else { return }
    let now = SystemClock.monotonicNanoseconds
    let isDue = lastWritten.withLock { last in
      guard now - last >= 100_000_000 else { return false }
      last = now
      return true
    }
    guard isDue else { return }
    let line: Line = "\(work): \(done) of \(total)"
    write("\r\(line.truncated(to: columns - 1).text)\u{1B}[K")
  }

  /// Clears the line.
  func finish() {
    guard isShown,
      lastWritten.withLock({ last in
        defer { last = 0 }
        return last != 0
      })
    else { return }
    write("\r\u{1B}[K")
  }

  private func write(_ text: String) {
    // Whoever closed the terminal does not want to know.
    do { try console.write(Array(text.utf8), to: .error) } catch {}
  }
}
