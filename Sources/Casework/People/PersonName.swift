/// A person's name, compared as people compare names.
///
/// Case, accents, punctuation, titles and the order of the parts are ignored: "doe, sam" is "Sam
/// Dóe". A name with parts left out, with initials that do not contradict, or with `ae`, `oe`, `ue`
/// and `aa` where the other has one letter ("Müller" is also written "Mueller") matches less surely.
/// Nicknames are not guessed.
package struct PersonName: Hashable, Sendable {
  /// The parts of the name without accents, in the order written.
  let plain: [String]
  /// The same with each long vowel written as one.
  let parts: [String]

  package init(_ text: String) {
    let all = LetterFolding.folded(text).split(separator: " ")
    let named = all.filter { !Self.titles.contains($0) }
    plain = (named.isEmpty ? all : named).map(String.init)
    parts = plain.map(Self.contracted)
  }

  var isEmpty: Bool { parts.isEmpty }

  /// The parts that are no initials.
  var full: [String] { parts.filter { !Self.isInitial($0) } }

  /// How surely the two are names of one person.
  ///
  /// Every full part of the shorter name must be a part of the longer one. When only one full part is
  /// shared, initials must also agree with what is left of the other name.
  package func strength(against other: PersonName) -> MatchStrength? {
    guard !isEmpty, !other.isEmpty else { return nil }
    if plain.sorted() == other.plain.sorted() || Self.runTogether(plain, other.plain) {
      return .same
    }
    if Self.runTogether(parts, other.parts) { return .likely }

    var left = other.full
    var mine: [String] = []
    var shared: [String] = []
    for part in full {
      if let index = left.firstIndex(of: part) {
        left.remove(at: index)
        shared.append(part)
      } else {
        mine.append(part)
      }
    }
    guard !shared.isEmpty, mine.isEmpty || left.isEmpty else { return nil }
    let agree =
      Self.initials(of: parts, agreeWith: left + other.parts.filter(Self.isInitial))
      && Self.initials(of: other.parts, agreeWith: mine + parts.filter(Self.isInitial))
    if shared.count == 1 { return agree ? .possible : nil }
    return agree && shared.count { !Self.particles.contains($0) } > 1 ? .likely : .possible
  }

  /// Whether both have the same letters when their parts are written together, in any rotation:
  /// "Jean-Luc" and "Jeanluc", "李小龙" and "小龙 李".
  private static func runTogether(_ one: [String], _ other: [String]) -> Bool {
    let count = one.reduce(0) { $0 + $1.count }
    guard count == other.reduce(0, { $0 + $1.count }) else { return false }
    let theirs = rotations(of: other)
    return rotations(of: one).contains { theirs.contains($0) }
  }

  /// The parts written together, beginning with each in turn.
  static func rotations(of parts: [String]) -> Set<String> {
    Set(parts.indices.map { (parts[$0...] + parts[..<$0]).joined() })
  }

  /// Whether one initial, if there are any, begins a part that is left, if any is left.
  private static func initials(of parts: [String], agreeWith rest: [String]) -> Bool {
    let initials = parts.filter(isInitial)
    return initials.isEmpty || rest.isEmpty
      || initials.contains { initial in rest.contains { $0.hasPrefix(initial) } }
  }

  /// Whether a part is one letter of a script that has capitals; in others one letter is a name.
  private static func isInitial(_ part: String) -> Bool {
    part.unicodeScalars.count == 1 && part.unicodeScalars.allSatisfy { $0.properties.isCased }
  }

  /// The part with each long vowel written as one, but never as an initial.
  private static func contracted(_ part: String) -> String {
    guard part.count > 2 else { return part }
    var contracted = ""
    for letter in part {
      switch (contracted.last, letter) {
      case ("a", "e"), ("o", "e"), ("u", "e"), ("a", "a"): continue
      default: contracted.append(letter)
      }
    }
    return contracted
  }

  /// What lists put before a name.
  private static let titles: Set<Substring> = ["dr", "mr", "mrs", "ms", "mx", "prof"]

  /// Parts that many names share: two names with one of them and one other part in common are no
  /// likelier for it.
  private static let particles: Set<String> = [
    "al", "bin", "da", "das", "de", "del", "den", "der", "di", "dos", "du", "el", "la", "le",
    "van", "von", "zu",
  ]
}
