import FoundationEssentials
import Sealing
import Storage
import SystemPackage

/// What storage, or anybody who can write to the folder, might do to one object.
enum Tampering: CaseIterable {
  case flippedFirstBit, flippedLocator, flippedCommitment, flippedMiddle, flippedLastBit
  case truncatedByOne, truncatedToHead, emptied
  case extendedByOne, doubled
  case swappedWithAnother, renamed, removed, copiedUnderAnotherName
  case replacedByFolder, replacedByLink

  /// Whether the object can still be opened under the name it had.
  var leavesIt: Bool { self == .copiedUnderAnotherName }

  func apply(to path: String, and another: String, in folder: FilePath) throws {
    let files = TestFolder.files(below: folder)
    guard var bytes = files[path] else { return }
    let place = folder.appending(path)
    func flip(_ index: Int) throws {
      bytes[index] ^= 1
      try TestFolder.write(bytes, to: place)
    }
    let other = "objects/00/" + String(repeating: "00", count: 32)
    switch self {
    case .flippedFirstBit: try flip(0)
    case .flippedLocator: try flip(SealedObject.saltByteCount)
    case .flippedCommitment: try flip(SealedObject.headByteCount)
    case .flippedMiddle: try flip(bytes.count / 2)
    case .flippedLastBit: try flip(bytes.count - 1)
    case .truncatedByOne: try TestFolder.write(Array(bytes.dropLast()), to: place)
    case .truncatedToHead:
      try TestFolder.write(Array(bytes.prefix(SealedObject.headByteCount)), to: place)
    case .emptied: try TestFolder.write([], to: place)
    case .extendedByOne: try TestFolder.write(bytes + [0], to: place)
    case .doubled: try TestFolder.write(bytes + bytes, to: place)
    case .swappedWithAnother:
      guard let found = files[another] else { return }
      try TestFolder.write(found, to: place)
      try TestFolder.write(bytes, to: folder.appending(another))
    case .renamed:
      TestFolder.remove(place)
      try TestFolder.write(bytes, to: folder.appending(other))
    case .removed: TestFolder.remove(place)
    case .copiedUnderAnotherName: try TestFolder.write(bytes, to: folder.appending(other))
    case .replacedByFolder:
      TestFolder.remove(place)
      try FileManager.default.createDirectory(
        atPath: place.string, withIntermediateDirectories: true)
    case .replacedByLink:
      TestFolder.remove(place)
      let elsewhere = folder.removingLastComponent().appending("elsewhere")
      try TestFolder.write(bytes, to: elsewhere)
      try FileManager.default.createSymbolicLink(
        atPath: place.string, withDestinationPath: elsewhere.string)
    }
  }
}
