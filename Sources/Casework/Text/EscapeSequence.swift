/// Where the control sequences of terminals end (ECMA-48, sections 5.4 and 5.6).
enum EscapeSequence {
  /// The longest parameters of a control sequence, and the longest control string, in scalars.
  ///
  /// What is longer, or does not end, is shown as the text that it then is: nobody can hide the rest
  /// of a report behind an unfinished sequence.
  static let maximumParameters = 64
  static let maximumString = 4096

  /// The index after the sequence whose ESC or C1 control stands at `start`; right after that
  /// control when no complete sequence follows.
  static func end(in scalars: [Unicode.Scalar], introducedAt start: Int) -> Int {
    let next = start + 1
    switch scalars[start].value {
    case 0x9B: return controlSequenceEnd(in: scalars, from: next) ?? next
    case 0x90, 0x98, 0x9D, 0x9E, 0x9F: return controlStringEnd(in: scalars, from: next) ?? next
    default: break
    }
    guard next < scalars.count else { return next }
    switch scalars[next] {
    case "[": return controlSequenceEnd(in: scalars, from: next + 1) ?? next
    case "P", "X", "]", "^", "_": return controlStringEnd(in: scalars, from: next + 1) ?? next
    default: return shortSequenceEnd(in: scalars, from: next) ?? next
    }
  }

  /// Parameters 30-3F, intermediates 20-2F, one final 40-7E.
  private static func controlSequenceEnd(in scalars: [Unicode.Scalar], from start: Int) -> Int? {
    for index in start..<min(scalars.count, start + maximumParameters) {
      switch scalars[index].value {
      case 0x20...0x3F: continue
      case 0x40...0x7E: return index + 1
      default: return nil
      }
    }
    return nil
  }

  /// Anything on the same line up to BEL, ST, or the two-character form of ST.
  private static func controlStringEnd(in scalars: [Unicode.Scalar], from start: Int) -> Int? {
    for index in start..<min(scalars.count, start + maximumString) {
      switch scalars[index].value {
      case 0x07, 0x9C: return index + 1
      case 0x1B:
        let isTerminator = index + 1 < scalars.count && scalars[index + 1] == "\\"
        return isTerminator ? index + 2 : nil
      // Line ends, CAN and SUB, and every other C1 control: no string is scanned past the next
      // introducer, so the work stays proportional to the text.
      case 0x0A...0x0D, 0x18, 0x1A, 0x80...0x9F: return nil
      default: continue
      }
    }
    return nil
  }

  /// Intermediates 20-2F and one final 30-7E.
  private static func shortSequenceEnd(in scalars: [Unicode.Scalar], from start: Int) -> Int? {
    for index in start..<min(scalars.count, start + 4) {
      switch scalars[index].value {
      case 0x20...0x2F: continue
      case 0x30...0x7E: return index + 1
      default: return nil
      }
    }
    return nil
  }
}
