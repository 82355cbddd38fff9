/// What a person of the roster is to the committee.
package enum Role: String, VocabularyWord {
  /// Keeps the roster: onboards, offboards, appoints.
  case chair
  /// Reads and handles the cases they are admitted to.
  case member
  /// Reads the cases they are admitted to and does not vote.
  case adviser
  /// Joins one case, votes in it, and sees no sheet.
  case standIn = "stand-in"
  /// Oversees for the board: reads the anonymised sheet and what is explicitly opened to them.
  case observer
  /// Is being onboarded: reads one list of names until their conflicts are declared.
  case candidate
}

extension Role {
  /// Whether the role governs: counts toward a majority of the voters of a compartment.
  ///
  /// Who votes on a motion is another question: that is the motion's electorate.
  package var isVoter: Bool {
    switch self {
    case .chair, .member: true
    case .adviser, .standIn, .observer, .candidate: false
    }
  }

  /// Whether the role votes on the motions of a case it is admitted to.
  package var votesOnMotions: Bool {
    switch self {
    case .chair, .member, .standIn: true
    case .adviser, .observer, .candidate: false
    }
  }

  /// Whether the role reads the status sheet.
  package var readsSheet: Bool {
    switch self {
    case .chair, .member, .adviser, .observer: true
    case .standIn, .candidate: false
    }
  }

  /// Whether the role may write rows of the status sheet.
  package var writesSheet: Bool {
    switch self {
    case .chair, .member: true
    case .adviser, .standIn, .observer, .candidate: false
    }
  }

  /// Whether the role may write entries in a case it is admitted to.
  ///
  /// An observer only reads what is opened to them; a candidate writes nothing but the answer to
  /// their own question.
  package var canWrite: Bool {
    switch self {
    case .chair, .member, .adviser, .standIn: true
    case .observer, .candidate: false
    }
  }

  /// Whether the role may open a case, and so be its first reader.
  package var opensCases: Bool { isVoter }

  /// Whether the role may be made a holder of the person identity key.
  package var canBeKeyHolder: Bool { isVoter }

  /// Whether the role may be let into a case at all.
  package var canBeAdmitted: Bool { self != .candidate }
}

/// A duty toward others that a person of the roster has beside their role.
///
/// A title grants nothing.
package enum Title: String, VocabularyWord {
  case responder
  case ocwgLiaison = "ocwg-liaison"
  case boardLiaison = "board-liaison"

  /// The title as it is written to people.
  package var display: String {
    switch self {
    case .responder: "responder"
    case .ocwgLiaison: "OCWG liaison"
    case .boardLiaison: "board liaison"
    }
  }
}
