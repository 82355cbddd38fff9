import POSIX
import SystemPackage

/// The program a person writes texts with, told to leave nothing behind.
///
/// What editors keep for convenience (swap and backup files, histories of what was typed, undo files)
/// would lie on the disk in clear. Those that are known are started without their own settings and
/// with everything of the kind turned off; of others nobody can say.
struct Editor: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case vim, neovim, nano, emacs, unknown
  }

  /// The program and its own arguments, as the person named them.
  let words: [String]
  let kind: Kind

  /// The editor that `command` names, its arguments separated by blanks; nil when it names none.
  init?(_ command: String) {
    words = command.split(separator: " ").map(String.init)
    guard let name = words.first else { return nil }
    kind = Self.kind(of: name)
  }

  /// The words of a command that edits `file`.
  func command(editing file: FilePath) -> [String] { words + arguments + [file.string] }

  private var arguments: [String] {
    switch kind {
    case .vim:
      [
        "-N", "-u", "NONE", "-U", "NONE", "-i", "NONE", "-n", "--noplugin",
        "--cmd", "set noswapfile nobackup nowritebackup history=0 backspace=2",
      ]
    case .neovim:
      [
        "-u", "NONE", "-i", "NONE", "-n", "--noplugin",
        "--cmd", "set noswapfile nobackup nowritebackup noundofile shada= history=0",
      ]
    case .nano: ["--ignorercfiles"]
    case .emacs:
      [
        "-nw", "-Q", "--eval",
        """
        (setq make-backup-files nil auto-save-default nil auto-save-list-file-prefix nil \
        create-lockfiles nil history-length 0 auto-save-visited-file-name nil)
        """,
      ]
    case .unknown: []
    }
  }

  /// What kind of editor a program is, links such as `vi` followed.
  private static func kind(of name: String) -> Kind {
    let found: FilePath
    do throws(Errno) { found = try OtherProgram.find(name) } catch { return .unknown }
    guard let program = found.lastComponent?.string else { return .unknown }
    switch program {
    case "vim", "vim.tiny", "vim.basic", "vim.nox", "vim.gtk", "vim.gtk3", "vim.athena",
      "vim.motif":
      return .vim
    case "nvim": return .neovim
    case "nano", "nano-tiny": return .nano
    default:
      // Emacs bears its version or its window system in its name.
      let isEmacs = program.hasPrefix("emacs") && !program.hasPrefix("emacsclient")
      return isEmacs ? .emacs : .unknown
    }
  }
}
