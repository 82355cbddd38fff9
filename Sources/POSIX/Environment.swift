import CPOSIX
package import SystemPackage

/// What the program was started with, and where.
package enum Environment {
  /// The value of the environment variable `name`, or nothing when there is none or it is empty.
  ///
  /// The corresponding C function is `getenv`.
  package static func value(_ name: StaticString) -> String? {
    bytes(name).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The environment variable `name` as a path, byte for byte.
  ///
  /// The corresponding C function is `getenv`.
  package static func path(_ name: StaticString) -> FilePath? {
    guard let value = bytes(name) else { return nil }
    return unsafe FilePath(platformString: value.map { CChar(bitPattern: $0) } + [0])
  }

  /// The folder the program was started in, as an absolute path.
  ///
  /// The corresponding C function is `getcwd`.
  package static func workingFolder() throws(Errno) -> FilePath {
    var path = [UInt8](repeating: 0, count: 4096)
    _ = try outcome(of: unsafe conclave_getcwd(&path, path.count))
    return unsafe FilePath(platformString: path.map { CChar(bitPattern: $0) })
  }

  /// The name this machine calls itself.
  ///
  /// The corresponding C function is `gethostname`.
  package static func hostName() throws(Errno) -> String {
    var name = [UInt8](repeating: 0, count: 256)
    let count = try outcome(of: unsafe conclave_hostname(&name, name.count))
    return String(decoding: name[..<count], as: UTF8.self)
  }

  /// The number of the user this process acts for.
  ///
  /// The corresponding C function is `geteuid`.
  package static var user: UInt32 { conclave_user() }

  private static func bytes(_ name: StaticString) -> [UInt8]? {
    guard let value = unsafe conclave_getenv(Array(name.description.utf8) + [0]) else { return nil }
    var bytes: [UInt8] = []
    var next = unsafe value
    while unsafe next.pointee != 0 {
      bytes.append(unsafe next.pointee)
      unsafe next += 1
    }
    return bytes.isEmpty ? nil : bytes
  }
}
