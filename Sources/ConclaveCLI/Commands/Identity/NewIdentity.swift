import Sealing
import Sodium
import Storage
import SystemPackage

extension Surroundings {
  /// Makes an identity, asking for what was not given.
  ///
  /// An identity that is there is never overwritten, and nothing is asked before that is clear.
  func createIdentity(name: String?, email: String?) throws(Failure) -> Identity {
    let path = try identityPath()
    guard try !hasIdentity() else { throw .identityExists(path) }
    var (name, email) = (name, email)
    if name == nil {
      name = try ask(.yourName, orGive: .nameOption)
      if email == nil { email = try askOptional(.yourEmail) }
    }
    let identity: Identity
    do throws(CardError) {
      identity = try Identity(
        name: Self.withoutOuterBlanks(name ?? ""), address: Self.withoutOuterBlanks(email ?? ""))
    } catch {
      throw Failure(making: error)
    }
    let passphrase = try newPassphrase(from: PassphraseSource(options.passphraseFile))
    try writeIdentity(identity, under: passphrase, replacing: false)
    return identity
  }

  private static func withoutOuterBlanks(_ text: String) -> String {
    let start = text.drop { $0 == " " }
    return start.lastIndex { $0 != " " }.map { String(start[...$0]) } ?? ""
  }

  /// Seals an identity under `passphrase` and writes its file.
  func writeIdentity(
    _ identity: Identity, under passphrase: borrowing SecretBytes, replacing: Bool
  ) throws(Failure) {
    let path = try identityPath()
    let file: IdentityFile
    do throws(IdentityFileError) {
      file = try IdentityFile(sealing: identity, under: passphrase, strength: settings.strength)
    } catch {
      throw Failure(error, path: path)
    }
    do throws(StorageError) {
      try PrivateFile.write(file.bytes, to: path, replacing: replacing)
    } catch {
      throw Failure(error, identity: path)
    }
  }
}
