import Glibc
import Testing

@testable import Sodium

@Suite struct KeyRegionTests {
  @Test func `a key comes back as it was put in`() {
    let region = KeyRegion()
    let bytes = [UInt8].counting(32)
    #expect(region.hold(bytes.span).exposed == bytes)
    let secret = SecretBytes(randomByteCount: 32)
    let held = region.hold(secret)
    #expect(held.exposed == secret.exposed)
    #expect(
      region.holdRandom().exposed != region.holdRandom().exposed)
  }

  @Test func `ten thousand keys do not disturb one another`() {
    let region = KeyRegion()
    func key(_ index: Int) -> [UInt8] { BLAKE2b.hash(Array("\(index)".utf8)) }
    let held = (0..<10_000).map { region.hold(key($0).span) }
    for index in stride(from: 0, to: held.count, by: 3) { held[index].erase() }
    let more = (0..<5_000).map { region.hold(key(-$0).span) }
    for index in held.indices where !index.isMultiple(of: 3) {
      #expect(held[index].exposed == key(index))
    }
    for index in more.indices {
      #expect(more[index].exposed == key(-index))
    }
  }

  @Test func `a key keeps its region`() {
    let bytes = [UInt8].counting(32)
    let held = KeyRegion().hold(bytes.span)
    #expect(held.exposed == bytes)
  }

  @Test func `keys of one region may be used within one another`() {
    let region = KeyRegion()
    let first = region.holdRandom()
    let second = region.holdRandom()
    let together = first.withSpan { one in
      second.withSpan { two in first.withSpan { _ in one.count + two.count } }
    }
    #expect(together == 64)
  }

  @Test func `an erased key's bytes are zeros`() {
    let region = KeyRegion()
    let held = region.hold([UInt8](repeating: 0xaa, count: 32).span)
    let address = unsafe Self.address(of: held)
    #expect(unsafe address.pointee == 0xaa)
    held.erase()
    for index in 0..<32 { #expect(unsafe address[index] == 0) }
  }

  @Test func `a key erased while in use lasts as long as the use and no longer`() {
    let region = KeyRegion()
    let bytes = [UInt8](repeating: 0xaa, count: 32)
    let held = region.hold(bytes.span)
    let address = unsafe Self.address(of: held)
    held.withSpan { span in
      held.erase()
      let another = region.hold([UInt8](repeating: 0xbb, count: 32).span)
      #expect([UInt8](span) == bytes)
      another.erase()
    }
    for index in 0..<32 { #expect(unsafe address[index] == 0) }
  }

  @Test func `a key used after it was erased ends the process, before does not`() async {
    await #expect(processExitsWith: .success) {
      let held = KeyRegion().holdRandom()
      _ = held.withSpan { $0.count }
      held.erase()
    }
    await #expect(processExitsWith: .failure) {
      let held = KeyRegion().holdRandom()
      held.erase()
      _ = held.withSpan { $0.count }
    }
  }

  @Test func `a key used after it was erased does not show its successor`() async {
    await #expect(processExitsWith: .failure) {
      let region = KeyRegion()
      let held = region.holdRandom()
      held.erase()
      _ = region.holdRandom()
      _ = held.withSpan { $0.count }
    }
  }

  @Test func `erasing twice spares the successor`() {
    let region = KeyRegion()
    let held = region.holdRandom()
    held.erase()
    let successor = region.hold([UInt8].counting(32).span)
    held.erase()
    #expect(successor.exposed == .counting(32))
  }

  @Test func `many threads hold, use and erase at once`() async {
    let region = KeyRegion()
    let shared = region.hold([UInt8](repeating: 0xcc, count: 32).span)
    await withTaskGroup(of: Int.self) { group in
      for worker in 0..<8 {
        group.addTask {
          var wrong = 0
          for round in 0..<2_000 {
            let bytes = [UInt8](
              repeating: UInt8(truncatingIfNeeded: worker * 31 + round), count: 32)
            let held = region.hold(bytes.span)
            wrong += held.exposed == bytes ? 0 : 1
            wrong += shared.withSpan { $0[31] == 0xcc } ? 0 : 1
            if !round.isMultiple(of: 7) { held.erase() }
          }
          return wrong
        }
      }
      for await wrong in group { #expect(wrong == 0) }
    }
  }

  @Test(arguments: [0, 31, 33])
  func `a key of another length ends the process`(byteCount: Int) async {
    await #expect(processExitsWith: .failure) { [byteCount] in
      _ = KeyRegion().hold([UInt8].counting(byteCount).span)
    }
    await #expect(processExitsWith: .failure) { [byteCount] in
      _ = KeyRegion().hold(SecretBytes(byteCount: byteCount))
    }
  }

  @Test func `reading past the last key of a slab ends the process, the last key does not`() async {
    await #expect(processExitsWith: .signal(SIGSEGV)) {
      ProcessHardening.apply()
      let last = Self.lastOfSlab()
      let start = unsafe Self.address(of: last)
      exit(last.withSpan { _ in CInt(unsafe start[32]) })
    }
    await #expect(processExitsWith: .exitCode(0)) {
      ProcessHardening.apply()
      let last = Self.lastOfSlab()
      let start = unsafe Self.address(of: last)
      exit(last.withSpan { _ in CInt(unsafe start[31]) })
    }
  }

  /// The last of the 127 keys that fit beside libsodium's 16 bytes into the first page: 32 zeros.
  private static func lastOfSlab() -> HeldKey {
    let region = KeyRegion()
    let keys = (0..<127).map { _ in region.hold([UInt8](repeating: 0, count: 32).span) }
    return keys[126]
  }

  private static func address(of key: HeldKey) -> UnsafePointer<UInt8> {
    unsafe key.withSpan { unsafe $0.withStart { unsafe $0 } }
  }
}
