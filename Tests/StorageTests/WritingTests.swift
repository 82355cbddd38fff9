import POSIX
import Storage
import SystemPackage
import Testing

@Suite struct WritingTests {
  @Test(arguments: [1, 3, 300], [false, true])
  func `what is put is there`(_ count: Int, durably: Bool) throws {
    let scratch = try Scratch()
    let vault = try scratch.vault()
    let objects = (0..<count).map {
      StoredObject(.sample($0, first: UInt8($0 & 255)), in: .grants, bytes: [UInt8($0 & 255), 7])
    }
    try vault.put(objects, durably: durably)
    #expect(try vault.names(in: .grants).names == objects.map(\.name).sorted())
    #expect(try vault.names(in: .grants).strange == [])
    for object in objects {
      #expect(try vault.read(object.name, in: .grants, limit: 2) == object.bytes)
    }
  }

  @Test func `an object that is there is left as it is`() throws {
    let scratch = try Scratch()
    let vault = try scratch.vault()
    try vault.put(.sample(), bytes: [1, 2, 3])
    try vault.put(.sample(), bytes: [9, 9, 9])
    #expect(try vault.read(.sample(), in: .objects, limit: 9) == [1, 2, 3])
    #expect(try vault.names(in: .objects).strange == [])
  }

  @Test func `half an object is replaced by the whole one`() throws {
    let scratch = try Scratch()
    let vault = try scratch.vault()
    try vault.put(.sample(), bytes: [1])
    try vault.put(.sample(), bytes: [1, 2, 3])
    #expect(try vault.read(.sample(), in: .objects, limit: 9) == [1, 2, 3])
  }

  @Test func `an object put twice at once is there once`() throws {
    let scratch = try Scratch()
    let vault = try scratch.vault()
    let object = StoredObject(.sample(), in: .objects, bytes: [1, 2, 3])
    try vault.put([object, object], durably: true)
    #expect(try vault.names(in: .objects).names == [.sample()])
    #expect(try vault.names(in: .objects).strange == [])
  }

  @Test(arguments: Obstacle.allCases)
  func `what lies where an object must go does not keep it out`(_ obstacle: Obstacle) throws {
    let scratch = try Scratch()
    let vault = try scratch.vault()
    let outside = scratch.path.appending("outside")
    try Planting.file(at: outside, bytes: [4, 5, 6])
    try obstacle.plant(in: vault, at: .sample(), pointingAt: outside)
    try vault.put(.sample(), bytes: [1, 2, 3])
    #expect(try vault.read(.sample(), in: .objects, limit: 3) == [1, 2, 3])
    #expect(try PrivateFile.read(outside, limit: 3) == [4, 5, 6])
  }

  /// What somebody put in an object's place.
  enum Obstacle: CaseIterable {
    case link, folder, fifo, fileForShard, linkForShard

    func plant(
      in vault: VaultFolder, at name: ObjectName, pointingAt outside: FilePath
    ) throws {
      let shard = vault.folder(of: name)
      switch self {
      case .fileForShard: return try Planting.file(at: shard, bytes: [1])
      case .linkForShard: return Planting.link(at: shard, to: "/tmp")
      case .link, .folder, .fifo: Planting.folder(at: shard)
      }
      switch self {
      case .link: Planting.link(at: vault.path(of: name), to: outside.string)
      case .folder:
        Planting.folder(at: vault.path(of: name))
        try Planting.file(at: vault.path(of: name).appending("full"))
      case .fifo: Planting.fifo(at: vault.path(of: name))
      case .fileForShard, .linkForShard: return
      }
    }
  }

  @Test func `ten thousand objects are flushed twice, not ten thousand times`() throws {
    let scratch = try Scratch()
    let vault = try scratch.vault()
    let objects = (0..<10_000).map { number in
      StoredObject(
        .sample(number, first: UInt8(number & 255)), in: .objects,
        bytes: [UInt8](repeating: 1, count: 100))
    }
    try vault.put(objects, durably: true)
    #expect(vault.flushCount == 2)
    #expect(try vault.names(in: .objects).names.count == 10_000)

    // The control: one at a time, each is flushed, and its folder.
    let others = try VaultFolder(
      creating: scratch.path.appending("others"), marker: "conclave 1 test")
    for object in objects.prefix(10) { try others.put([object], durably: true) }
    #expect(others.flushCount == 20)
  }

  @Test func `objects that need not survive yet are flushed once, before they have a name`() throws
  {
    let scratch = try Scratch()
    let vault = try scratch.vault()
    try vault.put(
      (0..<100).map { StoredObject(.sample($0), in: .objects, bytes: [1]) }, durably: false)
    #expect(vault.flushCount == 1)
    try vault.put(.sample(1_000))
    #expect(vault.flushCount == 2)
  }

  @Test func `an object that is there already is still flushed when it must survive`() throws {
    let scratch = try Scratch()
    let vault = try scratch.vault()
    try vault.put(.sample())
    let before = vault.flushCount
    try vault.put(.sample())
    #expect(vault.flushCount == before)
    try vault.put(.sample(), durably: true)
    #expect(vault.flushCount == before + 2)
  }

  @Test func `leftovers are removed after an hour, and not before`() throws {
    let scratch = try Scratch()
    let vault = try scratch.vault()
    try vault.put(.sample(1))
    let folder = vault.folder(of: .sample(1))
    let old = folder.appending(".new-00000000000000aa")
    let young = folder.appending(".new-00000000000000bb")
    let other = folder.appending(".newer")
    for path in [old, young, other] { try Planting.file(at: path, bytes: [1]) }
    Planting.setModified(old, secondsAgo: 3_700)
    Planting.setModified(young, secondsAgo: 3_500)
    Planting.setModified(other, secondsAgo: 3_700)
    try vault.put(.sample(2))
    #expect(
      try vault.names(in: .objects).strange.map(\.path).sorted()
        == ["objects/3f/.new-00000000000000bb", "objects/3f/.newer"])
  }

  @Test func `a write that fails leaves neither half a file nor a temporary one`() async {
    await #expect(processExitsWith: .success) {
      let scratch = try Scratch()
      let vault = try scratch.vault()
      Process.surviveTooLargeFiles()
      try ResourceLimit.fileSize.set(100_000)
      let small = StoredObject(.sample(1, first: 1), in: .objects, bytes: [1, 2, 3])
      let large = StoredObject(
        .sample(2, first: 2), in: .objects, bytes: [UInt8](repeating: 1, count: 200_000))
      for objects in [[large], [small, large], [large] + (10..<20).map { small.renamed($0) }] {
        #expect(throws: StorageError.failed(.writing, number: Errno.fileTooLarge.rawValue)) {
          try vault.put(objects, durably: true)
        }
        #expect(try scratch.files() == ["vault/conclave"])
      }

      // The control: written in place, half a file has the name.
      let file = try NewFile("in-place", in: Folder(at: scratch.path), mode: .privateFile)
      #expect(throws: Errno.fileTooLarge) { try file.write(large.bytes) }
      #expect(try Folder(at: scratch.path).status(of: "in-place").byteCount == 100_000)

      try vault.put([small], durably: true)
      #expect(try vault.names(in: .objects).names == [small.name])
    }
  }

  @Test(.enabled(if: Environment.user == 0, "only root may mount"))
  func `a full disk is named, and loses nothing`() async {
    await #expect(processExitsWith: .success) {
      let scratch = try Scratch()
      guard Planting.mountSmallFileSystem(at: scratch.path, byteCount: 1 << 20) else { return }
      defer { Planting.unmount(scratch.path) }
      let vault = try scratch.vault()
      try vault.put(.sample(1))
      let many = (0..<40).map {
        StoredObject(
          .sample($0, first: 2), in: .objects, bytes: [UInt8](repeating: 1, count: 100_000))
      }
      #expect(throws: StorageError.noSpace) { try vault.put(many, durably: true) }
      #expect(try vault.names(in: .objects).names == [.sample(1)])
      #expect(try vault.names(in: .objects).strange == [])
      try vault.put(Array(many.prefix(3)), durably: true)
      #expect(try vault.names(in: .objects).names.count == 4)
    }
  }
}

extension StoredObject {
  func renamed(_ number: Int) -> StoredObject {
    StoredObject(.sample(number), in: area, bytes: bytes)
  }
}
