import Sealing
import Sodium

/// Vectors for what a committee writes into a case: bodies of the kinds of the format article's
/// section "Statement kinds".
///
/// Each is a good statement; what varies is whether its body reads as one of its kind.
package enum DocumentVectors {
  package static let area = "documents"

  private static let id = String(repeating: "01", count: 32)
  private static func text(_ count: Int) -> String { String(repeating: "x", count: count) }

  private static var entries: [Vector] {
    [
      .body(
        "correction", "an entry that corrects another", kind: "entry",
        #"{"corrects":"\#(id)","kind":"note","text":"t"}"#, isKnown: true),
      .body(
        "correction-of-nothing", "an empty id", kind: "entry",
        #"{"corrects":"","kind":"note","text":"t"}"#),
      .body(
        "correction-short", "31 bytes of an id", kind: "entry",
        #"{"corrects":"\#(id.dropLast(2))","kind":"note","text":"t"}"#),
      .body(
        "form", "a report with its form, one answer to a question of a later version",
        kind: "entry",
        #"{"form":{"anonymous":"yes","later":"x"},"kind":"report","text":""}"#, isKnown: true),
      .body(
        "form-longest", "an answer of 4,096 bytes", kind: "entry",
        #"{"form":{"what":"\#(text(4096))"},"kind":"report","text":""}"#, isKnown: true),
      .body(
        "form-too-long", "an answer of 4,097 bytes", kind: "entry",
        #"{"form":{"what":"\#(text(4097))"},"kind":"report","text":""}"#),
      .body(
        "form-empty", "a form without an answer", kind: "entry",
        #"{"form":{},"kind":"report","text":""}"#),
      .body(
        "form-of-a-note", "a form, but no report", kind: "entry",
        #"{"form":{"when":"now"},"kind":"note","text":""}"#),
      .body(
        "form-number", "an answer that is a number", kind: "entry",
        #"{"form":{"when":1},"kind":"report","text":""}"#),
      .body(
        "form-65", "65 answers", kind: "entry",
        "{\"form\":{\((10..<75).map { "\"a\($0)\":\"x\"" }.joined(separator: ","))},"
          + "\"kind\":\"report\",\"text\":\"\"}"),
      .body(
        "position", "the moderators disagree", kind: "entry",
        #"{"kind":"answer","position":"disagree","text":"","with":"moderators"}"#, isKnown: true),
      .body(
        "position-of-a-note", "a position, but no answer", kind: "entry",
        #"{"kind":"note","position":"accept","text":""}"#),
      .body(
        "position-unknown", "a position there is not", kind: "entry",
        #"{"kind":"answer","position":"maybe","text":""}"#),
    ]
  }

  private static var parties: [Vector] {
    [
      .body(
        "party", "a witness and how to reach them", kind: "party",
        #"{"contact":"sam@example.org","name":"Sam","role":"witness"}"#, isKnown: true),
      .body(
        "party-longest", "a name of 500 bytes", kind: "party",
        #"{"name":"\#(text(500))","role":"other"}"#, isKnown: true),
      .body(
        "party-too-long", "a name of 501 bytes", kind: "party",
        #"{"name":"\#(text(501))","role":"other"}"#),
      .body(
        "party-no-name", "an empty name", kind: "party", #"{"name":"","role":"harmed"}"#),
      .body(
        "party-no-contact", "a contact that is empty, not left out", kind: "party",
        #"{"contact":"","name":"Sam","role":"harmed"}"#),
      .body(
        "party-role", "a role there is not", kind: "party", #"{"name":"Sam","role":"victim"}"#),
      .body(
        "link", "a case that belongs to this one", kind: "link",
        #"{"case":"\#(id)","code_name":"tin roof"}"#, isKnown: true),
      .body(
        "link-capitals", "a code name that is not in its one form", kind: "link",
        #"{"case":"\#(id)","code_name":"Tin Roof"}"#),
      .body(
        "link-no-case", "an empty id", kind: "link", #"{"case":"","code_name":"tin roof"}"#),
    ]
  }

  private static var handling: [Vector] {
    [
      .body(
        "assessment", "two answers, one of them taken back", kind: "assessment",
        #"{"answers":{"safety":"yes","what":""}}"#, isKnown: true),
      .body("assessment-empty", "no answer", kind: "assessment", #"{"answers":{}}"#),
      .body(
        "assessment-list", "an answer that is a list", kind: "assessment",
        #"{"answers":{"safety":["yes"]}}"#),
      .body(
        "assessment-too-long", "an answer of 4,097 bytes", kind: "assessment",
        #"{"answers":{"what":"\#(text(4097))"}}"#),
      .body(
        "closing", "banned for sixty days, with everything there is to say", kind: "closing",
        #"{"consequences":[{"conditions":"no contact","from":"2026-03-01","until":"2026-04-30","#
          + #""what":"first-suspension"},{"what":"other:request"}],"outcome":"banned","#
          + #""person":"Blue Jay","resolution":"r","review":"2026-04-30","source":"wg"}"#,
        isKnown: true),
      .body(
        "closing-least", "nothing but the outcome", kind: "closing",
        #"{"consequences":[],"outcome":"no-violation","person":""}"#, isKnown: true),
      .body(
        "closing-outcome", "an outcome there is not", kind: "closing",
        #"{"consequences":[],"outcome":"solved","person":""}"#),
      .body(
        "closing-day", "a day the calendar has not", kind: "closing",
        #"{"consequences":[],"outcome":"flagged","person":"","review":"2026-02-30"}"#),
      .body(
        "closing-consequence", "a consequence there is not", kind: "closing",
        #"{"consequences":[{"what":"fine"}],"outcome":"resolved","person":""}"#),
      .body(
        "closing-consequence-field", "a consequence with a field of a later version",
        kind: "closing",
        #"{"consequences":[{"level":2,"what":"warning"}],"outcome":"resolved","person":""}"#),
      .body(
        "closing-consequence-form", "a consequence that is not in its one form", kind: "closing",
        #"{"consequences":[{"what":"Warning"}],"outcome":"resolved","person":""}"#),
      .body(
        "closing-person", "a person's code name that is not in its one form", kind: "closing",
        #"{"consequences":[],"outcome":"resolved","person":"blue jay"}"#),
      .body(
        "closing-65", "65 consequences", kind: "closing",
        "{\"consequences\":[\(Array(repeating: #"{"what":"warning"}"#, count: 65).joined(separator: ","))],"
          + "\"outcome\":\"resolved\",\"person\":\"\"}"),
      .body(
        "reopening", "an appeal, for every row", kind: "reopening",
        #"{"because":"appeal","person":""}"#, isKnown: true),
      .body(
        "reopening-ground", "a ground there is not", kind: "reopening",
        #"{"because":"regret","person":""}"#),
      .body("handed-over", "three entries", kind: "handed_over", #"{"entries":3}"#, isKnown: true),
      .body("handed-over-negative", "fewer than none", kind: "handed_over", #"{"entries":-1}"#),
      .body("handed-over-text", "a number as text", kind: "handed_over", #"{"entries":"3"}"#),
    ]
  }

  package static var all: [Vector] { entries + parties + handling }
}
