/// Rows of cells, lined up in columns with two blanks between them.
///
/// A heading is written as is; rows shorter than the longest get empty cells.
struct Table: Hashable, Sendable {
  var heading: [Line]
  var rows: [[Line]]

  init(heading: [Line] = [], rows: [[Line]] = []) {
    self.heading = heading
    self.rows = rows
  }

  /// The lines of the table; with `columns`, none is wider than that as long as there is room for
  /// eight columns of each cell, and what does not fit ends with `…`.
  func lines(columns: Int?) -> [Line] {
    let all = (heading.isEmpty ? [] : [heading]) + rows
    let count = all.map(\.count).max() ?? 0
    var widths = (0..<count).map { column in
      all.map { column < $0.count ? $0[column].width : 0 }.max() ?? 0
    }
    if let columns { Self.shrink(&widths, to: columns - Self.gap.width * max(0, count - 1)) }
    return all.map { row in
      let cells = row.enumerated().map { column, cell in
        cell.truncated(to: widths[column]).padded(to: widths[column])
      }
      return Line.joined(cells, separator: Self.gap).trimmed
    }
  }

  private static let gap: Line = "  "
  private static let narrowest = 8

  /// Takes from the widest columns first, so that short ones stay whole.
  private static func shrink(_ widths: inout [Int], to total: Int) {
    var excess = widths.reduce(0, +) - total
    while excess > 0, let widest = widths.max(), widest > narrowest {
      let next = max(widths.filter { $0 < widest }.max() ?? 0, narrowest)
      let shared = widths.indices.filter { widths[$0] == widest }
      let each = min(widest - next, max(1, excess / shared.count))
      for column in shared where excess > 0 {
        let taken = min(each, excess)
        widths[column] -= taken
        excess -= taken
      }
    }
  }
}

extension Table {
  /// How wide the table is when no column is cut below `narrowest`, and none is wider than it must
  /// be.
  func width(atLeast narrowest: Int) -> Int {
    let all = [heading] + rows
    let count = all.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      min(narrowest, all.map { column < $0.count ? $0[column].width : 0 }.max() ?? 0)
    }
    return widths.reduce(0, +) + Self.gap.width * max(0, count - 1)
  }
}
