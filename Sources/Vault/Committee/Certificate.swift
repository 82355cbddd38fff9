package import Sealing
package import Statements

/// What an offboarding did, signed by who did it.
///
/// Covers what its signer can read, and says so. It certifies what the vault holds from now on; it
/// cannot say what was copied before.
package struct Certificate: Hashable, Sendable {
  package struct Line: Hashable, Sendable {
    package let kind: Founding.Kind
    package let label: String
    /// Since when the leaver could read it, seconds since 1970.
    package let since: Int64
    /// The epoch its key was replaced with.
    package let epoch: EpochID?
    package let isResealed: Bool
  }

  package let vault: VaultID
  package let leaver: MemberID
  package let leaverName: String
  package let removal: StatementID
  package let time: Int64
  package let lines: [Line]
  package let signer: MemberID
  package let signerName: String
  package let signature: [UInt8]

  init(
    vault: VaultID, leaver: MemberID, leaverName: String, removal: StatementID, time: Int64,
    lines: [Line], by holder: any KeyHolder
  ) {
    self.vault = vault
    self.leaver = leaver
    self.leaverName = leaverName
    self.removal = removal
    self.time = time
    self.lines = lines
    signer = holder.member
    signerName = holder.card.name
    signature = holder.sign(
      Certificate.signed(vault, leaver, removal, time, lines), for: .certificate)
  }

  /// The canonical JSON that is signed.
  package var signedBytes: [UInt8] {
    Certificate.signed(vault, leaver, removal, time, lines)
  }

  private static func signed(
    _ vault: VaultID, _ leaver: MemberID, _ removal: StatementID, _ time: Int64, _ lines: [Line]
  ) -> [UInt8] {
    JSONValue.object([
      "leaver": .id(leaver),
      "lines": .array(
        lines.map { line in
          .object([
            "epoch": .string(line.epoch?.hex ?? ""), "kind": .string(line.kind.rawValue),
            "label": .string(line.label), "resealed": .boolean(line.isResealed),
            "since": .integer(line.since),
          ])
        }),
      "removal": .id(removal),
      "time": .integer(time),
      "vault": .id(vault),
    ]).encoded()
  }
}
