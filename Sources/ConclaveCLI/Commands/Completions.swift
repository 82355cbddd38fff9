import ArgumentParser

/// Prints what a shell needs to complete commands as they are typed.
struct Completions: ConclaveCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print a script that lets your shell complete commands.",
    discussion: """
      With it the tab key completes commands, options and files. The script names no case and no \
      member: nothing in it comes from a vault.

      Example:
        conclave completions bash > ~/.local/share/bash-completion/completions/conclave
        conclave completions zsh > ~/.zfunc/_conclave
        conclave completions fish > ~/.config/fish/completions/conclave.fish
      """)

  /// The shells there is a script for.
  enum Shell: String, CaseIterable, ExpressibleByArgument {
    case bash, zsh, fish

    fileprivate var completionShell: CompletionShell {
      switch self {
      case .bash: .bash
      case .zsh: .zsh
      case .fish: .fish
      }
    }
  }

  @Argument(help: "The shell: bash, zsh or fish.") var shell: Shell

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in surroundings: Surroundings) throws(Failure) {
    try surroundings.show(Line.block(Conclave.completionScript(for: shell.completionShell)))
  }
}
