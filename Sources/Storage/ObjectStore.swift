/// A pile of objects: what a vault and a sync need of it.
///
/// A store is not trusted. It may return other bytes than were put in, leave objects out, and hold
/// objects nobody put in. Whoever reads compares bytes and name.
package protocol ObjectStore: Sendable {
  /// The names in an area, and what else lies there.
  func names(in area: Area) throws(StorageError) -> Listing

  /// Whether an object of that name is there.
  func contains(_ name: ObjectName, in area: Area) throws(StorageError) -> Bool

  /// The object's bytes, of which there may be at most `limit`.
  func read(_ name: ObjectName, in area: Area, limit: Int) throws(StorageError) -> [UInt8]

  /// Stores objects, each whole or not at all; see ``VaultFolder/put(_:durably:)``.
  func put(_ objects: [StoredObject], durably: Bool) throws(StorageError)

  /// Removes objects; one that is not there is no error.
  func remove(_ names: [ObjectName], in area: Area) throws(StorageError)
}
