import Storage
import Testing

@Suite struct FaultyStoreTests {
  static let objects = (1...3).map {
    StoredObject(.sample($0), in: .objects, bytes: [UInt8](repeating: 7, count: 9_000))
  }

  @Test func `without a fault it keeps what is put, as a folder does`() throws {
    let scratch = try Scratch()
    for store in [FaultyStore(), try scratch.vault()] as [any ObjectStore] {
      try store.put(Self.objects, durably: true)
      try store.remove([.sample(2), .sample(8)], in: .objects)
      #expect(try store.names(in: .objects) == Listing(names: [.sample(1), .sample(3)]))
      #expect(try store.contains(.sample(1), in: .objects))
      #expect(try !store.contains(.sample(2), in: .objects))
      #expect(try store.read(.sample(3), in: .objects, limit: 9_000).count == 9_000)
      #expect(throws: StorageError.tooLarge(limit: 1, found: 9_000)) {
        try store.read(.sample(3), in: .objects, limit: 1)
      }
      #expect(throws: StorageError.missing) {
        try store.read(.sample(2), in: .objects, limit: 1)
      }
    }
  }

  @Test(arguments: 0..<4)
  func `it fails at the step it is told, and goes on when mended`(_ step: Int) throws {
    let store = FaultyStore(fault: .init(step: step, error: .noSpace))
    #expect(throws: StorageError.noSpace) { try store.put(Self.objects, durably: true) }
    store.mend()
    #expect(try store.names(in: .objects).names.count == min(step, 3))
    try store.put(Self.objects, durably: true)
    #expect(try store.names(in: .objects).names.count == 3)
  }

  @Test func `a loss of power undoes what was not flushed, and nothing else`() throws {
    let store = FaultyStore()
    try store.put([Self.objects[0]], durably: true)
    try store.remove([.sample(1)], in: .objects)
    try store.put([Self.objects[1]], durably: false)
    store.losePower()
    #expect(try store.names(in: .objects).names == [.sample(1)])
  }

  @Test(arguments: [512, 4_096])
  func `a torn object ends at a block, and is replaced by the whole one`(_ block: Int) throws {
    let store = FaultyStore()
    try store.put([Self.objects[0]], durably: false)
    store.losePower(tearingAt: block)
    let torn = try store.read(.sample(1), in: .objects, limit: 9_000)
    #expect(torn.count == 4_500 / block * block)
    try store.put([Self.objects[0]], durably: true)
    #expect(try store.read(.sample(1), in: .objects, limit: 9_000) == Self.objects[0].bytes)
  }
}
