import POSIX
import Storage
import Synchronization
import SystemPackage
import Testing

@Suite struct QuarantineTests {
  /// A clock that stands until it is moved.
  final class StoppedClock: Sendable {
    private let seconds = Atomic<Int64>(1_700_000_000)

    func pass(days: Int64) { seconds.add(days * 86_400, ordering: .relaxed) }

    var now: @Sendable () -> Int64 { { self.seconds.load(ordering: .relaxed) } }
  }

  @Test func `an object is held for thirty days and then forgotten`() throws {
    let scratch = try Scratch()
    let vault = try scratch.vault()
    let clock = StoppedClock()
    let quarantine = Quarantine(at: scratch.path.appending("quarantine"), now: clock.now)
    #expect(try quarantine.held() == [])
    try vault.put(.sample(1))
    try quarantine.take([.sample(1), .sample(9)], in: .objects, from: vault)
    #expect(try vault.names(in: .objects).names == [])

    clock.pass(days: 1)
    try vault.put(.sample(2))
    try quarantine.take([.sample(2)], in: .objects, from: vault)
    #expect(try quarantine.held().map(\.name) == [.sample(1), .sample(2)])

    clock.pass(days: 29)
    #expect(try quarantine.forgetExpired() == 0)
    clock.pass(days: 1)
    #expect(try quarantine.forgetExpired() == 1)
    #expect(try quarantine.held().map(\.name) == [.sample(2)])
    let day = try #require(try Folder(at: quarantine.folder).entries().first)
    let folder = quarantine.folder.appending(String(decoding: day.name, as: UTF8.self))
    try Planting.file(at: folder.appending("objects/.new-0123456789abcdef"))
    clock.pass(days: 1)
    #expect(try quarantine.forgetExpired() == 1)
    #expect(try Folder(at: quarantine.folder).entries() == [])
  }

  @Test func `a held object is given back`() throws {
    let scratch = try Scratch()
    let vault = try scratch.vault()
    let quarantine = Quarantine(at: scratch.path.appending("quarantine"))
    try vault.put(.sample(), bytes: [5, 6])
    try quarantine.take([.sample()], in: .objects, from: vault)
    let held = try #require(try quarantine.held().first)
    #expect(try quarantine.read(held, limit: 2) == [5, 6])
    try quarantine.giveBack(held, to: vault, limit: 2)
    #expect(try vault.read(.sample(), in: .objects, limit: 2) == [5, 6])
    #expect(try quarantine.held() == [])
  }

  @Test func `what is erased is forgotten at once, and nothing else`() throws {
    let scratch = try Scratch()
    let vault = try scratch.vault()
    let quarantine = Quarantine(at: scratch.path.appending("quarantine"))
    for number in 1...3 { try vault.put(.sample(number)) }
    try quarantine.take([.sample(1), .sample(2), .sample(3)], in: .objects, from: vault)
    try quarantine.forget([.sample(2)], in: .objects)
    try quarantine.forget([.sample(3)], in: .grants)
    #expect(try quarantine.held().map(\.name) == [.sample(1), .sample(3)])
  }
}
