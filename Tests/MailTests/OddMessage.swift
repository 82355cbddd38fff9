import FoundationEssentials
import Testing

@testable import Mail

/// One odd message of the collection, and what is to be read from it.
struct OddMessage: CustomTestStringConvertible, Sendable {
  let name: String
  let bytes: [UInt8]
  /// Line by line, as ``MessageLines`` writes a message.
  let expected: [String]

  var testDescription: String { name }

  /// The folder that `make-messages` fills.
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Messages")

  static let all: [OddMessage] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".eml") }.sorted().compactMap { file in
      let name = String(file.dropLast(4))
      guard let mail = try? Data(contentsOf: folder.appendingPathComponent(file)),
        let lines = try? String(
          contentsOf: folder.appendingPathComponent(name + ".expect"), encoding: .utf8)
      else { return nil }
      return OddMessage(
        name: name, bytes: Array(mail),
        expected: lines.split(separator: "\n").map(String.init))
    }
  }()

  /// Those short enough to be read a thousand times.
  static let short = all.filter { $0.bytes.count <= 1200 }
}
