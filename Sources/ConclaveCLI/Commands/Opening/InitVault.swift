import ArgumentParser
import Casework
import Sealing
import SystemPackage
import Vault

/// Makes a new vault.
struct InitVault: ConclaveCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make a new vault, with you as its chair.",
    discussion: """
      The folder must be empty or not exist yet. It may lie in a shared folder or a cloud drive: \
      whoever stores it sees sealed files and nothing else. If you have no keys yet, they are made \
      first, under a passphrase; then --name is needed. You are the chair and the first holder of \
      the person identity key.

      Example:
        conclave init "Shared/conduct" --name "Maya Lindqvist" --policy django
      """)

  @Argument(help: "The folder to make the vault in.", completion: .directory)
  var dir: String

  @Option(help: ArgumentHelp("Your name, when your keys are made now.", valueName: "name"))
  var name: String?

  @Option(
    help: ArgumentHelp("Your e-mail address, when your keys are made now.", valueName: "address"))
  var email: String?

  @Option(
    help: ArgumentHelp(
      "Whose published rules you follow: django, psf or pydistrict (default: psf).",
      valueName: "policy"), completion: .list(Policy.tokens))
  var policy: String?

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in surroundings: Surroundings) throws(Failure) {
    guard !dir.isEmpty else { throw .noFolderGiven }
    let policy = try chosenPolicy(in: surroundings)
    let identity = try identity(in: surroundings)
    let path = FilePath(dir)
    let session = try surroundings.open(at: path) { settings throws(Failure) in
      do throws(VaultError) {
        return try OpenVault.create(settings, for: identity, policy: policy)
      } catch {
        throw Failure(error, making: path)
      }
    }
    let report = NewVaultReport(
      path: path, vault: session.vault.id, policy: policy, chair: identity.card)
    try session.close()
    try surroundings.show(report)
    surroundings.say(.vaultMade, .adviseSecondChair)
    surroundings.sayNext(.nextIsEntering(path), .nextIsOnboarding, .nextIsFirstCase)
  }

  private func chosenPolicy(in surroundings: Surroundings) throws(Failure) -> Policy {
    let asks = policy == nil && name == nil && surroundings.canAsk && !surroundings.options.yes
    let text = asks ? try surroundings.askOptional(.askPolicy) : policy
    guard let text else { return .psf }
    do throws(ValueError) {
      return try Policy(reading: text)
    } catch {
      throw Failure(error, for: .policyOption)
    }
  }

  private func identity(in surroundings: Surroundings) throws(Failure) -> Identity {
    guard try surroundings.hasIdentity() else {
      let identity = try surroundings.createIdentity(name: name, email: email)
      surroundings.say(.identityCreated(try surroundings.identityPath()))
      return identity
    }
    let file = try surroundings.readIdentityFile()
    if let name, name.lowercased() != file.card.name.lowercased() {
      throw .identityOfAnother(file.card.name)
    }
    return try surroundings.open(file)
  }
}

/// A vault that was just made.
struct NewVaultReport: Report {
  let path: FilePath
  let vault: VaultID
  let policy: Policy
  let chair: Card

  func lines(in layout: Layout) -> [Line] {
    var rows: [[Line]] = [
      ["vault", "\(path)"], ["id", "\(vault.hex)"],
    ]
    rows += vault.words.rows(labelled: "words")
    rows += [["policy", "\(policy.token)"], ["chair", "\(chair.name)"]]
    return Table(rows: rows).lines(columns: nil)
  }

  var json: JSON {
    [
      "chair": .string(chair.name), "folder": .string(path.string),
      "member": .string(chair.member.hex), "policy": .string(policy.token),
      "vault": .string(vault.hex), "words": JSON(vault.words.words),
    ]
  }
}

extension VaultID {
  /// The twelve words two people compare to know that they mean one vault.
  var words: Fingerprint { Fingerprint(digest: bytes) }
}

extension Fingerprint {
  /// Rows of a table: the words, four on a line, behind a label.
  func rows(labelled label: Line) -> [[Line]] {
    lines.enumerated().map { index, line in [index == 0 ? label : "", "\(line)"] }
  }
}
