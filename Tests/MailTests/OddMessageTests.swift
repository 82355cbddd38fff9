import Testing

@testable import Mail

@Suite struct OddMessageTests {
  @Test func `there are at least two hundred odd messages, and no quirk without one`() {
    #expect(OddMessage.all.count >= 200)
    let seen = Set(OddMessage.all.flatMap { Message(reading: $0.bytes).quirks })
    #expect(Quirk.allCases.filter { !seen.contains($0) } == Quirk.outOfReach)
  }

  @Test(arguments: OddMessage.all)
  func `of an odd message is read what the standards say, and its quirk is named`(
    _ message: OddMessage
  ) {
    #expect(MessageLines.lines(Message(reading: message.bytes)) == message.expected)
  }
}

extension Quirk {
  /// What only files have that are too long for the collection.
  static let outOfReach: [Quirk] = [.fileTooLarge, .tooMuchEncoded, .textTooLong]
}
