import POSIX
import Sealing
import Storage
package import SystemPackage

/// What is attached: a file, read piece by piece, or bytes that are in memory already, or are made
/// when it is their turn.
package enum AttachmentSource: Sendable {
  case file(FilePath)
  case bytes([UInt8])
  case made(@Sendable () -> [UInt8])

  /// The file to be read; nil for bytes.
  fileprivate var file: FilePath? {
    guard case .file(let path) = self else { return nil }
    return path
  }

  /// The bytes, made now if they are yet to be; none for a file.
  fileprivate var bytes: [UInt8] {
    switch self {
    case .file: []
    case .bytes(let bytes): bytes
    case .made(let make): make()
    }
  }
}

/// An attachment's content as it is read, several pieces at once.
final class OpenedSource: Sendable {
  /// What tells one state of a file from another.
  struct Stamp: Hashable {
    let path: String
    let size: Int
    let modified: Int64
  }

  let layout: PieceLayout
  /// Nil for what is in memory.
  let stamp: Stamp?
  private let content: Content
  private let path: FilePath

  private enum Content: Sendable {
    case file(SharedFile)
    case bytes([UInt8])
  }

  private final class SharedFile: Sendable {
    let file: RegularFile

    init(_ file: consuming RegularFile) { self.file = file }
  }

  init(_ source: AttachmentSource) throws(VaultError) {
    guard let path = source.file else {
      let bytes = source.bytes
      guard let layout = PieceLayout(size: bytes.count) else {
        throw .file(.tooLarge(limit: PieceLayout.sizeLimit, found: bytes.count), "")
      }
      self.layout = layout
      stamp = nil
      self.path = ""
      content = .bytes(bytes)
      return
    }
    let file: RegularFile
    do throws(StorageError) {
      file = try RegularFile.open(path)
    } catch {
      throw .file(error, path)
    }
    let status = file.status
    guard let layout = PieceLayout(size: status.byteCount) else {
      throw .file(.tooLarge(limit: PieceLayout.sizeLimit, found: status.byteCount), path)
    }
    self.layout = layout
    stamp = Stamp(path: path.string, size: status.byteCount, modified: status.modified)
    self.path = path
    content = .file(SharedFile(file))
  }

  /// The padded content of piece `index`.
  ///
  /// Throws `.fileChanged` when the file has become shorter meanwhile.
  func piece(at index: Int) throws(VaultError) -> [UInt8] {
    let range = layout.content(at: index)
    var piece: [UInt8]
    switch content {
    case .bytes(let bytes): piece = Array(bytes[range])
    case .file(let file):
      do throws(StorageError) {
        piece = try file.file.part(range)
      } catch {
        throw .file(error, path)
      }
    }
    guard piece.count == range.count else { throw .fileChanged(path) }
    piece += [UInt8](repeating: 0, count: layout.byteCount(at: index) - piece.count)
    return piece
  }

  /// Throws `.fileChanged` when somebody has written to the file since it was opened.
  func checkUnchanged() throws(VaultError) {
    guard case .file(let file) = content else { return }
    let isUnchanged: Bool
    do throws(StorageError) {
      isUnchanged = try file.file.isUnchanged
    } catch {
      throw .file(error, path)
    }
    guard isUnchanged else { throw .fileChanged(path) }
  }
}
