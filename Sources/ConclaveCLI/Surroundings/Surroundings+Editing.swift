import POSIX
import Statements
import Storage
import SystemPackage

extension Surroundings {
  /// What the person makes of `text` in their editor.
  ///
  /// The text lies in a file in memory while it is edited, in a folder that they alone may enter, and
  /// is overwritten afterwards, however the editor ended. Throws when nothing was changed.
  func edit(_ text: String) throws(Failure) -> [UInt8] {
    guard let editor = Editor(settings.editor ?? "vi") else { throw .noEditor("") }
    let held: HeldSignals
    do throws(Errno) { held = try HeldSignals() } catch { throw .notEdited }
    // The folder goes first, and only then do signals that were kept do what they do.
    let bytes = try edit(text, with: editor)
    _ = consume held
    return bytes
  }

  private func edit(_ text: String, with editor: Editor) throws(Failure) -> [UInt8] {
    let before = Array(text.utf8)
    let after: [UInt8]
    let ending: OtherProgram.Ending
    guard let folder = try memoryFolder() else { throw .noMemoryFolder }
    let name: FileName = "text"
    do throws(StorageError) { try folder.write(before, to: name) } catch { throw .notEdited }
    if editor.kind == .unknown { warn(.editorUnknown(editor.words[0])) }
    do throws(Errno) {
      ending = try console.run(
        editor.command(editing: folder.path.appending("text")), temporaries: folder.path)
    } catch {
      throw .noEditor(editor.words[0])
    }
    guard ending == .exited(0) else { throw .editorFailed }
    do throws(StorageError) {
      after = try folder.read(name, limit: Entry.textByteLimit)
    } catch .tooLarge(let limit, let found) {
      throw .textTooLong(.editor, limit: limit, found: found)
    } catch {
      throw .notEdited
    }
    guard after != before else { throw .nothingWritten }
    return after
  }

  private func memoryFolder() throws(Failure) -> MemoryFolder? {
    do throws(StorageError) {
      return try MemoryFolder.make(inOneOf: settings.memoryPlaces)
    } catch {
      throw .notEdited
    }
  }
}
