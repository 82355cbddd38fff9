package import POSIX
package import SystemPackage

extension RegularFile {
  /// Opens a file that a person named; links are followed, since they may keep it anywhere.
  ///
  /// Throws `.notRegular` for anything that is no file.
  package static func open(_ path: FilePath) throws(StorageError) -> RegularFile {
    do throws(Errno) {
      return try RegularFile(at: path)
    } catch {
      throw StorageError(error, while: .opening)
    }
  }

  /// The bytes in `range`, or those of them there are.
  package func part(_ range: Range<Int>) throws(StorageError) -> [UInt8] {
    do throws(Errno) {
      return try read(range.count, at: range.lowerBound)
    } catch {
      throw StorageError(error, while: .reading)
    }
  }

  /// Whether nobody has written to the file since it was opened.
  package var isUnchanged: Bool {
    get throws(StorageError) {
      do throws(Errno) {
        return try statusNow() == status
      } catch {
        throw StorageError(error, while: .reading)
      }
    }
  }
}
