import Foundation
import Sealing
import Sodium
import Testing

/// What the disk does to the real program, where this machine lets a test see it.
struct DiskTests {
  private let session: Session

  init() throws { session = try Session() }

  /// Runs a command of Maya's, whose passphrase is never asked for.
  private func run(_ command: String) async throws -> Session.Outcome {
    let transcript = Transcript(reading: "% passphrases\nmaya$ \(command)\n")
    for case .step(let step) in transcript.elements { return try await session.run(step) }
    throw CocoaError(.featureUnsupported)
  }

  private static func works(_ command: String) -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", command]
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }

  private static let mayMount = works(
    "d=$(mktemp -d) && mount -t tmpfs none $d && umount $d; s=$?; rmdir $d; exit $s")
  private static let mayTrace = works("strace -f -e trace=syncfs true")

  @Test(.enabled(if: mayMount, "a small disk is mounted"))
  func `on a full disk what is written is refused, and what is there is read`() async throws {
    _ = try await run("mkdir disk; mount -t tmpfs -o size=400k none disk")
    try await onTheFullDisk()
    _ = try await run("umount disk")
  }

  private func onTheFullDisk() async throws {
    let vault = "conclave --vault disk/vault"
    _ = try await run(
      "conclave init disk/vault --name Maya --policy django --quiet; "
        + "echo Shouted. | \(vault) case open --code-name home-shelf --report - --quiet")
    _ = try await run("cat /dev/zero > disk/filler")
    for refused in [
      "echo Refused. | \(vault) case add home-shelf note",
      "echo Refused. | \(vault) case open --code-name calm-river --report -",
    ] {
      let outcome = try await run(refused)
      #expect(outcome.exitCode == 74, "\(outcome.error)")
      #expect(
        outcome.error.first
          == "conclave: error: no space is left in the vault's folder; nothing is half-written")
    }
    let shown = try await run("\(vault) case show home-shelf")
    #expect(shown.exitCode == 0)
    #expect(shown.output.contains { $0.hasSuffix("Shouted.") })
    _ = try await run("rm disk/filler")
    // Nothing of what was refused happens now that there is room.
    let later = try await run("\(vault) case show home-shelf; \(vault) case list")
    #expect(!later.output.contains { $0.contains("Refused.") || $0.contains("calm river") })
    #expect(try await run("\(vault) verify").exitCode == 0)
    // Control: the same command does happen then.
    _ = try await run("echo Added. | \(vault) case add home-shelf note")
    #expect(
      try await run("\(vault) case show home-shelf").output.contains { $0.hasSuffix("Added.") })
  }

  @Test(.enabled(if: mayTrace, "the program's calls are traced"))
  func `what was seen is on the disk before it is noted as looked at`() async throws {
    _ = try await run("conclave init vault --name Maya --policy django --quiet")
    // Files this machine has not looked at yet: the vault in another place.
    _ = try await run("cp -a vault moved")
    let traced = try await run(
      "strace -f -qq -e signal=none -e trace=syncfs,renameat -o trace "
        + "$(command -v conclave) --vault \"$PWD/moved\" --passphrase-file ~/passphrase verify; cat trace"
    )
    #expect(traced.exitCode == 0)
    let names = try await memoryNames()
    func place(of text: String) -> Int? { traced.output.firstIndex { $0.contains(text) } }
    let seen = try #require(place(of: names.roster))
    let flushed = try #require(place(of: "syncfs("))
    let noted = try #require(place(of: names.stamps))
    #expect(seen < flushed)
    #expect(flushed < noted)
  }

  /// What the memory's files for the roster and for the stamps of `moved` are called.
  private func memoryNames() async throws -> (roster: String, stamps: String) {
    func first(_ command: String) async throws -> String {
      try #require(try await run(command).output.first)
    }
    let file = try #require(
      Data(base64Encoded: try await first("base64 -w0 ~/.config/conclave/identity")))
    let passphrase = try await first("cat ~/passphrase")
    let identity = try IdentityFile(decoding: Array(file)).open(
      with: SecretBytes(copying: Array(passphrase.utf8).span))
    let marker = try await first("cat vault/conclave")
    let id = try #require(VaultID(hex: String(marker.suffix(64))))
    let key = identity.memoryKey(for: id, in: KeyRegion())
    // The path as the program sees it: the session's folder stands as `/session` in what is printed.
    let folder = try #require(try await run("pwd | base64 -w0").output.first)
    let path = String(decoding: try #require(Data(base64Encoded: folder)), as: UTF8.self)
      .trimmingCharacters(in: .newlines)
    return (
      key.nameInMemory(of: "compartment/" + id.hex),
      key.nameInMemory(of: "stamps/objects/" + path + "/moved")
    )
  }
}
