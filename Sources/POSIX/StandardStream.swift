import CPOSIX
package import SystemPackage

/// One of the three streams a program is started with.
package enum StandardStream: CInt, Sendable {
  case input = 0
  case output = 1
  case error = 2

  /// Whether a person sits at the other end.
  ///
  /// The corresponding C function is `isatty`.
  package var isTerminal: Bool { conclave_isatty(rawValue) == 1 }

  /// The terminal's width in columns, when this is a terminal that knows it.
  ///
  /// The corresponding C function is `ioctl` with `TIOCGWINSZ`.
  package var columnCount: Int? {
    let columns = conclave_columns(rawValue)
    return columns > 0 ? Int(columns) : nil
  }

  /// Writes all of `bytes`, waiting as long as the reader takes.
  ///
  /// A reader who has gone is the error `.brokenPipe`, not the end of the program. The corresponding
  /// C function is `write`.
  package func write(_ bytes: [UInt8]) throws(Errno) {
    var written = 0
    while written < bytes.count {
      let put = unsafe bytes.withUnsafeBytes { buffer in
        let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[written...])
        return unsafe conclave_write_quietly(rawValue, rest.baseAddress, rest.count)
      }
      written += try outcome(of: put)
    }
  }

  /// Writes all of `text`, as ``write(_:)-([UInt8])`` does.
  package func write(_ text: String) throws(Errno) {
    try write(Array(text.utf8))
  }

  /// Reads everything up to the end of the stream, and throws `.fileTooLarge` past `limit` bytes.
  ///
  /// The corresponding C function is `read`.
  package func readAll(limit: Int) throws(Errno) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let got = unsafe chunk.withUnsafeMutableBytes { buffer in
        unsafe conclave_read(rawValue, buffer.baseAddress, buffer.count)
      }
      let count = try outcome(of: got)
      guard count > 0 else { return bytes }
      guard bytes.count + count <= limit else { throw .fileTooLarge }
      bytes += chunk[..<count]
    }
  }
}
