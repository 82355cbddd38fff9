import Vault

/// A vault as one command has it open, with the person who is told what was noticed.
final class VaultSession {
  let vault: OpenVault
  private let surroundings: Surroundings
  private let progress: Progress
  private var shownNoticeCount = 0

  init(_ vault: OpenVault, in surroundings: Surroundings, progress: Progress) {
    self.vault = vault
    self.surroundings = surroundings
    self.progress = progress
  }

  /// Does one thing in the vault.
  ///
  /// When that fails, what was seen is remembered all the same, unless something had been stated
  /// that was not written: then the command leaves no trace.
  func attempt<Result, Cause: FailureCause>(
    _ body: (OpenVault) throws(Cause) -> Result
  ) throws(Failure) -> Result {
    do throws(Cause) {
      let result = try body(vault)
      progress.finish()
      return result
    } catch {
      progress.finish()
      showNotices()
      if !vault.hasUnwritten {
        // Not being able to remember is nothing beside what failed.
        do throws(VaultError) { try vault.close() } catch {}
      }
      throw error.failure
    }
  }

  /// Ends the command: shows what was noticed, and remembers what was seen.
  func close() throws(Failure) {
    showNotices()
    do throws(VaultError) { try vault.close() } catch { throw Failure(error) }
  }

  private func showNotices() {
    let fresh = Array(vault.notices[shownNoticeCount...])
    shownNoticeCount = vault.notices.count
    for line in Line.warnings(fresh) { surroundings.warn(line) }
    for line in Line.news(fresh) { surroundings.say(line) }
  }
}
