import Forging
import Sealing
import Sodium
import Testing

@testable import Vault

/// The frozen vectors of markers and invitations.
@Suite struct MarkerAndInvitationTests {
  static let sets: [(area: String, vectors: [Vector])] = [
    (MarkerVectors.area, MarkerVectors.all), (InvitationVectors.area, InvitationVectors.all),
  ]

  @Test(arguments: sets.indices)
  func `the frozen files are what the kit forges`(set: Int) throws {
    let (area, vectors) = Self.sets[set]
    #expect(Set(vectors.map(\.name)).count == vectors.count)
    if VectorFolder.isFreezing { try VectorFolder(area).freeze(vectors) }
    #expect(try VectorFolder(area).read() == vectors.sorted { $0.name + ".txt" < $1.name + ".txt" })
  }

  @Test func `every marker reads as its vector says`() throws {
    for vector in try VectorFolder("marker").read() {
      let marker = Marker(String(decoding: vector.bytes("line"), as: UTF8.self))
      #expect((marker == nil ? "none" : "ok") == vector.expect, "\(vector.name): \(vector.what)")
      #expect(marker?.vault.hex == vector.inputs["vault"])
    }
  }

  @Test func `every invitation reads as its vector says`() throws {
    for vector in try VectorFolder("invitation").read() {
      let found: String
      do {
        let text = String(decoding: vector.bytes("text"), as: UTF8.self)
        let invitation = try Invitation(reading: text)
        found = "ok"
        #expect(invitation.vault.hex == vector.inputs["vault"])
        #expect(invitation.roster.hex == vector.inputs["roster"])
        #expect(Bytes.hex(invitation.inviter.bytes) == vector.inputs["inviter"])
      } catch {
        found = error.faultName
      }
      #expect(found == vector.expect, "\(vector.name): \(vector.what)")
    }
  }
}
