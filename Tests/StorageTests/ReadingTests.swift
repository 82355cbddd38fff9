import Defences
import POSIX
import Storage
import Synchronization
import SystemPackage
import Testing

@Suite struct ReadingTests {
  @Test func `an object is read up to the limit and refused above it`() throws {
    let scratch = try Scratch()
    let vault = try scratch.vault()
    try vault.put(.sample(), bytes: [1, 2, 3])
    #expect(try vault.read(.sample(), in: .objects, limit: 3) == [1, 2, 3])
    #expect(throws: StorageError.tooLarge(limit: 2, found: 3)) {
      try vault.read(.sample(), in: .objects, limit: 2)
    }
    #expect(try vault.readPrefix(.sample(), in: .objects, byteCount: 2) == [1, 2])
    #expect(try vault.readPrefix(.sample(), in: .objects, byteCount: 9) == [1, 2, 3])
    #expect(try vault.byteCount(of: .sample(), in: .objects) == 3)
  }

  @Test func `an object that is not there is missing, in every way of asking`() throws {
    let scratch = try Scratch()
    let vault = try scratch.vault()
    try vault.put(.sample(1))
    for name in [ObjectName.sample(2), .sample(2, first: 0xaa)] {
      #expect(throws: StorageError.missing) { try vault.read(name, in: .objects, limit: 9) }
      #expect(throws: StorageError.missing) { try vault.byteCount(of: name, in: .objects) }
      #expect(try !vault.contains(name, in: .objects))
      try vault.remove([name], in: .objects)
    }
    #expect(throws: StorageError.missing) { try vault.read(.sample(1), in: .grants, limit: 9) }
    #expect(try vault.contains(.sample(1), in: .objects))
  }

  @Test func `a file that claims fifty gigabytes is refused before anything is allocated`() throws {
    let scratch = try Scratch()
    let vault = try scratch.vault()
    try vault.put(.sample())
    try Planting.sparseFile(at: vault.path(of: .sample()), byteCount: 50 << 30)
    #expect(throws: StorageError.tooLarge(limit: 1 << 20, found: 50 << 30)) {
      try vault.read(.sample(), in: .objects, limit: 1 << 20)
    }
    #expect(try vault.readPrefix(.sample(), in: .objects, byteCount: 4) == [0, 0, 0, 0])
    // Control: whatever the file says is allocated; here sixteen times what may be.
    try Planting.sparseFile(at: vault.path(of: .sample()), byteCount: 16 << 20)
    let unchecked = try Defence.$missing.withValue([.sizeLimit]) {
      try vault.read(.sample(), in: .objects, limit: 1 << 20).count
    }
    #expect(unchecked == 16 << 20)
  }

  @Test func `links are never followed`() throws {
    let scratch = try Scratch()
    let vault = try scratch.vault()
    let outside = scratch.path.appending("outside")
    try Planting.file(at: outside, bytes: [4, 5, 6])
    try vault.put(.sample(1))
    Planting.link(at: vault.path(of: .sample(2)), to: outside.string)
    Planting.link(
      at: vault.folder(of: .sample(3, first: 0x44)), to: vault.folder(of: .sample(1)).string)

    #expect(throws: StorageError.notRegular) { try vault.read(.sample(2), in: .objects, limit: 9) }
    #expect(throws: StorageError.notRegular) {
      try vault.readPrefix(.sample(2), in: .objects, byteCount: 9)
    }
    #expect(throws: StorageError.notRegular) { try vault.byteCount(of: .sample(2), in: .objects) }
    #expect(try !vault.contains(.sample(2), in: .objects))
    #expect(throws: StorageError.missing) {
      try vault.read(.sample(1, first: 0x44), in: .objects, limit: 9)
    }
    #expect(try vault.read(.sample(1), in: .objects, limit: 9) == [1, 2, 3])
    #expect(try vault.names(in: .objects).names == [.sample(1)])
    // Control: a file outside is taken for an object, and a folder for another.
    let unchecked = try Defence.$missing.withValue([.regularFilesOnly]) {
      (try vault.names(in: .objects).names, try vault.read(.sample(2), in: .objects, limit: 9))
    }
    #expect(unchecked == ([.sample(1), .sample(2)], [4, 5, 6]))
    try Defence.$missing.withValue([.foldersAreNoLinks]) {
      try Planting.file(
        at: vault.folder(of: .sample(1)).appending(ObjectName.sample(1, first: 0x44).hex),
        bytes: [7])
      #expect(try vault.read(.sample(1, first: 0x44), in: .objects, limit: 9) == [7])
    }
  }

  @Test func `an area that is a link is refused, not empty`() throws {
    let scratch = try Scratch()
    let vault = try scratch.vault()
    try Folder(at: vault.path).removeFolder("grants")
    Planting.link(at: vault.path.appending("grants"), to: "objects")
    #expect(throws: StorageError.notAFolder) { try vault.names(in: .grants) }
    #expect(throws: StorageError.notAFolder) { try vault.read(.sample(), in: .grants, limit: 9) }
    #expect(throws: StorageError.notAFolder) {
      try vault.put([StoredObject(.sample(), in: .grants, bytes: [1])], durably: false)
    }
    #expect(try vault.names(in: .objects).names == [])
    // Control: what is written as a grant lies among the objects.
    try Defence.$missing.withValue([.foldersAreNoLinks]) {
      try vault.put([StoredObject(.sample(), in: .grants, bytes: [1])], durably: false)
    }
    #expect(try vault.names(in: .objects).names == [.sample()])
  }

  @Test(.timeLimit(.minutes(1)))
  func `a FIFO does not make a reader wait`() throws {
    let scratch = try Scratch()
    let vault = try scratch.vault()
    try vault.put(.sample(1))
    Planting.fifo(at: vault.path(of: .sample(2)))
    #expect(throws: StorageError.notRegular) { try vault.read(.sample(2), in: .objects, limit: 9) }
    #expect(try vault.read(.sample(1), in: .objects, limit: 9) == [1, 2, 3])
    // Control: the reader waits, until somebody opens the other end.
    let hasEnded = Atomic(false)
    let reader = Beside {
      let bytes = Defence.$missing.withValue([.regularFilesOnly]) {
        try? vault.read(.sample(2), in: .objects, limit: 9)
      }
      hasEnded.store(true, ordering: .sequentiallyConsistent)
      return bytes.map { "\($0.count) bytes" } ?? "refused"
    }
    SystemClock.wait(nanoseconds: 300_000_000)
    let waits = !hasEnded.load(ordering: .sequentiallyConsistent)
    #expect(waits)
    Planting.openForWriting(vault.path(of: .sample(2)))
    #expect(reader.value() == "0 bytes")
  }
}
