import POSIX
import Storage
import SystemPackage
import Testing

@Suite struct VaultFolderTests {
  @Test func `a new vault is its owner's alone and opens with its marker`() throws {
    let scratch = try Scratch()
    let made = try scratch.vault()
    #expect(try Folder(at: made.path).status().mode == AccessRights(bits: 0o700))
    #expect(try VaultFolder(opening: made.path).marker == "conclave 1 test")
    #expect(try scratch.files() == ["vault/conclave"])
  }

  @Test func `a vault is not made in a folder that holds something`() throws {
    let scratch = try Scratch()
    try Planting.file(at: scratch.path.appending("letter"))
    #expect(throws: StorageError.notEmpty(scratch.path)) {
      try VaultFolder(creating: scratch.path, marker: "conclave 1 test")
    }
    let vault = try scratch.vault()
    #expect(throws: StorageError.notEmpty(vault.path)) { try scratch.vault() }
  }

  @Test func `a vault whose making was stopped can be made again`() throws {
    let scratch = try Scratch()
    let path = scratch.path.appending("vault")
    Planting.folder(at: path)
    Planting.folder(at: path.appending("objects"))
    try Planting.file(at: path.appending(".new-0123456789abcdef"), bytes: [1])
    #expect(throws: StorageError.notAVault(path)) { try VaultFolder(opening: path) }
    #expect(try scratch.vault().marker == "conclave 1 test")
  }

  @Test(arguments: [
    [], [10], Array("no end".utf8), Array("two\nlines\n".utf8), [0xff, 10], [27, 91, 109, 10],
    [UInt8](repeating: 97, count: 256) + [10], [UInt8](repeating: 97, count: 255) + [10, 97],
  ])
  func `a folder without one short line in its marker is no vault`(_ marker: [UInt8]) throws {
    let scratch = try Scratch()
    let vault = try scratch.vault()
    try Planting.file(at: vault.path.appending("conclave"), bytes: marker)
    #expect(throws: StorageError.notAVault(vault.path)) { try VaultFolder(opening: vault.path) }
    #expect(try VaultFolder.find(from: vault.path) == nil)
  }

  @Test func `a marker that is a link or a FIFO is no marker`() throws {
    let scratch = try Scratch()
    let line = scratch.path.appending("line")
    try Planting.file(at: line, bytes: Array("conclave 1 test\n".utf8))
    for plant in [{ Planting.link(at: $0, to: line.string) }, Planting.fifo(at:)] {
      let path = scratch.path.appending("vault-\(Int.random(in: 0...Int.max))")
      Planting.folder(at: path)
      plant(path.appending("conclave"))
      #expect(throws: StorageError.notAVault(path)) { try VaultFolder(opening: path) }
    }
  }

  @Test func `a vault is found from the folders in it, and not from beside it`() throws {
    let scratch = try Scratch()
    let vault = try scratch.vault()
    #expect(try VaultFolder.find(from: vault.path.appending("objects")) == vault.path)
    #expect(try VaultFolder.find(from: vault.path.appending("gone/gone")) == vault.path)
    #expect(try VaultFolder.find(from: scratch.path) == nil)
  }

  @Test func `areas that a copying tool left out are empty, and come back`() throws {
    let scratch = try Scratch()
    let vault = try scratch.vault()
    try Folder(at: vault.path).removeFolder("objects")
    #expect(try vault.names(in: .objects).names == [])
    #expect(try vault.contains(.sample(), in: .objects) == false)
    try vault.put(.sample())
    #expect(try vault.names(in: .objects).names == [.sample()])
  }

  @Test func `whoever opens the folder to others opens what is added later`() throws {
    let scratch = try Scratch()
    let path = try scratch.vault().path
    for (mode, folderMode, fileMode) in [(0o700, 0o700, 0o600), (0o770, 0o770, 0o660)] {
      Planting.setMode(path, UInt32(mode))
      let vault = try VaultFolder(opening: path)
      let name = ObjectName.sample(mode, first: UInt8(mode & 0xff))
      try vault.put(name)
      let shard = try Folder(at: vault.folder(of: name))
      #expect(try shard.status().mode == AccessRights(bits: UInt32(folderMode)))
      let file = try #require(FileName(name.hex))
      #expect(try shard.status(of: file).mode == AccessRights(bits: UInt32(fileMode)))
    }
  }

  @Test func `a stamp changes when a name comes or goes, and only that shard's`() throws {
    let scratch = try Scratch()
    let vault = try scratch.vault()
    let (here, there) = (ObjectName.sample(1, first: 0x11), ObjectName.sample(2, first: 0x22))
    try vault.put(here)
    try vault.put(there)
    Planting.setModified(vault.folder(of: here), secondsAgo: 10)
    Planting.setModified(vault.folder(of: there), secondsAgo: 10)
    let before = try vault.shardStamps(in: .objects)
    try vault.remove([here], in: .objects)
    let after = try vault.shardStamps(in: .objects)
    #expect(Set(after.keys) == [0x11, 0x22])
    #expect(before[0x11] != after[0x11])
    #expect(before[0x22] == after[0x22])
    let now = SystemClock.seconds
    #expect(before[0x11]?.isSettled(at: now) == true)
    #expect(after[0x11]?.isSettled(at: now) == false)
  }
}
