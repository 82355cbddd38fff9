import POSIX

extension FileName {
  /// The name of an object's file.
  init(_ name: ObjectName) {
    self.init(digits: name.bytes)
  }

  /// The name of the folder for objects with this first byte.
  init(shard: UInt8) {
    self.init(digits: [shard])
  }

  private init(digits bytes: [UInt8]) {
    guard let name = FileName(Hex.string(bytes)) else {
      preconditionFailure("digits are a file name")
    }
    self = name
  }
}
