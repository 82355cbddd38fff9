import Sealing
import Vault

extension Surroundings {
  /// Proposes the recusal of readers who bear the name of somebody in the case.
  ///
  /// On a terminal it asks for each; with `--yes` it recuses; otherwise it warns and says what to
  /// type. Nobody recuses themself this way: it would take the keys of whoever is writing.
  func proposeRecusals(
    _ namesakes: [OpenVault.Namesake], from shown: String, as identity: Identity
  ) throws(Failure) {
    let layout = Layout(columns: nil, zone: zone, now: now)
    for namesake in namesakes {
      warn(.namesakeReads(namesake.name, shown, since: layout.moment(namesake.since)))
      if namesake.isMe {
        sayNext(.nextIsOwnRecusal(shown))
        continue
      }
      guard options.yes || canAsk, try confirm(.recuseNamesake(namesake.name, shown)) else {
        sayNext(.nextIsRecusal(namesake.name, shown))
        continue
      }
      let recused = try withVault(as: identity) { vault throws(VaultError) in
        try vault.recuse(namesake.id.hex, from: shown)
      }
      switch recused.outcome {
      case .done:
        say(.tookOut(recused.name, of: recused.codeName))
        if recused.wasContact { warn(.contactIsOut(recused.name, recused.codeName)) }
      case .waiting(let act, let needed):
        say(.recusalWaits(recused.name, for: needed))
        sayNext(.nextIsEndorsement(act))
      }
    }
  }
}
