import POSIX
import Storage
import SystemPackage
import Testing

@Suite struct RemovingTests {
  @Test func `removing one that cannot be removed does not keep the others`() throws {
    let scratch = try Scratch()
    let vault = try scratch.vault()
    for number in 1...3 { try vault.put(.sample(number)) }
    Planting.folder(at: vault.path(of: .sample(4)))
    #expect(throws: StorageError.notRegular) {
      try vault.remove([.sample(1), .sample(4), .sample(9), .sample(2)], in: .objects)
    }
    #expect(try vault.names(in: .objects).names == [.sample(3)])
  }

  @Test(arguments: ["/tmp", "/dev/shm"] as [FilePath])
  func `an object moved out lies outside, on another file system too`(_ parent: FilePath) throws {
    let scratch = try Scratch()
    let elsewhere = try Scratch(in: parent)
    let vault = try scratch.vault()
    let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0) }
    try vault.put(.sample(1), bytes: bytes)
    try vault.put(.sample(2))
    let folder = elsewhere.path.appending("a/b")
    try vault.moveOut([.sample(1), .sample(9)], in: .objects, to: folder)
    #expect(try vault.names(in: .objects).names == [.sample(2)])
    #expect(try elsewhere.files() == ["a/b/\(ObjectName.sample(1).hex)"])
    #expect(
      try PrivateFile.read(folder.appending(ObjectName.sample(1).hex), limit: 1 << 22) == bytes)
    #expect(try Folder(at: folder).status().mode == .privateFolder)
  }

  @Test func `one that lies outside already is kept, unless it is not whole`() throws {
    let scratch = try Scratch()
    let vault = try scratch.vault()
    let folder = scratch.path.appending("out")
    let path = folder.appending(ObjectName.sample().hex)
    try PrivateFile.write([7, 7, 7], to: path, replacing: false)
    try vault.put(.sample(), bytes: [1, 2, 3])
    try vault.moveOut([.sample()], in: .objects, to: folder)
    #expect(try PrivateFile.read(path, limit: 9) == [7, 7, 7])
    try vault.put(.sample(), bytes: [1, 2])
    try vault.moveOut([.sample()], in: .objects, to: folder)
    #expect(try PrivateFile.read(path, limit: 9) == [1, 2])
    #expect(try vault.names(in: .objects).names == [])
  }
}
