/// Finds the known word that a mistyped one was probably meant to be.
package enum Suggestion {
  /// Longer input is not compared: no known word is near it, and comparing costs the product of the
  /// lengths.
  static let maximumLength = 40

  /// The word of `known` nearest to `word`, when it is at most two slips away.
  ///
  /// A slip is a letter added, dropped or replaced, or two neighbours swapped. Words of four letters
  /// and less allow one slip, or nearly everything would be near them. Among equals the first of
  /// `known` is taken. Case and hyphens are ignored as `Vocabulary` ignores them.
  package static func closest(to word: String, among known: [String]) -> String? {
    let typed = Array(Vocabulary.token(reading: word).unicodeScalars)
    guard !typed.isEmpty, typed.count <= maximumLength else { return nil }
    var best: (word: String, distance: Int)?
    for candidate in known {
      let spelled = Array(Vocabulary.token(reading: candidate).unicodeScalars)
      let allowed = min(typed.count, spelled.count) <= 4 ? 1 : 2
      guard abs(typed.count - spelled.count) <= allowed else { continue }
      let distance = distance(from: typed, to: spelled)
      guard distance <= allowed, distance < best?.distance ?? .max else { continue }
      best = (candidate, distance)
    }
    return best?.word
  }

  /// The Damerau-Levenshtein distance, in which letters may also change between swapped neighbours.
  static func distance(from source: [Unicode.Scalar], to target: [Unicode.Scalar]) -> Int {
    let far = source.count + target.count
    let width = target.count + 2
    // One row and one column more than usual, filled with `far`, stand for "no earlier match".
    var costs = [Int](repeating: far, count: (source.count + 2) * width)
    for row in 0...source.count { costs[(row + 1) * width + 1] = row }
    for column in 0...target.count { costs[width + column + 1] = column }

    var lastRow: [Unicode.Scalar: Int] = [:]
    for row in source.indices {
      var lastColumn = 0
      for column in target.indices {
        let swapRow = lastRow[target[column], default: 0]
        let swapColumn = lastColumn
        let same = source[row] == target[column]
        if same { lastColumn = column + 1 }
        let replaced = costs[(row + 1) * width + column + 1] + (same ? 0 : 1)
        let added = costs[(row + 2) * width + column + 1] + 1
        let dropped = costs[(row + 1) * width + column + 2] + 1
        let swapped =
          costs[swapRow * width + swapColumn] + (row - swapRow) + 1 + (column - swapColumn)
        costs[(row + 2) * width + column + 2] = min(replaced, added, dropped, swapped)
      }
      lastRow[source[row]] = row + 1
    }
    return costs[(source.count + 1) * width + target.count + 1]
  }
}
