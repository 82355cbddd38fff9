import Casework
import Forging
import Sealing
import Statements

/// One compartment of a scene: a case, a person's entry or the sheet, statement by statement.
final class Matter {
  let scene: Scene
  let id: CompartmentID
  private(set) var statements: [Statement]
  private var epochs: UInt8 = 0

  init(_ founding: Founding, by name: String, in scene: Scene, standingOn act: StatementID? = nil) {
    self.scene = scene
    let statement = Scene.state(
      .founding(founding), in: scene.vault, nil, after: [], standingOn: act ?? scene.head,
      by: scene[name], salt: scene.nextSalt())
    id = statement.compartment
    statements = [statement]
  }

  /// A case opened by `name`.
  convenience init(
    openedBy name: String, with admitted: [String] = [], hiddenFrom barred: [String] = [],
    in scene: Scene
  ) {
    guard let codeName = CodeName(reading: "home shelf") else {
      preconditionFailure("two words are a code name")
    }
    self.init(
      .matter(
        CaseFounding(
          codeName: codeName, admitted: scene.ids(admitted), barred: scene.ids(barred))),
      by: name, in: scene)
  }

  /// A person's entry begun by `name`.
  convenience init(
    entryBy name: String, with admitted: [String] = [], barring barred: [String] = [],
    in scene: Scene
  ) {
    guard let codeName = PersonCodeName(reading: "blue jay") else {
      preconditionFailure("two words are a code name")
    }
    self.init(
      .person(
        PersonFounding(
          codeName: codeName, admitted: scene.ids(admitted), barred: scene.ids(barred))),
      by: name, in: scene)
  }

  var root: StatementID { StatementID(id.bytes) }
  var state: CompartmentState { state(of: statements) }

  func state(of statements: some Sequence<Statement>) -> CompartmentState {
    guard let state = CompartmentState(of: id, statements: statements, roster: scene.chain) else {
      preconditionFailure("a compartment begins with its founding")
    }
    return state
  }

  /// States something above everything that counts, or above `parents`.
  @discardableResult
  func say(
    _ content: StatementContent, by name: String, after parents: [StatementID]? = nil,
    standingOn act: StatementID? = nil, at time: Int64 = 1_750_000_000
  ) -> StatementID {
    let statement = Scene.state(
      content, in: scene.vault, id, after: parents ?? state.heads, standingOn: act ?? scene.head,
      at: time, by: scene[name], salt: scene.nextSalt())
    statements.append(statement)
    return statement.id
  }

  @discardableResult
  func write(
    by name: String, after parents: [StatementID]? = nil, standingOn act: StatementID? = nil
  ) -> StatementID {
    say(.entry(Entry(kind: .note, text: "n")), by: name, after: parents, standingOn: act)
  }

  @discardableResult
  func admit(
    _ names: [String], by name: String, after parents: [StatementID]? = nil,
    standingOn act: StatementID? = nil
  ) -> StatementID {
    say(.admission(scene.ids(names)), by: name, after: parents, standingOn: act)
  }

  @discardableResult
  func recuse(
    _ member: String, by name: String? = nil, after parents: [StatementID]? = nil,
    standingOn act: StatementID? = nil
  ) -> StatementID {
    say(.recusal(scene.id(member)), by: name ?? member, after: parents, standingOn: act)
  }

  @discardableResult
  func propose(_ change: ReaderChange, by name: String, after parents: [StatementID]? = nil)
    -> StatementID
  { say(.proposal(change), by: name, after: parents) }

  @discardableResult
  func consent(to proposal: StatementID, by name: String, after parents: [StatementID]? = nil)
    -> StatementID
  { say(.consent(proposal), by: name, after: parents) }

  /// Starts an epoch for `readers`, or for those entitled.
  @discardableResult
  func start(
    by name: String, for readers: [String]? = nil, after parents: [StatementID]? = nil,
    standingOn act: StatementID? = nil, number: UInt8? = nil
  ) -> StatementID {
    epochs += 1
    let epoch = EpochID(Bytes.filled(number ?? epochs))
    let content = StatementContent.epoch(
      EpochStatement(
        epoch: epoch, readers: readers.map(scene.ids) ?? state.entitled, predecessors: []))
    return say(content, by: name, after: parents, standingOn: act)
  }

  /// The names of those entitled, in order.
  var readers: [String] { scene.names(state.entitled) }

  func standing(_ id: StatementID) -> CompartmentState.Standing? { state.standing(of: id) }
}
