import Forging
import Sealing
import Statements
import Testing

/// The frozen vectors of canonical JSON and of statements.
@Suite struct StatementVectorTests {
  static let sets: [(area: String, vectors: [Vector])] = [
    (JSONVectors.area, JSONVectors.all), (StatementVectors.area, StatementVectors.all),
    (PersonVectors.area, PersonVectors.all), (DocumentVectors.area, DocumentVectors.all),
    (QuestionVectors.area, QuestionVectors.all),
  ]

  @Test(arguments: sets.indices)
  func `the frozen files are what the kit forges`(set: Int) throws {
    let (area, vectors) = Self.sets[set]
    #expect(Set(vectors.map(\.name)).count == vectors.count)
    if VectorFolder.isFreezing { try VectorFolder(area).freeze(vectors) }
    #expect(try VectorFolder(area).read() == vectors.sorted { $0.name + ".txt" < $1.name + ".txt" })
  }

  @Test func `all JSON reads or is refused, as its vector says`() throws {
    let vectors = try VectorFolder("json").read()
    // The control: among them are some that read.
    #expect(vectors.contains { $0.expect == "ok" })
    for vector in vectors {
      let found: String
      do {
        #expect(try JSONValue(scanning: vector.bytes()).encoded() == vector.bytes())
        found = "ok"
      } catch {
        found = error.faultName
      }
      #expect(found == vector.expect, "\(vector.name): \(vector.what)")
    }
  }

  @Test(arguments: ["statement", "persons", "documents"])
  func `every statement reads or is refused, as its vector says`(_ area: String) throws {
    let vectors = try VectorFolder(area).read()
    // The control: among them are some that read.
    #expect(vectors.contains { $0.expect == "ok" })
    for vector in vectors {
      let found: String
      do {
        let statement = try Statement(decoding: vector.bytes())
        guard statement.isAuthentic else { throw StatementError.notAuthentic }
        found = "ok"
        #expect(statement.id.hex == vector.inputs["id"])
        #expect(statement.kind == vector.inputs["kind"])
        let isUnknown = statement.content == .unknown(kind: statement.kind)
        #expect((isUnknown ? "unknown" : "known") == vector.inputs["content"], "\(vector.name)")
      } catch {
        found = error.faultName
      }
      #expect(found == vector.expect, "\(vector.name): \(vector.what)")
    }
  }
}
