/// An address or handle, compared without regard to case, outer blanks and a leading `@`.
///
/// Accents count: in a handle they make another account.
package struct PersonHandle: Hashable, Sendable {
  /// The handle as it is compared.
  let folded: String

  package init(_ text: String) {
    let trimmed = Blanks.trimmed(text).lowercased()
    folded = trimmed.hasPrefix("@") ? String(trimmed.dropFirst()) : trimmed
  }

  /// Whether this is an address at some domain, not a handle or a name.
  package var isAddress: Bool { folded.contains("@") }

  package func matches(_ other: PersonHandle) -> Bool { !folded.isEmpty && self == other }
}
