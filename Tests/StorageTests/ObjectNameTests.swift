import Storage
import Testing

@Suite struct ObjectNameTests {
  static let digits = "3fa9" + String(repeating: "0", count: 59) + "c"

  @Test func `64 lower-case digits are a name, and the name writes them again`() throws {
    let name = try #require(ObjectName(hex: Self.digits))
    #expect(name.hex == Self.digits)
    #expect(name.bytes.count == 32)
    #expect(name.shard == 0x3f)
    #expect(ObjectName(bytes: name.bytes) == name)
  }

  @Test(arguments: [
    "", "3f", digits.uppercased(), String(digits.dropLast()), digits + "0", digits.dropLast() + "g",
    " " + digits.dropFirst(), digits.dropLast() + "\n",
  ])
  func `anything else is no name`(_ text: String) {
    #expect(ObjectName(hex: text) == nil)
  }

  @Test func `names are ordered as their digits are`() {
    let names = (0..<200).map { _ in
      ObjectName(bytes: (0..<32).map { _ in UInt8.random(in: 0...255) })
    }
    #expect(names.sorted().map(\.hex) == names.map(\.hex).sorted())
  }
}
