import POSIX
import Storage
import SystemPackage
import Testing

@Suite struct PrivateFileTests {
  @Test func `a private file and its folders are the owner's alone`() throws {
    let scratch = try Scratch()
    let path = scratch.path.appending("config/conclave/identity")
    try PrivateFile.write([1, 2], to: path, replacing: false)
    let folder = try Folder(at: path.removingLastComponent())
    #expect(try folder.status().mode == AccessRights(bits: 0o700))
    #expect(try folder.status(of: "identity").mode == AccessRights(bits: 0o600))
    #expect(try PrivateFile.read(path, limit: 2) == [1, 2])
    #expect(try scratch.files() == ["config/conclave/identity"])
  }

  @Test func `an existing file is replaced only when that is asked for`() throws {
    let scratch = try Scratch()
    let path = scratch.path.appending("identity")
    try PrivateFile.write([1], to: path, replacing: false)
    #expect(throws: StorageError.exists) {
      try PrivateFile.write([2], to: path, replacing: false)
    }
    #expect(try PrivateFile.read(path, limit: 9) == [1])
    try PrivateFile.write([3], to: path, replacing: true)
    #expect(try PrivateFile.read(path, limit: 9) == [3])
    #expect(try scratch.files() == ["identity"])
  }

  @Test func `a link is neither read nor written through`() throws {
    let scratch = try Scratch()
    let target = scratch.path.appending("target")
    let link = scratch.path.appending("identity")
    try Planting.file(at: target, bytes: [7])
    Planting.link(at: link, to: target.string)
    #expect(throws: StorageError.notRegular) { try PrivateFile.read(link, limit: 9) }
    for replacing in [false, true] {
      #expect(throws: StorageError.notRegular) {
        try PrivateFile.write([1], to: link, replacing: replacing)
      }
    }
    #expect(try PrivateFile.read(target, limit: 9) == [7])
  }

  @Test func `what is not there, no file, or too large is named`() throws {
    let scratch = try Scratch()
    let path = scratch.path.appending("identity")
    #expect(throws: StorageError.missing) { try PrivateFile.read(path, limit: 9) }
    #expect(throws: StorageError.notRegular) { try PrivateFile.read(scratch.path, limit: 9) }
    try PrivateFile.write([1, 2, 3], to: path, replacing: false)
    #expect(throws: StorageError.tooLarge(limit: 2, found: 3)) {
      try PrivateFile.read(path, limit: 2)
    }
    try PrivateFile.remove(path)
    try PrivateFile.remove(path)
    #expect(throws: StorageError.missing) { try PrivateFile.read(path, limit: 9) }
  }
}
