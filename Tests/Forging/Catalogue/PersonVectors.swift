import Sealing
import Sodium

/// Vectors for what is stated in a person's entry: bodies of three kinds of the format article's
/// section "Statement kinds".
///
/// Each is a good statement; what varies is whether its body reads as one of its kind.
package enum PersonVectors {
  package static let area = "persons"

  private static func text(_ count: Int) -> String { String(repeating: "x", count: count) }

  private static var names: [Vector] {
    [
      .body(
        "names", "names as they were stated before there were handles", kind: "names",
        #"{"aliases":["sam"],"names":["Sam Dóe"]}"#, isKnown: true),
      .body(
        "names-handles", "handles and a description, and no name", kind: "names",
        #"{"aliases":[],"descriptions":["tall, red jacket"],"handles":["@sam"],"names":[]}"#,
        isKnown: true),
      .body(
        "names-longest", "a handle of 500 bytes", kind: "names",
        #"{"aliases":[],"handles":["\#(text(500))"],"names":[]}"#, isKnown: true),
      .body(
        "names-handle-too-long", "a handle of 501 bytes", kind: "names",
        #"{"aliases":[],"handles":["\#(text(501))"],"names":[]}"#),
      .body(
        "names-description-too-long", "a description of 501 bytes", kind: "names",
        #"{"aliases":[],"descriptions":["\#(text(501))"],"names":[]}"#),
      .body(
        "names-handles-empty", "handles, but none", kind: "names",
        #"{"aliases":[],"handles":[],"names":["Sam"]}"#),
      .body(
        "names-handle-number", "a handle that is a number", kind: "names",
        #"{"aliases":[],"handles":[1],"names":[]}"#),
      .body(
        "names-handles-text", "handles that are one text", kind: "names",
        #"{"aliases":[],"handles":"@sam","names":[]}"#),
      .body("names-alone", "no aliases", kind: "names", #"{"names":["Sam"]}"#),
      .body(
        "names-remark", "a field there is not", kind: "names",
        #"{"aliases":[],"names":["Sam"],"remark":"r"}"#),
    ]
  }

  private static var unnamed: [Vector] {
    [
      .body(
        "unnamed", "a name taken out", kind: "unnamed", #"{"texts":["Sam Roe"]}"#, isKnown: true),
      .body(
        "unnamed-too-long", "a text of 501 bytes", kind: "unnamed",
        #"{"texts":["\#(text(501))"]}"#),
      .body("unnamed-text", "a text for the texts", kind: "unnamed", #"{"texts":"Sam Roe"}"#),
      .body("unnamed-nothing", "no texts", kind: "unnamed", "{}"),
    ]
  }

  private static var advice: [Vector] {
    [
      .body("advice", "advice without an end", kind: "advice", #"{"text":"t"}"#, isKnown: true),
      .body(
        "advice-until", "advice until a day", kind: "advice",
        #"{"text":"t","until":"2028-02-29"}"#, isKnown: true),
      .body(
        "advice-taken-back", "an empty text, which takes back what was advised", kind: "advice",
        #"{"text":""}"#, isKnown: true),
      .body(
        "advice-longest", "4,096 bytes", kind: "advice", #"{"text":"\#(text(4096))"}"#,
        isKnown: true),
      .body("advice-too-long", "4,097 bytes", kind: "advice", #"{"text":"\#(text(4097))"}"#),
      .body(
        "advice-no-such-day", "until a day there is not", kind: "advice",
        #"{"text":"t","until":"2027-02-29"}"#),
      .body(
        "advice-until-time", "until a time of day", kind: "advice",
        #"{"text":"t","until":"2027-02-28T12:00:00Z"}"#),
      .body(
        "advice-until-number", "until a number", kind: "advice", #"{"text":"t","until":20270228}"#),
      .body("advice-no-text", "no text", kind: "advice", #"{"until":"2027-02-28"}"#),
    ]
  }

  package static var all: [Vector] { names + unnamed + advice }
}
