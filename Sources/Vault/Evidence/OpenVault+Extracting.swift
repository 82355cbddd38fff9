import Casework
import Defences
import POSIX
import Sealing
package import Statements
import Storage
package import SystemPackage

/// Getting attachments out again: nothing leaves the vault that was not verified.
extension OpenVault {
  /// Where the verified part of an attachment ends.
  package struct PieceDamage: Hashable, Sendable {
    /// How many pieces before it are whole.
    package let verified: Int
    package let count: Int
    package let reason: DamagedObject.Reason
  }

  /// How reading an attachment ended.
  package enum ReadingEnd: Hashable, Sendable {
    case whole
    case damaged(PieceDamage)
    /// Whoever took the bytes wanted no more.
    case stopped
  }

  package struct Extracted: Sendable {
    package let attachment: NumberedAttachment
    package let path: FilePath
  }

  /// The attachment that `text` means: its number, or a name that only one has.
  package func findAttachment(
    _ text: String, of caseText: String
  ) throws(VaultError) -> NumberedAttachment {
    let matter = try findCase(caseText, allowingPrefix: true)
    let all = CaseRecord(matter.state).attachments
    if let number = Int(text), let found = all.first(where: { $0.number == number }) {
      return found
    }
    let matches = all.filter {
      $0.attachment.name == text || SafeFileName($0.attachment.name).text == text
    }
    guard let match = matches.first else { throw .noSuchAttachment(text) }
    guard matches.count == 1 else {
      throw .ambiguousAttachment(text, numbers: matches.compactMap(\.number))
    }
    return match
  }

  /// Hands the content of an attachment to `take`, in order and piece by piece, as long as it is
  /// verified and wanted.
  package func read(
    _ attachment: NumberedAttachment, of caseText: String, _ take: ([UInt8]) -> Bool
  ) throws(VaultError) -> ReadingEnd {
    let matter = try findCase(caseText, allowingPrefix: true)
    let layout = attachment.attachment.layout
    let finder = PieceFinder(attachment.attachment, in: matter, from: pieceStore(of: matter))
    for start in stride(from: 0, to: layout.count, by: PieceStore.groupCount) {
      guard !Interrupt.isRequested else { throw .interrupted }
      progress(.extracting, start, layout.count)
      let group = Array(start..<min(start + PieceStore.groupCount, layout.count))
      for (index, outcome) in zip(group, outcomes(for: group, finder)) {
        switch outcome {
        case .found(let name, let piece):
          if let epoch = matter.pieces[name]?.epoch {
            matter.note(attachment.attachment.pieces[index], in: name, at: epoch)
          }
          let byteCount = layout.content(at: index).count
          guard take(piece.count > byteCount ? Array(piece[..<byteCount]) : piece) else {
            return .stopped
          }
        case .notFound(let reason):
          return .damaged(PieceDamage(verified: index, count: layout.count, reason: reason))
        }
      }
    }
    progress(.extracting, layout.count, layout.count)
    return .whole
  }

  private func outcomes(for group: [Int], _ finder: PieceFinder) -> [PieceFinder.Outcome] {
    let first = onAllCores(group) { finder.find($0) }
    let missing = zip(group, first).compactMap { index, outcome in
      if case .notFound = outcome { index } else { nil }
    }
    guard !missing.isEmpty else { return first }
    let places = finder.search(for: missing)
    return zip(group, first).map { index, outcome in
      guard case .notFound = outcome, let name = places[index] else { return outcome }
      return finder.look(for: index, in: name)
    }
  }

  /// Writes an attachment to a file, or into a folder under its safe name.
  ///
  /// The file appears whole or not at all, and nothing that is there is replaced, followed or
  /// written to. When a piece is damaged or missing, what was verified up to there is left in a file
  /// whose name ends with `.partial`, and `.attachmentDamaged` says where.
  package func extract(
    _ text: String, of caseText: String, to out: FilePath?
  ) throws(VaultError) -> Extracted {
    let found = try findAttachment(text, of: caseText)
    let given = found.attachment.name
    let name = Defence.safeFileName.stands ? SafeFileName(given).text : given
    let shown = out ?? FilePath(name)
    var failure: StorageError?
    let end: ReadingEnd
    let file: GrowingFile
    let target: GrowingFile.Target
    do throws(StorageError) {
      target = try GrowingFile.Target(out, orIn: ".", named: name)
      file = try GrowingFile(in: target.folder)
      if try file.isTaken(target.name) { throw StorageError.exists }
    } catch .missing {
      throw .noFolder(shown.removingLastComponent())
    } catch {
      throw .file(error, shown)
    }
    end = try read(found, of: caseText) { bytes in
      do throws(StorageError) {
        try file.write(bytes)
        return true
      } catch {
        failure = error
        return false
      }
    }
    if let failure { throw .file(failure, target.path) }
    switch end {
    case .whole, .stopped:
      do throws(StorageError) {
        try file.finish(as: target.name)
      } catch {
        throw .file(error, target.path)
      }
      return Extracted(attachment: found, path: target.path)
    case .damaged(let damage):
      var kept: FilePath?
      do throws(StorageError) {
        if damage.verified > 0 { kept = try file.finishPartial(of: target) }
      } catch {
        throw .file(error, target.path)
      }
      throw .attachmentDamaged(name, damage, kept: kept)
    }
  }
}
