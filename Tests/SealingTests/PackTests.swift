import Forging
import Sealing
import Testing

/// Packs beyond their vectors.
@Suite struct PackTests {
  @Test func `a pack reads back as what it was, items of later versions included`() throws {
    let pack = Pack(items: [
      .statement([1, 2, 3]), .unknown(tag: 3, []), .unknown(tag: 255, Bytes.filled(7, 1000)),
      .statement([]),
    ])
    #expect(try Pack(decoding: pack.encoded()) == pack)
    #expect(pack.statements == [[1, 2, 3], []])
  }

  @Test func `no truncated pack reads as another one`() throws {
    let bytes = Pack(statements: [[1, 2, 3], [4], [5, 6]]).encoded()
    let whole: Set<Int> = [0, 8, 14, 21]
    for count in 0..<bytes.count where !whole.contains(count) {
      #expect(throws: Malformation.self) { try Pack(decoding: Array(bytes[..<count])) }
    }
    for count in whole {
      #expect(throws: Never.self) { try Pack(decoding: Array(bytes[..<count])) }
    }
  }

  @Test func `a pack of more items than there may be is refused`() {
    let bytes = [UInt8]([1, 0, 0, 0, 0].repeated(Pack.itemLimit + 1))
    #expect(throws: Malformation.tooMany(limit: Pack.itemLimit, found: Pack.itemLimit + 1)) {
      try Pack(decoding: bytes)
    }
  }
}

extension [UInt8] {
  fileprivate func repeated(_ times: Int) -> [UInt8] {
    var all: [UInt8] = []
    all.reserveCapacity(count * times)
    for _ in 0..<times { all += self }
    return all
  }
}
