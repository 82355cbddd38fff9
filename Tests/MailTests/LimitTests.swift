import Testing

@testable import Mail

/// Every limit cuts off what goes beyond and says so; with the limit raised, all of it is read.
@Suite struct LimitTests {
  @Test(arguments: Excess.all)
  func `what goes beyond a limit is left out, and said to be`(_ excess: Excess) {
    var reading = Reading(within: excess.limits)
    let message = Message(excess.mail, &reading)
    #expect(message.quirks.contains(excess.quirk))
    #expect(!excess.isWhole(message))

    let whole = Message(reading: excess.mail)
    #expect(!whole.quirks.contains(excess.quirk))
    #expect(excess.isWhole(whole))
  }

  @Test func `messages encoded in one another do not grow`() {
    // Quoted-printable takes no more room than what it encodes: each is as long as the one around it.
    var mail = Array("Content-Type: text/plain\n\n".utf8) + [UInt8](repeating: 97, count: 100_000)
    for _ in 0..<30 {
      let header = "Content-Type: message/rfc822\nContent-Transfer-Encoding: quoted-printable\n\n"
      mail = Array(header.utf8) + mail.flatMap { $0 == 61 ? Array("=3D".utf8) : [$0] }
    }
    var limits = Limits()
    limits.decodedByteCount = 250_000
    var reading = Reading(within: limits)
    let message = Message(mail, &reading)
    #expect(message.quirks.contains(.tooMuchEncoded))
    #expect(reading.decodedByteCount < 150_000)
  }
}

/// A mail with more of something than `limits` allow.
struct Excess: CustomTestStringConvertible, Sendable {
  let quirk: Quirk
  let limits: Limits
  let mail: [UInt8]
  /// Whether all of it was read.
  let isWhole: @Sendable (Message) -> Bool

  var testDescription: String { quirk.rawValue }

  private init(
    _ quirk: Quirk, _ mail: String, _ set: (inout Limits) -> Void,
    isWhole: @escaping @Sendable (Message) -> Bool
  ) {
    self.quirk = quirk
    self.mail = Array(mail.utf8)
    var limits = Limits()
    set(&limits)
    self.limits = limits
    self.isWhole = isWhole
  }

  static let all: [Excess] = [
    Excess(.fileTooLarge, "Subject: a\n\nOne two.", { $0.byteCount = 15 }) {
      $0.text == "One two."
    },
    Excess(.textTooLong, "\nOne twö.", { $0.textByteCount = 7 }) { $0.text == "One twö." },
    Excess(
      .textTooLong, "Content-Type: text/html\n\n<p>One two.", { $0.textByteCount = 9 }
    ) { $0.text == "One two." },
    Excess(
      .textTooLong,
      "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nOne.\n--b\n\nTwo.\n--b--\n",
      { $0.textByteCount = 6 }
    ) { $0.text == "One.\n\nTwo." },
    // What is written for a link is longer than what was left.
    Excess(
      .textTooLong,
      "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html\n\n"
        + "<a href=https://example.org/>a</a>\n--b\n\nTwo.\n--b--\n",
      { $0.textByteCount = 5 }
    ) { $0.text == "a <https://example.org/>\n\nTwo." },
    Excess(
      .textTooLong,
      "Content-Type: text/plain; charset=gb18030\n\n" + String(repeating: "a\u{80}", count: 99_000),
      { $0.textByteCount = 100_000 }
    ) { $0.text.utf8.count > 200_000 },
    Excess(.headerTooLarge, "A: b\nSubject: a\n\n", { $0.fieldCount = 1 }) { $0.subject == "a" },
    Excess(.headerTooLarge, "A: b\nSubject: a\n\n", { $0.headerByteCount = 13 }) {
      $0.subject == "a"
    },
    Excess(.headerTooLarge, "Subject: a\n b\n\n", { $0.headerByteCount = 10 }) {
      $0.subject == "a b"
    },
    Excess(.tooManyAddresses, "To: a@b, c@d\n\n", { $0.mailboxCount = 1 }) { $0.to.count == 2 },
    Excess(.tooManyAddresses, "To: a@b\nTo: c@d\n\n", { $0.mailboxCount = 1 }) {
      $0.to.count == 2
    },
    Excess(
      .nestedTooDeeply,
      "Content-Type: message/rfc822\n\nContent-Type: message/rfc822\n\nSubject: a\n",
      { $0.depth = 1 }
    ) { $0.forwarded.first?.forwarded.first?.subject == "a" },
    Excess(
      .tooManyParts,
      "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nOne.\n--b\n\nTwo.\n--b--\n",
      { $0.partCount = 1 }
    ) { $0.text == "One.\n\nTwo." },
    Excess(
      .tooManyParts, "\nbegin 644 a\n#0V%T\n`\nend\nbegin 644 b\n#0V%T\n`\nend\n",
      { $0.partCount = 1 }
    ) { $0.attachments.count == 2 },
    Excess(
      .tooMuchEncoded,
      "Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\nU3ViamVjdDogYQo=\n",
      { $0.decodedByteCount = 0 }
    ) { $0.forwarded.first?.subject == "a" },
    Excess(
      .tooMuchEncoded,
      "Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\nU3ViamVjdDogYQo=\n",
      { $0.decodedByteCount = 10 }
    ) { $0.forwarded.first?.subject == "a" },
  ]
}
