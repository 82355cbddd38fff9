import Defences
import POSIX
import Storage
import SystemPackage
import Testing

@Suite struct StrangeFileTests {
  static let digits = ObjectName.sample(7).hex

  @Test func `strange files of every kind are passed over and named, and objects are not`() throws {
    let scratch = try Scratch()
    let vault = try scratch.vault()
    try vault.put(.sample(1))
    let shard = vault.folder(of: .sample(1))
    let digits = Self.digits
    Planting.link(at: shard.appending(digits), to: "/etc/passwd")
    Planting.fifo(at: shard.appending("fifo"))
    Planting.socket(at: shard.appending("socket"))
    Planting.folder(at: shard.appending("folder"))
    for name in [
      digits.uppercased(), digits + " (conflicted copy)", digits + ".sync-conflict-20260304-ABC",
      ObjectName.sample(1, first: 0x40).hex, ".new-0123456789abcdef", "letter.txt", "a\u{1b}[2J\\",
    ] { try Planting.file(at: shard.appending(name)) }
    try Planting.file(named: #require(FileName(bytes: [0xc3, 0x28])), in: shard)
    let area = vault.path.appending("objects")
    try Planting.file(at: area.appending("40"))
    Planting.folder(at: area.appending("4F"))
    Planting.folder(at: area.appending("other"))
    Planting.link(at: area.appending("41"), to: "3f")

    let listing = try vault.names(in: .objects)
    #expect(listing.names == [.sample(1)])
    let found = Dictionary(uniqueKeysWithValues: listing.strange.map { ($0.path, $0.reason) })
    #expect(
      found == [
        "objects/3f/\(digits)": .link,
        "objects/3f/fifo": .fifo,
        "objects/3f/socket": .socket,
        "objects/3f/folder": .folder,
        "objects/3f/\(digits.uppercased())": .capitalLetters,
        "objects/3f/\(digits) (conflicted copy)": .conflictCopy,
        "objects/3f/\(digits).sync-conflict-20260304-ABC": .conflictCopy,
        "objects/3f/\(ObjectName.sample(1, first: 0x40).hex)": .wrongFolder,
        "objects/3f/.new-0123456789abcdef": .unfinished,
        "objects/3f/letter.txt": .otherName,
        "objects/3f/a\\x1b[2J\\x5c": .otherName,
        "objects/3f/\\xc3(": .notUTF8,
        "objects/40": .file,
        "objects/4F": .capitalLetters,
        "objects/other": .otherName,
        "objects/41": .link,
      ])
    #expect(listing.strangeCount == found.count)
    #expect(try vault.names(in: .objects, shard: 0x3f).strangeCount == found.count - 4)
    // Control: one strange file and nothing is listed any more.
    Defence.$missing.withValue([.strangeIsPassedOver]) {
      #expect(throws: StorageError.self) { try vault.names(in: .objects) }
    }
  }

  @Test(.enabled(if: Environment.user == 0, "only root may make devices"))
  func `a device is passed over and not opened`() throws {
    let scratch = try Scratch()
    let vault = try scratch.vault()
    try vault.put(.sample(1))
    Planting.device(at: vault.path(of: .sample(2)))
    #expect(try vault.names(in: .objects).strange.map(\.reason) == [.device])
    #expect(throws: StorageError.notRegular) { try vault.read(.sample(2), in: .objects, limit: 9) }
    // Control: it is an object, and is opened.
    let unchecked = try Defence.$missing.withValue([.regularFilesOnly]) {
      (try vault.names(in: .objects).names, try vault.read(.sample(2), in: .objects, limit: 9))
    }
    #expect(unchecked == ([.sample(1), .sample(2)], []))
  }

  @Test func `what was set aside is named as that`() throws {
    let scratch = try Scratch()
    let vault = try scratch.vault()
    try Planting.file(at: vault.folder(of: .sample()))
    try vault.put(.sample())
    #expect(try vault.names(in: .objects).strange.map(\.reason) == [.setAside])
  }

  @Test func `a flood of strange files is counted, and described up to a limit`() throws {
    let scratch = try Scratch()
    let vault = try scratch.vault()
    try vault.put([.init(.sample(1), in: .objects, bytes: [1])], durably: false)
    let shard = vault.folder(of: .sample(1))
    for number in 0..<1_500 { try Planting.file(at: shard.appending("garbage \(number)")) }
    let listing = try vault.names(in: .objects)
    #expect(listing.names == [.sample(1)])
    #expect(listing.strangeCount == 1_500)
    #expect(listing.strange.count == Listing.strangeLimit)
  }
}
