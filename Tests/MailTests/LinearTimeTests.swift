import Glibc
import Testing

@testable import Mail

/// Mail made to take long: whatever is repeated in it, eight times as much of it must not take more
/// than about eight times as long.
@Suite(.serialized) struct LinearTimeTests {
  @Test(arguments: Repeated.all)
  func `what is repeated eight times as often takes about eight times as long`(
    _ repeated: Repeated
  ) {
    #expect(Growth.isLinear(repeated.byteCount) { _ = Message(reading: repeated.mail(of: $0)) })
  }

  @Test func `what takes sixty-four times as long is found out`() {
    let isLinear = Growth.isLinear(400) { count in
      var sum = 0
      for first in 0..<count { for second in 0..<count { sum &+= first ^ second } }
      #expect(sum > 0)
    }
    #expect(!isLinear)
  }
}

enum Growth {
  /// Whether `work` on eight times as much takes less than 24 times as long, at the best of five
  /// tries; what grows with the square takes 64 times as long at each.
  static func isLinear(_ count: Int, _ work: (Int) -> Void) -> Bool {
    (0..<5).contains { _ in
      let short = nanoseconds { work(count) }
      return nanoseconds { work(8 * count) } < 24 * max(short, 100_000)
    }
  }

  /// How long this thread computed, however long others did in between.
  private static func nanoseconds(_ work: () -> Void) -> Int {
    func now() -> Int {
      var time = timespec()
      unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }
    let start = now()
    work()
    return now() - start
  }
}

/// Something repeated until it fills a field or a body.
struct Repeated: CustomTestStringConvertible, Sendable {
  let before: String
  let unit: String
  /// How much there is of it at first.
  let byteCount: Int

  var testDescription: String { String((before.suffix(20) + " … " + unit).debugDescription) }

  func mail(of byteCount: Int) -> [UInt8] {
    let repeated = Array(repeating: unit.utf8.map { $0 }, count: byteCount / unit.utf8.count)
    return Array(before.utf8) + repeated.joined()
  }

  static let all: [Repeated] =
    fields.map { Repeated(before: $0, unit: $1, byteCount: 2500) }
    + bodies.map { Repeated(before: $0, unit: $1, byteCount: 5000) }

  private static let fields: [(String, String)] =
    [
      "=?a?q?", "=?", "=?a?q?b", "=?a?q?b?= ", "=?a?b?b?=", "=?gb18030?q?=ff?= ", "?=", " =?a?q? b",
    ].map { ("Subject: ", $0) }
    + [
      "(", "()", "\"", "\\\"", "<", ">", ",", ";", ":", "@", "a:", "a:;", "<a@b>", "a ", ".", " . ",
      "=?a?q?", "<\"", "<(", "\"a\"", "[",
    ].map { ("From: ", $0) }
    + ["From: @ ", "From: <@", "From: a", "From: \"", "From: (", "From: <"].flatMap { field in
      [":", "(", "\\", "\"a", ",@"].map { (field, $0) }
    }
    + ["(", "() ", "a ", "1 ", "1:", "-", "+0100 "].map { ("Date: ", $0) }
    + [
      ";", ";a=b", ";a", "=", ";a*1=b", ";name*0*=a", ";name*=''%", ";name=\"", "(", "() ", "a b ",
      ";name=a b=c ", ";name=\"a\" ", "'", ";name==?a?q?",
    ].map { ("Content-Type: text/plain", $0) }
    + [":", "a:\n", "a: b\n ", "a\n", " \n", ": \n", "a :\n", "\n", "\r", "\0", "From: a\n"].map {
      ("", $0)
    }

  private static let bodies: [(String, String)] =
    ["\n", "\r", " ", "a", "a \n", "> \n", ">", "-- \n", "\0"].map {
      ("Content-Type: text/plain; format=flowed\n\n", $0)
    }
    + ["begin 644 a\n", "begin 644 a\n#0V%T\n", "begin 644 a\n`\nend\n", "M\n"].map { ("\n", $0) }
    + [
      "<", "<a ", "<a href='", "<a href=x>", "</a>", "<a href=x>y</a>", "<!--", "<!-- -->", "&",
      "&#",
      "&#1", "&amp", "<script>", "<script></script>", "<blockquote>", "<blockquote>a", "<pre>\n",
      "<li>", "<p>", "<br>", " ", "<img alt=a>", "<a =", "</", "<?", "<td>a</td>",
    ].map { ("Content-Type: text/html\n\n", $0) }
    + ["=", "= ", "==", "=\n", "=3D", " ", "A", "A=", "AAAA\n"].flatMap { unit in
      ["base64", "quoted-printable", "x-uuencode"].map {
        ("Content-Transfer-Encoding: \($0)\n\n", unit)
      }
    }
    + ["é", "+", "+A", "\u{1B}$B", "\u{1B}", "~{", "\u{0E}"].flatMap { unit in
      ["gb18030", "iso-2022-jp", "iso-2022-kr", "utf-7", "utf-16", "big5", "koi8-r", "none"].map {
        ("Content-Type: text/plain; charset=\($0)\n\n", unit)
      }
    }
    + ["--b\n", "--b\n\n", "--b--\n", "--", "--\n", "--b\na\n", "--b\n:\n", "--b \n"].map {
      ("Content-Type: multipart/mixed; boundary=b\n\n--b\n\n", $0)
    }
    + [
      ("", "Content-Type: message/rfc822\n\n"),
      ("", "Content-Type: multipart/mixed; boundary=b\n\n--b\n"),
      (deep, "--" + String(repeating: "b", count: 60) + "\n"),
      (deep, "\n"),
    ]

  /// Multiparts in one another, whose boundaries are all but the same.
  private static let deep = (0..<31).map { depth in
    let boundary = String(repeating: "b", count: 60) + String(100 + depth)
    return "Content-Type: multipart/mixed; boundary=\(boundary)\n\n--\(boundary)\n"
  }.joined()
}
