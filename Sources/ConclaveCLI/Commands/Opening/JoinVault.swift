import ArgumentParser
import Casework
import Sealing
import Sodium
import Sync
import SystemPackage
import Vault

/// Opens a vault that this machine does not know yet.
struct JoinVault: ConclaveCommand {
  static let configuration = CommandConfiguration(
    commandName: "join",
    abstract: "Open a shared vault on this machine, with your invitation.",
    discussion: """
      A chair has let you in and sent you an invitation: one line of text. It opens nothing by \
      itself; it says which vault is meant and who invited you, so that nobody can hand you another \
      one. Compare its twelve words with whoever sent it, in a call or face to face.

      With one folder the vault is used where it lies. With two, the second becomes your own working \
      copy of the first, and "conclave sync" brings them together.

      Example:
        conclave join "Shared/conduct" --invitation invitation.txt
        conclave join /mnt/stick/conduct ~/conduct --invitation "conclave-invitation-1.…"
      """)

  @Argument(help: "The shared folder.", completion: .directory)
  var source: String

  @Argument(help: "A new folder for a working copy of your own.", completion: .directory)
  var dir: String?

  @Option(
    help: ArgumentHelp(
      "Your invitation: a file, its text, or \"-\" for standard input.", valueName: "invitation"),
    completion: .file())
  var invitation: String?

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in surroundings: Surroundings) throws(Failure) {
    guard !source.isEmpty, dir != "" else { throw .noFolderGiven }
    let from = FilePath(source)
    let invitation = try readInvitation(in: surroundings)
    if invitation == nil { try compareVault(at: from, in: surroundings) }
    let identity = try surroundings.openIdentity()
    let path = dir.map { FilePath($0) } ?? from
    var copied: CopyReport?
    let session = try surroundings.open(at: path) { settings throws(Failure) in
      do throws(VaultError) {
        let joined = try OpenVault.join(
          settings, copying: dir == nil ? nil : from, for: identity, invitation: invitation)
        copied = joined.copied
        return joined.vault
      } catch {
        throw Failure(error, making: path)
      }
    }
    let report = JoinReport(session.vault, at: path, by: invitation, copied: copied)
    try session.close()
    try surroundings.show(report)
    surroundings.say(invitation == nil ? .joined : .joinedByInvitation)
    let isHere = path.lexicallyNormalized() == "." || path == surroundings.settings.workingFolder
    surroundings.sayNext((isHere ? [] : [.nextIsEntering(path)]) + [.nextIsStatus])
  }

  private func readInvitation(in surroundings: Surroundings) throws(Failure) -> Invitation? {
    guard let invitation else { return nil }
    let text = try surroundings.readGiven(invitation, marked: "conclave-invitation-")
    do throws(VaultError) { return try Invitation(reading: text) } catch { throw Failure(error) }
  }

  /// Without an invitation a person has to know the vault by its words.
  private func compareVault(at path: FilePath, in surroundings: Surroundings) throws(Failure) {
    let vault: VaultID
    do throws(VaultError) {
      vault = try OpenVault.vaultID(at: path)
    } catch {
      throw Failure(error)
    }
    guard surroundings.canAsk else { throw .noInvitation }
    surroundings.tell(.vaultWords)
    for line in vault.words.lines { surroundings.tell("  \(line)") }
    guard try surroundings.confirm(.doVaultWordsAgree) else { throw .wordsDiffer }
  }
}

/// A vault as it was found by joining.
struct JoinReport: Report {
  let path: FilePath
  let vault: VaultID
  let invitation: Invitation?
  let inviter: String?
  let me: OpenVault.MemberLine?
  let memberCount: Int
  let caseCount: Int
  let copied: CopyReport?

  init(_ vault: OpenVault, at path: FilePath, by invitation: Invitation?, copied: CopyReport?) {
    self.path = path
    self.vault = vault.id
    self.invitation = invitation
    inviter = invitation.map { vault.name(of: MemberID($0.inviter.bytes)) }
    me = vault.me.map(vault.line)
    memberCount = vault.members.count
    caseCount = vault.caseNames.count
    self.copied = copied
  }

  func lines(in layout: Layout) -> [Line] {
    var rows: [[Line]] = [["vault", "\(path)"], ["id", "\(vault.hex)"]]
    if let inviter { rows.append(["invited by", "\(inviter)"]) }
    if let invitation { rows += invitation.words.rows(labelled: "words") }
    if let me { rows.append(["you", "\(me.name), \(me.role)"]) }
    rows += [
      ["committee", .count(memberCount, "member", "members")],
      ["cases", "\(caseCount) open to you"],
    ]
    if let copied {
      rows.append(["copied", .files(copied.pulled, bytes: copied.byteCount)])
      if !copied.damaged.isEmpty {
        rows.append(["damaged", .count(copied.damaged.count, "file", "files")])
      }
    }
    return Table(rows: rows).lines(columns: nil)
  }

  var json: JSON {
    [
      "cases": .integer(caseCount), "copied": copied?.json ?? .null,
      "folder": .string(path.string), "invited_by": JSON(inviter),
      "member": JSON(me?.id.hex), "members": .integer(memberCount), "name": JSON(me?.name),
      "role": JSON(me?.role.token), "vault": .string(vault.hex),
      "words": invitation.map { JSON($0.words.words) } ?? .null,
    ]
  }
}
