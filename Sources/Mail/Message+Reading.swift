extension Message {
  /// Reads `bytes`, which may be anything at all.
  ///
  /// Whatever they are, there is a message afterwards, and ``quirks`` says what had to be guessed or
  /// left out. The time it takes and the memory it needs are in proportion to the bytes.
  package init(reading bytes: [UInt8]) {
    var reading = Reading(within: Limits())
    self.init(bytes, &reading)
  }

  /// Reads `bytes` as far as the limits of `reading` allow.
  init(_ bytes: [UInt8], _ reading: inout Reading) {
    reading.note(.fileTooLarge, when: bytes.count > reading.limits.byteCount)
    var start = 0
    let end = min(bytes.count, reading.limits.byteCount)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      reading.note(.byteOrderMark)
      start = min(3, end)
    }
    start = Message.startOfHeader(bytes, start..<end, &reading)
    let root = PartReader.message(bytes, start..<end, depth: 0, &reading)
    self.init(root, structure: reading.quirks, &reading)
  }

  /// Goes past what may stand before a message where it was saved.
  private static func startOfHeader(
    _ bytes: [UInt8], _ range: Range<Int>, _ reading: inout Reading
  ) -> Int {
    var lines = Lines(bytes, range)
    while let line = lines.next() {
      if line.content.isEmpty {
        reading.note(.leadingBlankLines)
      } else if bytes[line.content].starts(with: Array("From ".utf8))
        || bytes[line.content].starts(with: Array(">From ".utf8))
      {
        reading.note(.mailboxLine)
      } else {
        return line.content.lowerBound
      }
    }
    return range.upperBound
  }

  /// Makes a message of `part`, whose form was found to have the quirks `structure`.
  init(_ part: Part, structure: Set<Quirk>, _ reading: inout Reading) {
    let (message, inside) = reading.apart { reading in
      Message(part, &reading)
    }
    self = message.with(structure.union(inside))
  }

  private func with(_ quirks: Set<Quirk>) -> Message {
    var message = self
    message.quirks = Quirk.allCases.filter { quirks.contains($0) }
    return message
  }

  private init(_ part: Part, _ reading: inout Reading) {
    let header = part.header
    reading.note(.noHeader, when: header.fields.isEmpty)
    from = header.mailboxes("from", &reading)
    to = header.mailboxes("to", &reading)
    cc = header.mailboxes("cc", &reading)
    replyTo = header.mailboxes("reply-to", &reading)
    reading.note(.noFrom, when: from.isEmpty)
    reading.note(.severalFrom, when: from.count > 1)
    sender = from.first ?? header.mailboxes("sender", &reading).first
    date = header.first("date").map { DateReader.date(in: $0, &reading) }
    reading.note(.noDate, when: date == nil)
    subject = header.first("subject").map { reading.unstructured($0) }
    messageID = header.first("message-id").map { Message.identifier(reading.unstructured($0)) }

    var content = Content(of: part, isWhole: true, &reading)
    text = content.readTexts(&reading)
    attachments = content.attachments
    forwarded = content.forwarded
    quirks = []
  }

  private static func identifier(_ text: String) -> String {
    guard let open = text.firstIndex(of: "<"), let close = text.lastIndex(of: ">"), open < close
    else { return text }
    return String(text[text.index(after: open)..<close])
  }
}

extension Header {
  /// The mailboxes of all fields called `name`.
  fileprivate func mailboxes(_ name: String, _ reading: inout Reading) -> [Mailbox] {
    var mailboxes: [Mailbox] = []
    for value in all(name) { mailboxes += AddressReader.mailboxes(in: value, &reading) }
    reading.note(.tooManyAddresses, when: mailboxes.count > reading.limits.mailboxCount)
    return Array(mailboxes.prefix(reading.limits.mailboxCount))
  }
}
