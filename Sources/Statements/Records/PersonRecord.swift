package import Casework
import Sealing

/// One entry of the person identity key, as its statements tell it.
package struct PersonRecord: Sendable {
  package let founded: Int64
  package private(set) var entry: PersonEntry

  package init(_ state: CompartmentState) {
    guard case .person(let founding) = state.founding else {
      preconditionFailure("only a person is told as a person")
    }
    entry = PersonEntry(codeName: founding.codeName, names: [])
    founded =
      state.graph.index(of: StatementID(state.id.bytes)).map { state.graph.statements[$0].time }
      ?? 0
    for statement in state.counted {
      guard case .names(let added) = statement.content else { continue }
      entry.names += added.names.filter { !entry.names.contains($0) }
      entry.aliases += added.aliases.filter { !entry.aliases.contains($0) }
    }
  }
}
