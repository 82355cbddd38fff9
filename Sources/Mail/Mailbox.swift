/// Somebody a mail is from or to: what they are called there, and where their mail goes.
///
/// Both are what the mail says. Neither shows who wrote it.
package struct Mailbox: Hashable, Sendable {
  /// The name, when one is given.
  package var name: String?
  /// The address; empty when only a name could be made out.
  package var address: String
}
