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
    /// Which pieces lie in which objects: hints, believed by nobody.
    let index: [PieceIndex.Entry]
  }

  struct Result: Sendable {
    var contents: [ObjectName: Content] = [:]
    /// The pieces of attachments that are there; none of them was read.
    var pieces: [ObjectName: KnownPiece] = [:]
    var statements: [StatementID: Statement] = [:]
    var verified: Set<StatementID> = []
    var damaged: [ObjectName: DamagedObject.Reason] = [:]
    var missing: Set<ObjectName> = []
  }

  let vault: VaultID
  let folder: VaultFolder

  /// Reads packs, and no piece: of those only how they begin.
  ///
  /// `pieces` are those known from before.
  func read(
    _ compartment: CompartmentID, from places: [ObjectName: EpochID],
    besides pieces: [ObjectName: KnownPiece] = [:], with keys: [EpochID: EpochKey],
    verified: Set<StatementID>,
    kept: @Sendable () -> [StatementID: [UInt8]] = { [:] }
  ) -> Result {
    var result = Result()
    result.pieces = pieces
    for (name, epoch) in places.sorted(by: { $0.key < $1.key }) {
      guard let key = keys[epoch] else { continue }
      do throws(DamagedObject.Reason) {
        guard let pack = try open(name, of: compartment, at: epoch, with: key) else {
          if result.pieces[name] == nil { result.pieces[name] = KnownPiece(epoch: epoch) }
          continue
        }
        var ids: Set<StatementID> = []
        for record in pack.statements {
          let statement = try accept(record, compartment, verified)
          ids.insert(statement.id)
          result.statements[statement.id] = statement
          result.verified.insert(statement.id)
        }
        result.contents[name] = Content(
          epoch: epoch, statements: ids, unknown: pack.unknownItems, index: pack.pieceEntries)
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
    return result
  }

  /// The pack in an object; nil when the object is a piece.
  private func open(
    _ name: ObjectName, of compartment: CompartmentID, at epoch: EpochID, with key: EpochKey
  ) throws(DamagedObject.Reason) -> Pack? {
    func context(_ kind: SealedKind) -> SealContext {
      SealContext(kind: kind, vault: vault, compartment: compartment, epoch: epoch)
    }
    let bytes: [UInt8]
    do throws(StorageError) {
      guard let read = try read(name, unless: context(.piece), key) else { return nil }
      bytes = read
    } catch {
      throw error == .missing ? .gone : .unreadable
    }
    guard ObjectDigest.of(bytes) == name.bytes || !Defence.objectName.stands else {
      throw .wrongName
    }
    do throws(OpenError) {
      let plaintext: [UInt8]
      do throws(OpenError) {
        plaintext = try SealedObject(bytes).open(in: context(.pack), with: key)
      } catch {
        if SealedObject.isCommitted(bytes, to: context(.piece), by: key) { return nil }
        throw error
      }
      do throws(Malformation) {
        return try Pack(decoding: plaintext)
      } catch {
        throw OpenError.malformed
      }
    } catch {
      throw .notAuthentic
    }
  }

  /// An object's bytes; nil when it is large and its beginning says that it is a piece.
  private func read(
    _ name: ObjectName, unless piece: SealContext, _ key: EpochKey
  ) throws(StorageError) -> [UInt8]? {
    do throws(StorageError) {
      return try folder.read(name, in: .objects, limit: CompartmentReader.smallByteCount)
    } catch .tooLarge {
      let prefix = try folder.readPrefix(
        name, in: .objects, byteCount: SealedObject.prefixByteCount)
      if SealedObject.isCommitted(prefix, to: piece, by: key) { return nil }
      return try folder.read(name, in: .objects, limit: CompartmentReader.objectByteLimit)
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
  private static let smallByteCount = 64 << 10
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
