import Testing

@testable import Mail

/// The odd messages cut, changed and mixed: whatever comes of it is read, and what is read agrees
/// with itself.
@Suite struct HostileMailTests {
  @Test func `every beginning of every odd message is read`() {
    // In order, so that what two messages begin with alike is read once.
    let messages = OddMessage.short.map(\.bytes).sorted { $0.lexicographicallyPrecedes($1) }
    var previous: [UInt8] = []
    for message in messages {
      let known = zip(previous, message).prefix { $0 == $1 }.count
      for end in known..<message.count { expectSound(Array(message[..<end])) }
      previous = message
    }
    #expect(messages.count > 200)
  }

  @Test(arguments: [0, 10, 13, 32, 34, 40, 45, 58, 60, 61, 0x80, 0xFF] as [UInt8])
  func `an odd message with another byte in one place is read`(_ byte: UInt8) {
    for (number, message) in OddMessage.short.enumerated() {
      for place in stride(from: (number + Int(byte)) % 97, to: message.bytes.count, by: 97) {
        var bytes = message.bytes
        bytes[place] = byte
        expectSound(bytes)
      }
    }
  }

  @Test func `the beginning of one odd message and the end of another are read`() {
    var generator = Numbers(seed: 1)
    let messages = OddMessage.short.map(\.bytes)
    for _ in 0..<1500 {
      let first = messages[generator.below(messages.count)]
      let second = messages[generator.below(messages.count)]
      expectSound(
        Array(first[..<generator.below(first.count + 1)])
          + Array(second[generator.below(second.count + 1)...]))
    }
  }

  @Test(arguments: 0..<4)
  func `odd messages changed in many places are read`(_ seed: UInt64) {
    var generator = Numbers(seed: seed)
    let messages = OddMessage.short.map(\.bytes)
    for _ in 0..<600 {
      var bytes = messages[generator.below(messages.count)]
      for _ in 0...generator.below(8) { bytes.mutate(&generator, messages) }
      expectSound(bytes)
    }
  }

  /// What must hold of anything that was read.
  private func expectSound(_ bytes: [UInt8]) {
    for limits in [Limits(), Limits.tight] {
      var reading = Reading(within: limits)
      guard !Soundness.isSound(Message(bytes, &reading)) else { continue }
      Issue.record("not read soundly: \(bytes)")
    }
  }

  @Test func `a message that contradicts itself is found out`() {
    let good = OddMessage.short.map { Message(reading: $0.bytes) }
    #expect(good.allSatisfy(Soundness.isSound))
    let plain = Message(reading: Array("Subject: a\n\nb".utf8))
    #expect(!Soundness.isSound(plain.saying("b\r")))
    #expect(!Soundness.isSound(plain.saying("\0")))
  }
}

extension Message {
  /// The same with another text, which no reading would give.
  fileprivate func saying(_ text: String) -> Message {
    Message(
      sender: sender, from: from, to: to, cc: cc, replyTo: replyTo, date: date, subject: subject,
      messageID: messageID, text: text, attachments: attachments, forwarded: forwarded,
      quirks: quirks)
  }
}

extension Limits {
  /// Limits that any mail runs into.
  static let tight = Limits(
    byteCount: 600, depth: 2, partCount: 3, headerByteCount: 300, fieldCount: 8, mailboxCount: 2,
    textByteCount: 10, decodedByteCount: 100)
}

enum Soundness {
  static func isSound(_ message: Message) -> Bool {
    !message.text.utf8.contains(0) && !message.text.utf8.contains(13)
      && message.subject?.utf8.contains(0) != true
      && message.attachments.allSatisfy { $0.bytes.count == $0.byteCount }
      && message.forwarded.allSatisfy { inner in
        isSound(inner) && inner.quirks.allSatisfy { message.quirks.contains($0) }
      }
  }
}

/// Numbers that are the same in every run.
struct Numbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  mutating func below(_ limit: Int) -> Int {
    Int(next() % UInt64(max(limit, 1)))
  }
}

extension [UInt8] {
  /// Changes a few bytes, as an accident or somebody ill-willed might.
  fileprivate mutating func mutate(_ generator: inout Numbers, _ others: [[UInt8]]) {
    let place = generator.below(count)
    let length = Swift.min(generator.below(40), count - place)
    switch generator.below(5) {
    case 0 where !isEmpty: self[place] = UInt8(truncatingIfNeeded: generator.next())
    case 1: removeSubrange(place..<place + length)
    case 2: insert(contentsOf: Array(self[place..<place + length]), at: generator.below(count + 1))
    case 3:
      let other = others[generator.below(others.count)]
      let start = generator.below(other.count)
      insert(contentsOf: other[start..<Swift.min(start + 40, other.count)], at: place)
    default: insert(UInt8(truncatingIfNeeded: generator.next()), at: place)
    }
  }
}
