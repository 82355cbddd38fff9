/// Looks for a text as it was typed, whatever its case and accents, and however its lines break.
package struct LiteralSearch: Sendable {
  private let wanted: [Unicode.Scalar]

  /// Nil when there is nothing to look for.
  package init?(_ text: String) {
    let folded = Self.fold(Blanks.trimmed(text)).map(\.scalar)
    guard !folded.isEmpty else { return nil }
    wanted = folded
  }

  /// The first place in `text`, with a few words around it; nil when there is none.
  ///
  /// The excerpt is a piece of the text and may hold anything that acts on a terminal.
  package func excerpt(of text: String) -> String? {
    let folded = Self.fold(text)
    guard let start = firstMatch(in: folded) else { return nil }
    let scalars = Array(text.unicodeScalars)
    let found = folded[start].index...folded[start + wanted.count - 1].index
    let first = Self.wordStart(in: scalars, before: found.lowerBound)
    let last = Self.wordEnd(in: scalars, after: found.upperBound)
    var excerpt = String.UnicodeScalarView()
    for scalar in scalars[first...last] {
      let isBlank = scalar.properties.isWhitespace
      if !isBlank || excerpt.last != " " { excerpt.append(isBlank ? " " : scalar) }
    }
    return (first > 0 ? "…" : "") + String(excerpt) + (last < scalars.count - 1 ? "…" : "")
  }

  private func firstMatch(in folded: [Folded]) -> Int? {
    guard folded.count >= wanted.count else { return nil }
    return (0...(folded.count - wanted.count)).first { start in
      folded[start].scalar == wanted[0]
        && wanted.indices.allSatisfy { folded[start + $0].scalar == wanted[$0] }
    }
  }

  /// How many scalars of the text stand before and after what was found, at most.
  private static let before = 30
  private static let after = 50

  private static func wordStart(in scalars: [Unicode.Scalar], before index: Int) -> Int {
    let least = max(0, index - before)
    guard least > 0 else { return 0 }
    return (least..<index).first { scalars[$0].properties.isWhitespace }.map { $0 + 1 } ?? least
  }

  private static func wordEnd(in scalars: [Unicode.Scalar], after index: Int) -> Int {
    let most = min(scalars.count - 1, index + after)
    guard most < scalars.count - 1 else { return most }
    return (index..<most).last { scalars[$0 + 1].properties.isWhitespace } ?? most
  }

  /// A letter as it is compared, and where in the text it stands.
  private struct Folded {
    let scalar: Unicode.Scalar
    let index: Int
  }

  private static func fold(_ text: String) -> [Folded] {
    var folded: [Folded] = []
    folded.reserveCapacity(text.utf8.count)
    for (index, scalar) in text.unicodeScalars.enumerated() {
      if scalar.properties.isWhitespace {
        if folded.last?.scalar != " " { folded.append(Folded(scalar: " ", index: index)) }
      } else if scalar.isASCII {
        let isCapital = 0x41...0x5A ~= scalar.value
        let small = isCapital ? Unicode.Scalar(UInt8(scalar.value + 0x20)) : scalar
        folded.append(Folded(scalar: small, index: index))
      } else {
        let letters = LetterFolding.folded(String(scalar))
        // What stands for no letter is itself: a literal search tells one mark from another.
        let plain = letters == " " ? String(scalar) : letters
        for letter in plain.unicodeScalars { folded.append(Folded(scalar: letter, index: index)) }
      }
    }
    return folded
  }
}
