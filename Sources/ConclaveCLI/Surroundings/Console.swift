import POSIX
import SystemPackage

/// The streams the program was started with, and the person who may sit at them.
protocol Console: Sendable {
  /// Whether there is somebody to ask: questions go to standard error, answers come from standard
  /// input.
  var hasPerson: Bool { get }

  /// Whether `stream` is a terminal.
  func isTerminal(_ stream: StandardStream) -> Bool

  /// How wide `stream` is, when it is a terminal that knows.
  func columnCount(of stream: StandardStream) -> Int?

  /// Writes all of `bytes` as they are: callers go through `Surroundings`, which makes text visible.
  func write(_ bytes: [UInt8], to stream: StandardStream) throws(Errno)

  /// Everything on standard input, or `.fileTooLarge` past `limit` bytes.
  func readAll(limit: Int) throws(Errno) -> [UInt8]

  /// The next line of standard input without its end, or nothing at the end of input.
  func readLine() throws(Errno) -> String?

  /// The next line of standard input into `buffer`, or nothing at the end of input.
  func readSecretLine(into buffer: inout MutableSpan<UInt8>) throws(Errno) -> Int?

  /// Runs a program at the terminal and waits for it; its temporary files go to `temporaries`.
  func run(_ words: [String], temporaries: FilePath) throws(Errno) -> OtherProgram.Ending

  /// Asks on the terminal with the echo off; `.noSuchAddressOrDevice` when there is none.
  func askSecret(_ prompt: Line, into buffer: inout MutableSpan<UInt8>) throws(Errno) -> Int?
}

/// The console of this process.
struct ProcessConsole: Console {
  var hasPerson: Bool { isTerminal(.input) && isTerminal(.error) }

  func isTerminal(_ stream: StandardStream) -> Bool { stream.isTerminal }

  func columnCount(of stream: StandardStream) -> Int? { stream.columnCount }

  func write(_ bytes: [UInt8], to stream: StandardStream) throws(Errno) {
    try stream.write(bytes)
  }

  func readAll(limit: Int) throws(Errno) -> [UInt8] {
    try StandardStream.input.readAll(limit: limit)
  }

  func readLine() throws(Errno) -> String? {
    var line = [UInt8](repeating: 0, count: 4096)
    var buffer = line.mutableSpan
    guard let count = try SecretLine.read(from: .input, into: &buffer) else { return nil }
    return String(decoding: line[..<count], as: UTF8.self)
  }

  func readSecretLine(into buffer: inout MutableSpan<UInt8>) throws(Errno) -> Int? {
    try SecretLine.read(from: .input, into: &buffer)
  }

  func run(_ words: [String], temporaries: FilePath) throws(Errno) -> OtherProgram.Ending {
    try OtherProgram.run(words, temporaries: temporaries)
  }

  func askSecret(_ prompt: Line, into buffer: inout MutableSpan<UInt8>) throws(Errno) -> Int? {
    try SecretLine.ask(prompt.text, into: &buffer)
  }
}
