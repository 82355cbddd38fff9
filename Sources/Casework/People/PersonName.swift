/// A person's name, compared as people compare names.
///
/// Case, accents, punctuation and the order of the parts are ignored, and so are initials as long as
/// they do not contradict: "doe, sam" is found as "Sam Dóe", and "S. Doe" as well. `ae`, `oe`, `ue`
/// and `aa` count as `a`, `o`, `u` and `a`, because "Müller" is also written "Mueller".
///
/// A match is something to show to a person, who decides. It never decides who may read what.
package struct PersonName: Hashable, Sendable {
  /// The parts of the name as they are compared, in the order written.
  let parts: [String]

  package init(_ text: String) {
    parts = LetterFolding.folded(text).split(separator: " ").map { Self.contracted($0) }
  }

  /// Whether the two can be names of one person.
  ///
  /// Every full part of the shorter name is a part of the longer one. When only one full part is
  /// shared, initials must also agree with what is left of the other name.
  package func matches(_ other: PersonName) -> Bool {
    guard !parts.isEmpty, !other.parts.isEmpty else { return false }
    if runsTogether(as: other) { return true }

    let full = parts.filter { !Self.isInitial($0) }
    var theirs = other.parts.filter { !Self.isInitial($0) }
    let shorter = min(full.count, theirs.count)
    var mine: [String] = []
    for part in full {
      if let index = theirs.firstIndex(of: part) {
        theirs.remove(at: index)
      } else {
        mine.append(part)
      }
    }
    let shared = full.count - mine.count
    guard shorter > 0, shared == shorter else { return false }
    guard shared == 1 else { return true }
    return Self.initials(of: parts, agreeWith: theirs + other.parts.filter(Self.isInitial))
      && Self.initials(of: other.parts, agreeWith: mine + parts.filter(Self.isInitial))
  }

  /// Whether both have the same letters when their parts are written together, in any rotation:
  /// "Jean-Luc" and "Jeanluc", "李小龙" and "小龙 李".
  private func runsTogether(as other: PersonName) -> Bool {
    let count = parts.reduce(0) { $0 + $1.count }
    guard count == other.parts.reduce(0, { $0 + $1.count }) else { return false }
    let theirs = other.rotations
    return rotations.contains { theirs.contains($0) }
  }

  private var rotations: Set<String> {
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
  private static func contracted(_ part: Substring) -> String {
    guard part.count > 2 else { return String(part) }
    var contracted = ""
    for letter in part {
      switch (contracted.last, letter) {
      case ("a", "e"), ("o", "e"), ("u", "e"), ("a", "a"): continue
      default: contracted.append(letter)
      }
    }
    return contracted
  }
}
