/// How the program ends, in the numbers of sysexits(3).
enum ExitStatus: Int32, Hashable, Sendable, CaseIterable {
  case done = 0
  /// Any other failure, and refusals that protect the records.
  case refused = 1
  /// Something typed is wrong: an option, an unknown value, an ambiguous prefix.
  case usage = 64
  /// Data is damaged or was tampered with, or a name would leak.
  case badData = 65
  /// No such file or member; never said of a case.
  case missing = 66
  /// A remote or the agent does not answer.
  case unavailable = 69
  /// Something is there already and is not overwritten.
  case exists = 73
  /// The disk failed in the middle; nothing is half-written.
  case storageFailed = 74
  /// Another command holds the vault.
  case busy = 75
  /// The person may not do this, or the passphrase is wrong.
  case notAllowed = 77
  case interrupted = 130
}
