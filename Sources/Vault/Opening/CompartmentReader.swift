import Defences
import Sealing
import Statements
package import Storage

/// Reads one compartment's objects: from sealed bytes to statements whose signatures are good.
///
/// One broken object never blocks the others: it is left out and named.
struct CompartmentReader: Sendable {
  /// What one object holds.
  struct Content: Sendable {
    let epoch: EpochID
    let statements: Set<StatementID>
    /// Items of later versions, carried along unread.
    let unknown: [Pack.Item]
  }

  struct Result: Sendable {
    var contents: [ObjectName: Content] = [:]
    var statements: [StatementID: Statement] = [:]
    var verified: Set<StatementID> = []
    var damaged: [ObjectName: DamagedObject.Reason] = [:]
    var missing: Set<ObjectName> = []
    /// Statements that were erased, wherever they still lie.
    var erased: Set<StatementID> = []
  }

  let vault: VaultID
  let folder: any ObjectStore

  func read(
    _ compartment: CompartmentID, from places: [ObjectName: EpochID],
    with keys: [EpochID: EpochKey], verified: Set<StatementID>,
    kept: @Sendable () -> [StatementID: [UInt8]] = { [:] }
  ) -> Result {
    var result = Result()
    for (name, epoch) in places.sorted(by: { $0.key < $1.key }) {
      guard let key = keys[epoch] else { continue }
      do throws(DamagedObject.Reason) {
        let pack = try open(name, of: compartment, at: epoch, with: key)
        var ids: Set<StatementID> = []
        for record in pack.statements {
          let statement = try accept(record, compartment, verified)
          ids.insert(statement.id)
          result.statements[statement.id] = statement
          result.verified.insert(statement.id)
        }
        let unknown = pack.items.filter { if case .unknown = $0 { true } else { false } }
        result.contents[name] = Content(epoch: epoch, statements: ids, unknown: unknown)
      } catch {
        guard Defence.brokenIsLeftOut.stands else { return Result() }
        if error == .gone { result.missing.insert(name) } else { result.damaged[name] = error }
      }
    }
    // What is kept and storage lost is brought back from the memory.
    if !verified.isSubset(of: result.statements.keys), Defence.lostIsBroughtBack.stands {
      for (id, record) in kept() where result.statements[id] == nil {
        guard let statement = try? accept(record, compartment, verified) else { continue }
        result.statements[id] = statement
      }
    }
    result.leaveOutErased()
    return result
  }

  private func open(
    _ name: ObjectName, of compartment: CompartmentID, at epoch: EpochID, with key: EpochKey
  ) throws(DamagedObject.Reason) -> Pack {
    let bytes: [UInt8]
    do throws(StorageError) {
      bytes = try folder.read(name, in: .objects, limit: CompartmentReader.objectByteLimit)
    } catch {
      throw error == .missing ? .gone : .unreadable
    }
    guard ObjectDigest.of(bytes) == name.bytes || !Defence.objectName.stands else {
      throw .wrongName
    }
    let context = SealContext(
      kind: .pack, vault: vault, compartment: compartment, epoch: epoch)
    do throws(OpenError) {
      let plaintext = try SealedObject(bytes).open(in: context, with: key)
      do throws(Malformation) {
        return try Pack(decoding: plaintext)
      } catch {
        throw OpenError.malformed
      }
    } catch {
      throw .notAuthentic
    }
  }

  /// A pack is as good as its worst statement: who sealed it held the key and vouched for all.
  private func accept(
    _ record: [UInt8], _ compartment: CompartmentID, _ verified: Set<StatementID>
  ) throws(DamagedObject.Reason) -> Statement {
    let statement: Statement
    do throws(StatementError) {
      statement = try Statement(decoding: record)
    } catch {
      throw .badStatement
    }
    let isHere =
      statement.compartment == compartment
      && (statement.vault == vault || statement.id.bytes == vault.bytes)
    guard isHere || !Defence.statementBelongsHere.stands else { throw .foreignStatement }
    guard verified.contains(statement.id) || statement.isAuthentic else { throw .badStatement }
    return statement
  }

  static let objectByteLimit = 80 << 20
}

/// An object that was passed over, and why.
package struct DamagedObject: Hashable, Sendable {
  package enum Reason: Error, Hashable, Sendable {
    /// It was there the last time.
    case gone
    case unreadable
    /// Its bytes are not those its name stands for.
    case wrongName
    case notAuthentic
    /// A statement in it is malformed or its signature bad.
    case badStatement
    /// A statement in it belongs to another case or another vault.
    case foreignStatement
  }

  package let name: ObjectName
  package let reason: Reason
}
