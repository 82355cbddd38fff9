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

  /// An address without the tag that its owner may put behind a `+`; nil when it has none.
  var untagged: String? {
    guard let at = folded.lastIndex(of: "@"), let plus = folded[..<at].firstIndex(of: "+"),
      plus > folded.startIndex
    else { return nil }
    return String(folded[..<plus] + folded[at...])
  }

  /// How surely the two are one person's: addresses that differ in their tags alone are likely so.
  package func strength(against other: PersonHandle) -> MatchStrength? {
    guard !folded.isEmpty, !other.folded.isEmpty else { return nil }
    if self == other { return .same }
    return (untagged ?? folded) == (other.untagged ?? other.folded) ? .likely : nil
  }
}
