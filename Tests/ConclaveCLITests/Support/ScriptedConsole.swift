import Casework
import Foundation
import POSIX
import Sealing
import Synchronization
import SystemPackage

@testable import ConclaveCLI

/// A terminal at which answers were written down beforehand; remembers everything shown.
///
/// Questions that nobody foresaw end the input.
final class ScriptedConsole: Console {
  private struct State {
    var answers: [Answer]
    var output: [UInt8] = []
    var error: [UInt8] = []
  }

  /// What the person does when asked.
  enum Answer: Sendable {
    case types(String)
    case pressesInterrupt
    /// Types what stands in the last line shown that begins with blanks, as drawn words do.
    case copiesWordsShown
  }

  private let state: Mutex<State>
  let hasPerson: Bool
  private let columns: Int?

  init(_ answers: [Answer] = [], hasPerson: Bool = true, columns: Int? = nil) {
    state = Mutex(State(answers: answers))
    self.hasPerson = hasPerson
    self.columns = columns
  }

  var output: String { state.withLock { String(decoding: $0.output, as: UTF8.self) } }
  var error: String { state.withLock { String(decoding: $0.error, as: UTF8.self) } }
  var unusedAnswerCount: Int { state.withLock { $0.answers.count } }

  func isTerminal(_ stream: StandardStream) -> Bool { hasPerson }

  func columnCount(of stream: StandardStream) -> Int? { columns }

  func write(_ bytes: [UInt8], to stream: StandardStream) throws(Errno) {
    state.withLock { if stream == .output { $0.output += bytes } else { $0.error += bytes } }
  }

  func readAll(limit: Int) throws(Errno) -> [UInt8] {
    Array((try readLine() ?? "").utf8)
  }

  func readLine() throws(Errno) -> String? {
    let answer: Answer? = state.withLock { $0.answers.isEmpty ? nil : $0.answers.removeFirst() }
    switch answer {
    case nil: return nil
    case .types(let text): return text
    case .pressesInterrupt: throw .interrupted
    case .copiesWordsShown:
      return error.split(separator: "\n").last { $0.hasPrefix("  ") }.map {
        String($0.dropFirst(2))
      }
    }
  }

  func readSecretLine(into buffer: inout MutableSpan<UInt8>) throws(Errno) -> Int? {
    guard let line = try readLine() else { return nil }
    for (index, byte) in line.utf8.enumerated() { buffer[index] = byte }
    return line.utf8.count
  }

  /// Whoever edits writes what they type next in place of what stands in the last word's file.
  func run(_ words: [String], temporaries: FilePath) throws(Errno) -> OtherProgram.Ending {
    try write(Array((words.joined(separator: " ") + "\n").utf8), to: .error)
    guard let path = words.last, let text = try readLine() else { return .killed(signal: 15) }
    if text == ":cq" { return .exited(1) }
    if text != ":q!" {
      do { try Data(text.utf8).write(to: URL(fileURLWithPath: path)) } catch { throw .ioError }
    }
    return .exited(0)
  }

  func askSecret(_ prompt: Line, into buffer: inout MutableSpan<UInt8>) throws(Errno) -> Int? {
    guard hasPerson else { throw .noSuchAddressOrDevice }
    try write(Array((prompt.text + "\n").utf8), to: .error)
    return try readSecretLine(into: &buffer)
  }
}

extension Surroundings {
  /// Surroundings with a home in `folder` and cheap passphrases, at 2026-03-04 20:30 UTC.
  static func scripted(_ console: ScriptedConsole, home folder: FilePath) -> Surroundings {
    Surroundings(
      console: console,
      settings: Settings(
        configFolder: folder.appending("config"), stateFolder: folder.appending("state"),
        vault: nil, identity: nil, allowsColour: false, editor: "vi",
        memoryPlaces: ["/dev/shm"], strength: .floor),
      zone: .utc, clock: { Instant(secondsSince1970: 1_772_656_200) })
  }
}
