import Sealing
import Statements
import Vault

// Why the roster, or a grant of keys, refused.

extension Failure {
  init(_ refusal: RosterRefusal) {
    switch refusal {
    case .authorIsNoVoter: self.init(VaultError.needsVoter)
    case .notAMember: self.init("they are no longer on the committee", status: .missing)
    case .alreadyEnrolled: self.init("they are on the committee already", status: .exists)
    case .boxKeyEnrolled:
      self.init(
        "somebody on the committee has the same key on their card", hint: "ask for a new card",
        status: .badData)
    case .nothingToChange: self.init("that is so already", status: .refused)
    case .roleNotGiven(let role):
      self.init(
        "nobody is made \(role.article) \(role) this way",
        hint: """
          the roles are chair, member, adviser and observer; a stand-in comes by \
          "conclave onboard add CARD --role stand-in --only CODE", a candidate by \
          "conclave onboard start CARD"
          """, status: .usage)
    case .needsMajority(_, let needed, _):
      self.init(
        "that takes \(needed) voters besides whoever it is about, and there are not so many",
        hint: "make more of the committee members first", status: .notAllowed)
    case .lastChair: self.init(VaultError.lastChair)
    }
  }

  init(_ error: GrantError) {
    switch error {
    case .tooManyReaders(let limit, let found):
      self.init("\(found) readers are more than the \(limit) a vault can have", status: .refused)
    case .noReaders, .malformed, .notAuthentic, .notTheCommittedKey:
      self.init(
        "the keys could not be handed over", hint: "run \"conclave verify\"", status: .badData)
    }
  }
}
