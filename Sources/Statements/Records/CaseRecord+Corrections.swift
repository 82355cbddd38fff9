import Sealing

/// Which entry corrects which.
///
/// A correction counts when the entry it names counts; the older text is never replaced.
extension CaseRecord {
  /// The entry that counts and has this number.
  package func entry(number: Int) -> NumberedEntry? {
    entries.indices.contains(number - 1) ? entries[number - 1] : nil
  }

  /// The entries that correct nothing, each with everything that corrects it, corrections of
  /// corrections included, in the order in which they were written.
  package var entriesWithCorrections: [(entry: NumberedEntry, corrections: [NumberedEntry])] {
    let corrected = correctedNumbers
    var below: [Int: [NumberedEntry]] = [:]
    for entry in entries {
      guard let number = entry.number, var root = corrected[number] else { continue }
      while let next = corrected[root] { root = next }
      below[root, default: []].append(entry)
    }
    return entries.compactMap { entry in
      guard let number = entry.number, corrected[number] == nil else { return nil }
      return (entry, below[number] ?? [])
    }
  }

  /// The number of the entry that each correction corrects, by the correction's own number.
  package var correctedNumbers: [Int: Int] {
    var numbers: [StatementID: Int] = [:]
    for entry in entries { numbers[entry.id] = entry.number }
    var corrected: [Int: Int] = [:]
    for entry in entries {
      guard let number = entry.number, let id = entry.entry.corrects else { continue }
      corrected[number] = numbers[id]
    }
    return corrected
  }

  /// The numbers of the entries that correct each entry, by its number.
  package var correctingNumbers: [Int: [Int]] {
    var correcting: [Int: [Int]] = [:]
    for (correction, number) in correctedNumbers {
      correcting[number, default: []].append(correction)
    }
    return correcting.mapValues { $0.sorted() }
  }
}
