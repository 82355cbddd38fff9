package import Sealing

/// States a compartment's next epoch: what its key commits to, and who reads from it on.
///
/// Sealed under the epoch it states. A granted key is believed only when such a statement, by
/// somebody entitled, commits to it.
package struct EpochStatement: Hashable, Sendable {
  package let epoch: EpochID
  package let readers: Set<MemberID>
  package let predecessors: Set<EpochID>

  package init(epoch: EpochID, readers: Set<MemberID>, predecessors: Set<EpochID>) {
    self.epoch = epoch
    self.readers = readers
    self.predecessors = predecessors
  }

  var body: [String: JSONValue] {
    ["epoch": .id(epoch), "predecessors": .ids(predecessors), "readers": .ids(readers)]
  }

  init?(_ fields: inout Fields) {
    guard let epoch: EpochID = fields.takeID("epoch"),
      let readers: [MemberID] = fields.takeIDs("readers"),
      let predecessors: [EpochID] = fields.takeIDs("predecessors")
    else { return nil }
    self.init(epoch: epoch, readers: Set(readers), predecessors: Set(predecessors))
  }
}

/// States that everything sealed under `from` now lies under `to`: the commit point of a re-seal.
///
/// What was carried is all that stands below this statement, and `extra`: statements known but not
/// below it, such as late ones. The author's signature covers `parents`, so leaving one out shows.
package struct Reseal: Hashable, Sendable {
  package let from: Set<EpochID>
  package let to: EpochID
  package let extra: Set<StatementID>

  package init(from: Set<EpochID>, to: EpochID, extra: Set<StatementID>) {
    self.from = from
    self.to = to
    self.extra = extra
  }

  var body: [String: JSONValue] {
    ["extra": .ids(extra), "from": .ids(from), "to": .id(to)]
  }

  init?(_ fields: inout Fields) {
    guard let from: [EpochID] = fields.takeIDs("from"), let to: EpochID = fields.takeID("to"),
      let extra: [StatementID] = fields.takeIDs("extra")
    else { return nil }
    self.init(from: Set(from), to: to, extra: Set(extra))
  }
}
