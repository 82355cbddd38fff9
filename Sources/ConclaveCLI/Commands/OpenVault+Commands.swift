import Statements
import Vault

extension OpenVault {
  /// Does one thing whose error then has words for people.
  func attempt<Result>(
    _ body: (OpenVault) throws(VaultError) -> Result
  ) throws(Failure) -> Result {
    do throws(VaultError) { return try body(self) } catch { throw Failure(error) }
  }

  /// The member whose whole name, or whose fingerprint's first words, `text` is.
  ///
  /// For what is hard to undo: elsewhere a first name is enough.
  func memberInFull(_ text: String) throws(Failure) -> Member {
    let member = try attempt { vault throws(VaultError) in try vault.findMember(text) }
    let firstName = member.name.lowercased().split(separator: " ").first.map(String.init)
    guard member.name.lowercased() == text.lowercased() || firstName != text.lowercased() else {
      throw .fullNameNeeded(member.name)
    }
    return member
  }
}
