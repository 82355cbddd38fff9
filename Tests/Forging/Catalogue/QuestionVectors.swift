import Sealing
import Sodium

/// Vectors for questions and what newcomers declare: bodies of five kinds of the format article's
/// section "Statement kinds".
///
/// Each is a good statement; what varies is whether its body reads as one of its kind.
package enum QuestionVectors {
  package static let area = "questions"

  private static let matter = Bytes.hex(Bytes.filled(0x44))
  private static let other = Bytes.hex(Bytes.filled(0x55))

  private static var about: [Vector] {
    let good = #""admits":true,"case":"\#(matter)","code_name":"home shelf","reported":["Sam Dóe"]"#
    return [
      .body("question", "a question about a case", kind: "question", "{\(good)}", isKnown: true),
      .body(
        "question-nobody-named", "nobody is identified yet", kind: "question",
        #"{"admits":false,"case":"\#(matter)","code_name":"home shelf","reported":[]}"#,
        isKnown: true),
      .body(
        "question-reason", "a place for a reason, which there is not", kind: "question",
        #"{"admits":true,"case":"\#(matter)","code_name":"home shelf","reason":"r","reported":[]}"#),
      .body(
        "question-code-name-capital", "a code name that is not written as one", kind: "question",
        #"{"admits":true,"case":"\#(matter)","code_name":"Home Shelf","reported":[]}"#),
      .body(
        "question-admits-text", "admits is a text", kind: "question",
        #"{"admits":"yes","case":"\#(matter)","code_name":"home shelf","reported":[]}"#),
      .body(
        "question-name-too-long", "a reported name of 501 bytes", kind: "question",
        #"{"admits":true,"case":"\#(matter)","code_name":"home shelf","reported":["\#(String(repeating: "x", count: 501))"]}"#
      ),
      .body(
        "question-list", "a newcomer's list", kind: "question",
        #"{"items":["home shelf","tin roof"],"list":"codes"}"#, isKnown: true),
      .body(
        "question-list-unknown", "a list of something else", kind: "question",
        #"{"items":[],"list":"reporters"}"#),
      .body(
        "question-both", "about a case and a list", kind: "question",
        #"{"admits":true,"case":"\#(matter)","code_name":"home shelf","items":[],"list":"codes","reported":[]}"#
      ),
    ]
  }

  private static var answers: [Vector] {
    [
      .body(
        "answer-clear", "clear", kind: "conflict_answer", #"{"answer":"clear"}"#, isKnown: true),
      .body(
        "answer-conflict", "conflict", kind: "conflict_answer", #"{"answer":"conflict"}"#,
        isKnown: true),
      .body("answer-maybe", "another word", kind: "conflict_answer", #"{"answer":"maybe"}"#),
      .body(
        "answer-reason", "an answer with a reason", kind: "conflict_answer",
        #"{"answer":"conflict","reason":"r"}"#),
      .body(
        "declaration", "conflicts and people", kind: "declaration",
        #"{"items":["home shelf"],"people":["Sam"]}"#, isKnown: true),
      .body(
        "declaration-clear", "none", kind: "declaration", #"{"items":[],"people":[]}"#,
        isKnown: true),
      .body("declaration-alone", "no people", kind: "declaration", #"{"items":[]}"#),
    ]
  }

  private static var others: [Vector] {
    [
      .body(
        "erasure", "two statements are erased", kind: "erasure",
        #"{"dropped":["\#(matter)","\#(other)"]}"#, isKnown: true),
      .body(
        "erasure-unordered", "ids that do not ascend", kind: "erasure",
        #"{"dropped":["\#(other)","\#(matter)"]}"#),
      .body(
        "declared-conflict", "a newcomer's conflict in one case", kind: "declared_conflict",
        #"{"cases":["\#(matter)"],"member":"\#(other)"}"#, isKnown: true),
      .body(
        "declared-conflict-names", "a code name in place of a case", kind: "declared_conflict",
        #"{"cases":["home shelf"],"member":"\#(other)"}"#),
    ]
  }

  package static var all: [Vector] { about + answers + others }
}
