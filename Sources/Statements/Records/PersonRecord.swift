package import Casework
import Sealing

/// One entry of the person identity key, as its statements tell it.
package struct PersonRecord: Sendable {
  package let founded: Int64
  package private(set) var entry: PersonEntry
  /// The newest; nil when there is none or it was taken back.
  package private(set) var advice: PersonAdvice?

  package init(_ state: CompartmentState) {
    guard case .person(let founding) = state.founding else {
      preconditionFailure("only a person is told as a person")
    }
    entry = PersonEntry(codeName: founding.codeName, names: [])
    founded =
      state.graph.index(of: StatementID(state.id.bytes)).map { state.graph.statements[$0].time }
      ?? 0
    for statement in state.counted {
      switch statement.content {
      case .names(let added): entry.add(added)
      case .unnamed(let removal): entry.remove(removal)
      case .advice(let newest): advice = newest.text.isEmpty ? nil : newest
      default: continue
      }
    }
  }
}

extension PersonEntry {
  fileprivate mutating func add(_ added: PersonNames) {
    names += added.names.filter { !names.contains($0) }
    aliases += added.aliases.filter { !aliases.contains($0) }
    handles += added.handles.filter { !handles.contains($0) }
    descriptions += added.descriptions.filter { !descriptions.contains($0) }
  }

  fileprivate mutating func remove(_ removal: PersonNamesRemoval) {
    names.removeAll { removal.texts.contains($0) }
    aliases.removeAll { removal.texts.contains($0) }
    handles.removeAll { removal.texts.contains($0) }
    descriptions.removeAll { removal.texts.contains($0) }
  }
}
