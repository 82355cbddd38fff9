import Casework
import POSIX
import Sealing
import Statements
import Sync
import Synchronization
import SystemPackage
import Vault

/// A committee for tests: members with identities and memories of their own, around one folder.
final class Committee: Sendable {
  struct Person: Sendable {
    let name: String
    let identity: Identity
    let memories: FilePath
  }

  let root: FilePath
  let shared: FilePath
  /// Ahead of the file system's clock, so that what a folder looked like may be remembered.
  private let clock = Mutex<Int64>(SystemClock.seconds + 86_400)
  private let people = Mutex<[String: Person]>([:])
  private let copies = Mutex<[String: FilePath]>([:])

  init() throws {
    root = try TestFolder.make()
    shared = root.appending("vault")
  }

  deinit { TestFolder.remove(root) }

  func person(_ name: String) throws -> Person {
    try people.withLock { people in
      if let person = people[name] { return person }
      let person = Person(
        name: name, identity: try Identity(name: name, address: ""),
        memories: root.appending("m-" + name))
      people[name] = person
      return person
    }
  }

  /// Another machine of the same member: the same identity and no memory.
  func anotherMachine(of name: String) throws -> Person {
    let person = try person(name)
    return Person(
      name: name, identity: person.identity, memories: root.appending("m-\(name)-2"))
  }

  func settings(_ person: Person, at path: FilePath? = nil) -> OpenVault.Settings {
    var settings = OpenVault.Settings(vault: path ?? shared, memories: person.memories)
    settings.now = {
      self.clock.withLock { time in
        time += 60; return time
      }
    }
    settings.patience = 0.2
    return settings
  }

  func found(by name: String, policy: Policy = .django) throws {
    let person = try person(name)
    _ = try OpenVault.create(settings(person), for: person.identity, policy: policy)
  }

  @discardableResult
  func `as`<Result>(
    _ name: String, at path: FilePath? = nil, _ body: (OpenVault) throws -> Result
  ) throws -> Result {
    try run(try person(name), at: path ?? place(of: name), body)
  }

  /// The folder a member works in: a working copy of their own, or the one all share.
  func place(of name: String) -> FilePath { copies.withLock { $0[name] } ?? shared }

  /// Gives a member who has not joined yet a working copy of their own.
  func giveCopy(to name: String) {
    copies.withLock { $0[name] = root.appending("copy-" + name) }
  }

  /// Brings a member's working copy together with the shared folder.
  @discardableResult
  func sync(_ name: String) throws -> CopyReport {
    try self.as(name) { try $0.sync(with: shared) }
  }

  @discardableResult
  func run<Result>(
    _ person: Person, at path: FilePath? = nil, _ body: (OpenVault) throws -> Result
  ) throws -> Result {
    let vault = try OpenVault(settings(person, at: path), for: person.identity)
    let result = try body(vault)
    try vault.close()
    return result
  }

  func advance(by seconds: Int64) { clock.withLock { $0 += seconds } }

  /// A state of the folder and of everybody's machines, to come back to.
  func snapshot() throws -> FilePath {
    let path = FilePath(root.string + "-at-\(clock.withLock { $0 })")
    try TestFolder.copy(root, to: path)
    return path
  }

  /// The chair onboards somebody, who joins in place, or into a working copy if they were given one.
  func onboard(_ name: String, by chair: String, conflicts: [String] = []) throws {
    let person = try person(name)
    let onboarded = try self.as(chair) {
      try $0.onboard([person.identity.card], as: .member, conflicts: conflicts, only: nil)
    }
    let place = place(of: name)
    if self.place(of: chair) != shared { try sync(chair) }
    _ = try OpenVault.join(
      settings(person, at: place), copying: place == shared ? nil : shared, for: person.identity,
      invitation: onboarded[0].invitation)
  }
}
