import POSIX
import SystemPackage

extension Folder {
  /// Makes a folder unless something has its name, and says whether it did.
  @discardableResult
  func makeFolderIfMissing(_ name: FileName, mode: AccessRights) throws(Errno) -> Bool {
    do throws(Errno) {
      try makeFolder(name, mode: mode)
    } catch .fileExists {
      return false
    }
    if mode.isShared { try Folder(name, in: self).setModeIfPossible(mode) }
    return true
  }

  /// Opens the folder called `name`, making it when it is missing.
  ///
  /// Throws `.notDirectory` when a link or a file is in its place.
  func openOrMakeFolder(_ name: FileName, mode: AccessRights) throws(Errno) -> Folder {
    if let folder = try Folder(name, ifPresentIn: self) { return folder }
    try makeFolderIfMissing(name, mode: mode)
    return try Folder(name, in: self)
  }

  /// Gives whatever is called `name` a name that no object has.
  func setAside(_ name: FileName) throws(Errno) {
    try move(name, to: TemporaryName.forSetAside(), in: self)
  }

  /// Writes a file under a temporary name and returns that name.
  ///
  /// When this throws, nothing is left.
  func writeTemporary(
    _ bytes: [UInt8], mode: AccessRights, flushing: Bool
  ) throws(Errno) -> FileName {
    let name = TemporaryName.forNewFile()
    do throws(Errno) {
      let file = try NewFile(name, in: self, mode: mode)
      if mode.isShared { try file.setModeIfPossible(mode) }
      try file.write(bytes)
      if flushing { try file.flush() }
    } catch {
      removeTemporary(name)
      throw error
    }
    return name
  }

  /// Writes a file that is never seen half written, and waits, if `durably`, for the disk.
  ///
  /// Throws `.fileExists` when something has the name and is not to be replaced.
  func writeAtomically(
    _ bytes: [UInt8], to name: FileName, mode: AccessRights, replacing: Bool, durably: Bool = true
  ) throws(Errno) {
    let temporary = try writeTemporary(bytes, mode: mode, flushing: durably)
    do throws(Errno) {
      if replacing {
        try move(temporary, to: name, in: self)
      } else {
        try moveWithoutReplacing(temporary, to: name, in: self)
      }
    } catch {
      removeTemporary(temporary)
      throw error
    }
    if durably { try flush() }
  }

  /// Removes a file that this process was writing.
  func removeTemporary(_ name: FileName) {
    do throws(Errno) {
      try remove(name)
    } catch {
      // It was never made, or it stays as a leftover that a later write removes.
    }
  }

  /// Opens the folder to those its vault is open to, where the file system has rights to give.
  private borrowing func setModeIfPossible(_ mode: AccessRights) throws(Errno) {
    do throws(Errno) {
      try setMode(mode)
    } catch .notPermitted, .notSupported {
      return
    }
  }
}

extension NewFile {
  /// Opens the file to those its vault is open to, where the file system has rights to give.
  fileprivate func setModeIfPossible(_ mode: AccessRights) throws(Errno) {
    do throws(Errno) {
      try setMode(mode)
    } catch .notPermitted, .notSupported {
      return
    }
  }
}
