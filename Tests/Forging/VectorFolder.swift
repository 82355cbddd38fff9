import FoundationEssentials

/// One area of `Tests/Vectors`, found beside this source file.
package struct VectorFolder {
  package let area: String

  package init(_ area: String) { self.area = area }

  private var path: String {
    let sources = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
    return "/\(sources)/Vectors/\(area)"
  }

  package func read() throws -> [Vector] {
    try FileManager.default.contentsOfDirectory(atPath: path)
      .filter { $0.hasSuffix(".txt") }.sorted()
      .map { file in
        let data = try Data(contentsOf: URL(filePath: "\(path)/\(file)"))
        guard let text = String(validating: data, as: UTF8.self), let vector = Vector(text: text),
          vector.name + ".txt" == file
        else { throw NotAVector(file: file) }
        return vector
      }
  }

  /// Writes the set anew, when somebody asks for it: a published vector never changes.
  package func freeze(_ vectors: [Vector]) throws {
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true)
    for vector in vectors {
      try Data(vector.text.utf8).write(to: URL(filePath: "\(path)/\(vector.name).txt"))
    }
  }

  /// Whether this run writes vectors: `CONCLAVE_FREEZE=1 swift test --filter Vector`.
  package static var isFreezing: Bool {
    ProcessInfo.processInfo.environment["CONCLAVE_FREEZE"] == "1"
  }

  /// A file in the folder that is no vector, or bears another's name.
  package struct NotAVector: Error {
    package let file: String
  }
}
