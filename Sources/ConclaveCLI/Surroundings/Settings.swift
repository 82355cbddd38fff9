import POSIX
import Sealing
import SystemPackage

/// What the environment variables say.
struct Settings: Sendable {
  var configFolder: FilePath?
  var stateFolder: FilePath?
  /// Where the program was started, when that is known.
  var workingFolder: FilePath?
  var vault: FilePath?
  var identity: FilePath?
  var allowsColour: Bool
  /// The command that people edit a text with; `vi` when they have named none.
  var editor: String?
  /// Where a folder in memory may be made, first things first.
  var memoryPlaces: [FilePath] = []
  /// What new identity files cost to open.
  var strength: PassphraseStrength
}

extension Settings {
  /// The settings this process was started with.
  static var ofProcess: Settings {
    let home = Environment.path("HOME")
    return Settings(
      configFolder: folder(Environment.path("XDG_CONFIG_HOME"), else: ".config", in: home),
      stateFolder: folder(Environment.path("XDG_STATE_HOME"), else: ".local/state", in: home),
      workingFolder: workingFolderOfProcess,
      vault: Environment.path("CONCLAVE_VAULT"),
      identity: Environment.path("CONCLAVE_IDENTITY"),
      allowsColour: Environment.value("NO_COLOR") == nil && Environment.value("TERM") != "dumb",
      editor: Environment.value("VISUAL") ?? Environment.value("EDITOR"),
      memoryPlaces: [Environment.path("XDG_RUNTIME_DIR"), "/dev/shm"].compactMap(\.self),
      strength: strengthOfProcess)
  }

  /// Our folder in the one that the XDG base directory specification names; a relative one does
  /// not count there.
  private static func folder(
    _ named: FilePath?, else relative: FilePath, in home: FilePath?
  ) -> FilePath? {
    let base = named.flatMap { $0.isAbsolute ? $0 : nil } ?? home?.pushing(relative)
    return base?.appending("conclave")
  }

  private static var workingFolderOfProcess: FilePath? {
    // A folder that was removed meanwhile has no path, and no vault above it.
    do { return try Environment.workingFolder() } catch { return nil }
  }

  private static var strengthOfProcess: PassphraseStrength {
    #if CONCLAVE_TEST_FLOOR
      if Environment.value("CONCLAVE_TEST_STRENGTH") == "weak" { return .floor }
    #endif
    return .standard
  }
}
