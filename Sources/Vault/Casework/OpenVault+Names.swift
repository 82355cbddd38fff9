package import Casework
package import Sealing
package import Statements

/// From the names people type to what they mean.
extension OpenVault {
  /// A case this member may read, as lists show it.
  package struct CaseName: Hashable, Sendable {
    package let id: CompartmentID
    package let codeName: CodeName
    /// The code name; with `(2)` behind it when two cases go by one name.
    package let shown: String
  }

  /// Every case open to this member, in the order in which they were opened.
  package var caseNames: [CaseName] {
    let cases = copy.index.entries.filter { $0.value.kind == .matter && $0.value.isPresent }
      .compactMap { id, entry in
        CodeName(reading: entry.label).map { (id, $0, entry.summary.founded) }
      }
      .sorted { ($0.2, $0.1.text, $0.0) < ($1.2, $1.1.text, $1.0) }
    var seen: [CodeName: Int] = [:]
    return cases.map { id, codeName, _ in
      let count = (seen[codeName] ?? 0) + 1
      seen[codeName] = count
      return CaseName(
        id: id, codeName: codeName,
        shown: count == 1 ? codeName.text : "\(codeName.text) (\(count))")
    }
  }

  /// The case that `text` names.
  ///
  /// When reading, a unique beginning is enough.
  ///
  /// "No such case" and "not open to you" get one answer: the difference would tell somebody outside
  /// a case that it is there.
  func findCase(_ text: String, allowingPrefix: Bool) throws(VaultError) -> Compartment {
    let names = caseNames
    if let named = names.first(where: { $0.shown == text }) { return try open(named, text) }
    // Of two cases with one name the first goes by the name alone.
    if let codeName = CodeName(reading: text),
      let named = names.first(where: { $0.codeName == codeName })
    {
      return try open(named, text)
    }
    guard allowingPrefix, !text.isEmpty else { throw .caseNotOpen(text) }
    let matches = names.filter { $0.codeName.matches(prefix: text) }
    guard matches.count <= 1 else { throw .ambiguousName(text, matches: matches.map(\.shown)) }
    guard let match = matches.first else { throw .caseNotOpen(text) }
    return try open(match, text)
  }

  private func open(_ name: CaseName, _ text: String) throws(VaultError) -> Compartment {
    guard let compartment = compartment(name.id),
      compartment.state.entitled.contains(memberID)
    else { throw .caseNotOpen(text) }
    return compartment
  }

  /// The member whom `text` means: their name, whatever its case, or the beginning of their
  /// fingerprint's words or of their id when two share a name.
  package func findMember(_ text: String) throws(VaultError) -> Member {
    try find(text, among: Array(state.members.values))
  }

  func find(_ text: String, among all: [Member]) throws(VaultError) -> Member {
    let wanted = text.lowercased()
    var matches = all.filter { $0.name.lowercased() == wanted }
    if matches.isEmpty {
      let words = wanted.split { $0 == " " || $0 == "-" }.map(String.init)
      matches = all.filter {
        !words.isEmpty && $0.card.fingerprint.words.starts(with: words)
          || wanted.count >= 6 && $0.id.hex.hasPrefix(wanted)
      }
    }
    if matches.isEmpty {
      matches = all.filter {
        $0.name.lowercased().split(separator: " ").first.map(String.init) == wanted
      }
    }
    guard let match = matches.first else { throw .noSuchMember(text) }
    guard matches.count == 1 else {
      throw .ambiguousMember(
        text,
        fingerprints: matches.map { $0.card.fingerprint.words.prefix(3).joined(separator: " ") }
          .sorted())
    }
    return match
  }

  /// What somebody is called, on the roster now or once.
  package func name(of member: MemberID) -> String {
    everyone[member]?.name ?? "somebody unknown (\(member.short))"
  }

  var everyone: [MemberID: Member] { roster.everyone }

  func names(of members: some Sequence<MemberID>) -> [String] {
    members.map(name(of:)).sorted()
  }
}
