import CPOSIX
package import SystemPackage

/// Reading a line that must not become a `String`.
///
/// The bytes go straight into memory of the caller's. Nothing is taken beyond the end of the line,
/// and no copy is left in a buffer of this process.
package enum SecretLine {
  /// Asks for a line on the terminal, with the echo off.
  ///
  /// Whatever signal comes in between, the echo is on again before it does its work; after a stop
  /// (`^Z`) the question is asked again. Throws `.interrupted` when a signal came that the program
  /// survives, `.messageTooLong` when the line does not fit, and `.noSuchAddressOrDevice` when there
  /// is no terminal.
  ///
  /// The corresponding C function is `tcsetattr` without `ECHO`, on `/dev/tty`.
  ///
  /// - Returns: how many bytes the line has, without its end, or nothing at the end of input.
  package static func ask(
    _ prompt: String, into buffer: inout MutableSpan<UInt8>
  ) throws(Errno) -> Int? {
    let question = Array(prompt.utf8)
    let count = unsafe buffer.withUnsafeMutableBufferPointer { buffer in
      unsafe conclave_read_secret_line(question, question.count, buffer.baseAddress, buffer.count)
    }
    return try lineLength(count)
  }

  /// Reads a line from a stream, such as a pipe another program writes to.
  ///
  /// Throws `.messageTooLong` when the line does not fit. The corresponding C function is `read`, one
  /// byte at a time.
  ///
  /// - Returns: how many bytes the line has, without its end, or nothing at the end of input.
  package static func read(
    from stream: StandardStream, into buffer: inout MutableSpan<UInt8>
  ) throws(Errno) -> Int? {
    let count = unsafe buffer.withUnsafeMutableBufferPointer { buffer in
      unsafe conclave_read_line(stream.rawValue, buffer.baseAddress, buffer.count)
    }
    return try lineLength(count)
  }

  /// Reads the first line of the file at `path`, which may be a pipe.
  ///
  /// Throws `.messageTooLong` when the line does not fit. The corresponding C function is `read`, one
  /// byte at a time.
  ///
  /// - Returns: how many bytes the line has, without its end, or nothing when the file is empty.
  package static func read(
    from path: FilePath, into buffer: inout MutableSpan<UInt8>
  ) throws(Errno) -> Int? {
    let file = try Descriptor(
      owning: unsafe conclave_open(path.terminated, conclave_open_wait_flags, 0))
    let count = unsafe buffer.withUnsafeMutableBufferPointer { buffer in
      unsafe conclave_read_line(file.number, buffer.baseAddress, buffer.count)
    }
    return try lineLength(count)
  }

  private static func lineLength(_ returned: Int) throws(Errno) -> Int? {
    do throws(Errno) {
      return try outcome(of: returned)
    } catch .noData {
      return nil
    }
  }
}
