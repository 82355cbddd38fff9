import Casework
import Defences
import Foundation
import Mail
import Statements
import Testing
import Vault

@testable import ConclaveCLI

/// Mail that is recorded in a case: whoever sent it chose every byte.
struct RecordedMailTests {
  /// Every message of the collection that the mail reader is tested with.
  static let odd: [RecordedMail] = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("MailTests/Messages")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".eml") }.sorted().compactMap { name in
      (try? Data(contentsOf: folder.appendingPathComponent(name))).map {
        RecordedMail(reading: Array($0), name: name)
      }
    }
  }()

  private let layout = Layout(zone: .utc, now: Instant(secondsSince1970: 1_800_000_000))

  /// All that a command prints about a mail.
  private func shown(_ mail: RecordedMail) -> [Line] {
    let report = MailReport(mail: mail, attachments: [])
    return report.rows(in: layout).flatMap(\.self) + report.remarks
      + [.mailAttachments(mail.attachments.map { SafeFileName($0.name) })]
      + Line.mailHead(mail.message)
  }

  private func actsOnTerminal(_ line: Line) -> Bool {
    line.text.unicodeScalars.contains { scalar in
      scalar.value < 0x20 || 0x7F...0x9F ~= scalar.value || 0x202A...0x202E ~= scalar.value
    }
  }

  @Test func `of no odd mail anything acts on a terminal, or begins a line of its own`() {
    #expect(Self.odd.count > 500)
    for mail in Self.odd {
      for line in shown(mail) { #expect(!actsOnTerminal(line), "\(mail.originalName)") }
      for line in Line.block(mail.text) {
        #expect(!line.text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\r" || $0 == "\n" })
      }
    }
    // Control: unchecked, it does.
    let acting = Defence.$missing.withValue([.visibleText]) {
      Self.odd.filter { shown($0).contains(where: actsOnTerminal) }.count
    }
    #expect(acting > 3)
  }

  @Test func `every odd mail is recorded, whole and within what an entry holds`() {
    for mail in Self.odd {
      #expect(mail.text.utf8.count <= Entry.textByteLimit)
      #expect(mail.text.hasPrefix("From: "))
      #expect(mail.attachments.count == 1 + min(mail.fileCount, RecordedMail.fileLimit))
      guard case .bytes(let original) = mail.attachments[0].source else {
        Issue.record("the original is not attached first")
        continue
      }
      #expect(original == mail.original)
    }
  }

  @Test func `of several hundred files the first are attached, and that is said`() {
    let part = "--b\r\nContent-Disposition: attachment; filename=x\r\n\r\nx\r\n"
    let parts = String(repeating: part, count: 300)
    let head = "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
    let mail = RecordedMail(reading: Array((head + parts + "--b--\r\n").utf8), name: nil)
    #expect(mail.fileCount == 300)
    #expect(mail.attachments.count == RecordedMail.fileLimit + 1)
    let said = MailReport(mail: mail, attachments: []).remarks.map(\.text)
    #expect(said.contains { $0.contains("has \(mail.fileCount) files") })
  }

  @Test(arguments: ["x", "\n\"", "\u{1}", "\u{10348}é"])
  func `a text beyond the limit is cut, and says that the original holds the rest`(_ text: String)
    throws
  {
    let many = Array(String(repeating: text, count: 1_200_000 / text.utf8.count).utf8)
    let head = "From: kim@example.org\r\nContent-Type: text/plain; charset=utf-8\r\n\r\na"
    let mail = RecordedMail(reading: Array(head.utf8) + many + Array("z".utf8), name: "m.eml")
    #expect(mail.isCut)
    #expect(mail.text.utf8.count <= Entry.textByteLimit)
    #expect(
      mail.text.hasSuffix(
        "\n\n(cut here: the attachment \"m.eml\", the original, holds the rest)\n"))
    let encoded = JSONValue.string(mail.text).encoded().count
    #expect(encoded <= JSONValue.byteLimit - 50_000)
    // Nearly all that fits is kept.
    #expect(encoded > 890_000)
    // Control: a little less is kept whole.
    let short = RecordedMail(reading: Array(head.utf8) + many.prefix(100_000), name: "m.eml")
    #expect(!short.isCut && !short.text.contains("cut here"))
  }

  @Test func `a subject cannot forge another line of the head`() {
    let subject = "=?utf-8?q?Hello=0AFrom:_chair=40example.org?="
    let mail = RecordedMail(
      reading: Array("From: kim@example.org\r\nSubject: \(subject)\r\n\r\nHi\r\n".utf8), name: nil)
    #expect(
      mail.text
        == "From: kim@example.org\nDate: not given\nSubject: Hello↵From: chair@example.org\n\nHi\n")
    // Control: unchecked, it does.
    let forged = Defence.$missing.withValue([.visibleText]) { Line.mailHead(mail.message)[2].text }
    #expect(forged.contains("\nFrom: chair@example.org"))
  }

  @Test func `a mail is received when it was written, unless that is yet to come`() {
    func received(_ date: String) -> String? {
      let mail = RecordedMail(reading: Array("Date: \(date)\r\n\r\nHi".utf8), name: nil)
      return mail.received(before: Instant(secondsSince1970: 1_800_000_000))?.text
    }
    #expect(received("Tue, 4 Mar 2025 21:30:59 +0100") == "2025-03-04T20:30:00Z")
    #expect(received("Tue, 4 Mar 2225 21:30:59 +0100") == nil)
    #expect(received("yesterday") == nil)
    #expect(received("Tue, 4 Mar 1969 21:30:59 +0000") == "1969-03-04T21:30:00Z")
  }

  @Test func `every quirk has a sentence of its own`() {
    let sentences = Quirk.allCases.map { Line.remark(MailRemark($0), [$0]).text }
    #expect(Set(sentences).count == sentences.count)
    for sentence in sentences {
      let words = sentence.drop { $0 != ":" }
      #expect(
        !["left out", "are odd", "for other programs", "had to be", "small faults"].contains {
          words.contains($0)
        })
    }
  }
}
