import Casework
import Forging
import Sealing
import Statements

/// A committee whose members state what a test says, on whatever parents and roster acts it says.
///
/// The same steps give the same bytes: salts follow from the seed.
final class Scene {
  let seed: UInt64
  let founding: Statement
  private(set) var statements: [Statement]
  /// The act that the next one follows, unless a test says otherwise.
  var head: StatementID
  private var counter: UInt64 = 0
  private var hands: [String: Hand] = [:]

  /// A committee with `chair` and, appointed one after the other, everybody in `others`.
  init(chair: String = "Ada", _ others: [(String, Role)] = [], seed: UInt64 = 1) {
    self.seed = seed
    let hand = Hand(chair)
    hands[chair] = hand
    founding = Scene.state(
      .founding(.roster(chair: hand.card, policy: "psf")), in: nil, nil, after: [],
      standingOn: nil, by: hand, salt: Bytes.hash(Array("\(seed) roster".utf8), byteCount: 16))
    statements = [founding]
    head = founding.id
    for (name, role) in others { act(.appoint(self[name].card, role), by: chair) }
  }

  var vault: VaultID { VaultID(founding.id.bytes) }

  /// The hand of the person called `name`, on the roster or not.
  subscript(name: String) -> Hand {
    if let hand = hands[name] { return hand }
    let hand = Hand(name)
    hands[name] = hand
    return hand
  }

  func id(_ name: String) -> MemberID { self[name].member }
  func ids(_ names: [String]) -> Set<MemberID> { Set(names.map(id)) }

  func nextSalt() -> [UInt8] {
    counter += 1
    return Bytes.hash(Array("\(seed) \(counter)".utf8), byteCount: 16)
  }

  static func state(
    _ content: StatementContent, in vault: VaultID?, _ compartment: CompartmentID?,
    after parents: [StatementID], standingOn roster: StatementID?, at time: Int64 = 1_750_000_000,
    by hand: Hand, salt: [UInt8]
  ) -> Statement {
    let value = JSONValue.object([
      "author": .id(hand.member), "body": .object(content.body),
      "compartment": .string(compartment?.hex ?? ""), "kind": .string(content.kind),
      "parents": .ids(parents), "roster": .string(roster?.hex ?? ""),
      "salt": .string(Bytes.hex(salt)), "time": .integer(time),
      "vault": .string(vault?.hex ?? ""),
    ])
    let bytes = value.encoded()
    do {
      return try Statement(decoding: hand.sign(bytes, for: .statement) + bytes)
    } catch {
      preconditionFailure("a scene states what can be read: \(error)")
    }
  }

  /// States something in the roster's compartment.
  @discardableResult
  func onRoster(
    _ content: StatementContent, by name: String, after parents: [StatementID]? = nil,
    standingOn act: StatementID? = nil
  ) -> Statement {
    let statement = Scene.state(
      content, in: vault, founding.compartment,
      after: parents ?? [statements[statements.count - 1].id],
      standingOn: act ?? head, by: self[name], salt: nextSalt())
    statements.append(statement)
    return statement
  }

  /// Changes the roster after the last act, or after another one.
  @discardableResult
  func act(
    _ change: RosterChange, by name: String, after before: StatementID? = nil,
    endorsedBy endorsers: [String] = []
  ) -> StatementID {
    let act = makeAct(change, after: before ?? head, endorsedBy: endorsers)
    let statement = onRoster(.act(act), by: name, standingOn: before ?? head)
    if before == nil || before == head { head = statement.id }
    return statement.id
  }

  /// An act with good signatures of its endorsers.
  func makeAct(
    _ change: RosterChange, after before: StatementID, endorsedBy endorsers: [String]
  ) -> RosterAct {
    let signed = RosterAct.endorsed(change, after: before, in: vault)
    var endorsements: [MemberID: [UInt8]] = [:]
    for name in endorsers { endorsements[id(name)] = self[name].sign(signed, for: .endorsement) }
    return RosterAct(before: before, change: change, endorsements: endorsements)
  }

  func follow(_ act: StatementID, by name: String) {
    onRoster(.follow(act), by: name, standingOn: act)
  }

  /// Takes back everything but what `isKept`, as a storage that withholds would.
  func remove(where isRemoved: (Statement) -> Bool) { statements.removeAll(where: isRemoved) }

  var inputs: [RosterChain.Input] { statements.map(Scene.input) }

  static func input(_ statement: Statement) -> RosterChain.Input {
    RosterChain.Input(id: statement.id, author: statement.author, content: statement.content)
  }

  var chain: RosterChain { chain(of: inputs) }

  func chain(of inputs: [RosterChain.Input], held: Set<StatementID> = []) -> RosterChain {
    guard
      let chain = RosterChain(
        founding: Scene.input(founding), statements: inputs, held: held)
    else { preconditionFailure("a scene begins with a roster") }
    return chain
  }

  /// The names of everybody on the roster, in order.
  func names(_ members: some Sequence<MemberID>) -> [String] {
    let known = Dictionary(uniqueKeysWithValues: hands.map { ($1.member, $0) })
    return members.map { known[$0] ?? "?" }.sorted()
  }
}
