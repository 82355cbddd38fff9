import Mail
import Statements

/// A mail as the text of an entry: who, when, about what, and what it says; beneath it the messages
/// that were forwarded in it.
enum MailText {
  /// The text, cut where an entry holds no more; `name` is that of the original.
  static func entry(
    of message: Message, originalIn name: String
  ) -> (text: String, isCut: Bool) {
    var text = ""
    append(message, to: &text)
    return Entry.fitting(text, ending: "\n\n" + Line.originalHoldsRest(name).text + "\n")
  }

  private static func append(_ message: Message, to text: inout String) {
    for line in Line.mailHead(message) { text += line.text + "\n" }
    text += "\n"
    text += message.text.isEmpty ? Line.mailHasNoText.text : message.text
    text += "\n"
    for inner in message.forwarded {
      text += "\n" + Line.forwardedHeading.text + "\n"
      append(inner, to: &text)
    }
  }
}
