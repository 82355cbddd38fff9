import Casework
import POSIX
import Sealing
package import Statements
import Storage

/// Attaching files to a case: pieces first, flushed group by group; then the statement that lists
/// them, which is the commit point.
extension OpenVault {
  package struct NewAttachment: Sendable {
    package let source: AttachmentSource
    /// As given; never trusted.
    package let name: String
    /// The media type, as given; empty when nobody said.
    package let type: String
    /// The entry it came with, if any.
    package let entry: StatementID?

    package init(
      _ source: AttachmentSource, name: String, type: String, entry: StatementID? = nil
    ) {
      self.source = source
      self.name = name
      self.type = type
      self.entry = entry
    }
  }

  /// The id of an entry of a case by its number.
  package func entry(_ number: Int, of text: String) throws(VaultError) -> StatementID {
    let matter = try findCase(text, allowingPrefix: true)
    let record = CaseRecord(matter.state)
    guard let entry = record.entry(number: number) else {
      throw .noSuchEntry(number, record.codeName)
    }
    return entry.id
  }

  /// Attaches a file or bytes to a case.
  ///
  /// Killed or interrupted before the end, nothing is attached, and attaching the same file again
  /// seals only what is not in the vault yet. A file that changes while it is read is refused.
  package func attach(
    _ new: NewAttachment, to text: String
  ) throws(VaultError) -> NumberedAttachment {
    let matter = try findCase(text, allowingPrefix: true)
    guard let me, me.role.canWrite else { throw .roleMayNotWrite(self.me?.role ?? .observer) }
    try prepareForPieces(matter)
    let sealed = try seal(new, into: matter)
    let statement = try state(.attachment(sealed.attachment(with: new.entry)), in: matter)
    try commit()
    try forget(sealed.unfinished)
    guard
      let stated = CaseRecord(matter.state).attachments.first(where: { $0.id == statement.id })
    else { preconditionFailure("what was stated is in the record") }
    return stated
  }

  /// Starts an epoch where there is none to seal pieces into.
  func prepareForPieces(_ matter: Compartment) throws(VaultError) {
    guard matter.writable == nil else { return }
    try startEpoch(of: matter)
    try commit()
  }

  /// An attachment whose pieces lie in the vault, though no statement says so yet.
  struct SealedAttachment {
    let name: String
    let type: String
    let layout: PieceLayout
    let unfinished: UnfinishedAttachment

    var pieces: [UnfinishedAttachment.Written] {
      unfinished.written.sorted { $0.key < $1.key }.map(\.value)
    }

    /// What is stated of it, as one that came with `entry`.
    func attachment(with entry: StatementID?) -> Attachment {
      Attachment(
        name: Attachment.cut(name, to: Attachment.nameByteLimit),
        type: Attachment.cut(type, to: Attachment.typeByteLimit), layout: layout,
        key: unfinished.key, pieces: pieces.map(\.digest), entry: entry)
    }
  }

  /// Seals all pieces into the epoch that is written into; they are to be stated and committed next.
  func seal(
    _ new: NewAttachment, into matter: Compartment
  ) throws(VaultError) -> SealedAttachment {
    let source = try OpenedSource(new.source)
    guard let place = matter.writable else {
      preconditionFailure("an epoch is started before anything is sealed into it")
    }
    var unfinished = try resumed(source, into: matter, at: place.epoch)
    try writePieces(of: source, into: matter, &unfinished)
    try source.checkUnchanged()
    let sealed = SealedAttachment(
      name: new.name, type: new.type, layout: source.layout, unfinished: unfinished)
    matter.pendingIndex += sealed.pieces.map {
      PieceIndex.Entry(digest: $0.digest, object: SealedObjectID($0.object.bytes))
    }
    return sealed
  }

  /// What is left of an earlier attempt at the same file, or a new beginning.
  private func resumed(
    _ source: OpenedSource, into matter: Compartment, at epoch: EpochID
  ) throws(VaultError) -> UnfinishedAttachment {
    let stamp = source.stamp ?? OpenedSource.Stamp(path: "", size: 0, modified: 0)
    let begun = unfinishedAttachments.first {
      $0.compartment == matter.id && $0.source == stamp
    }
    if let begun {
      if begun.epoch == epoch { return begun }
      // Somebody has lost the case since: the rest would lie under another key than the beginning.
      try abandon(begun)
    }
    return UnfinishedAttachment(into: matter.id, at: epoch, from: stamp, begun: now)
  }

  private func writePieces(
    of source: OpenedSource, into matter: Compartment, _ unfinished: inout UnfinishedAttachment
  ) throws(VaultError) {
    let store = pieceStore(of: matter)
    let count = source.layout.count
    for start in stride(from: 0, to: count, by: PieceStore.groupCount) {
      guard !Interrupt.isRequested else { throw .interrupted }
      progress(.attaching, start, count)
      let end = min(start + PieceStore.groupCount, count)
      let begun = unfinished
      let results = onAllCores(Array(start..<end)) { index in
        Result { () throws(VaultError) in
          try store.write(piece: index, of: source, continuing: begun)
        }
      }
      for (index, result) in zip(start..<end, results) {
        let written = try result.get()
        unfinished.written[index] = written
        matter.note(written.digest, in: written.object, at: unfinished.epoch)
      }
      try copy.flushPieces()
      if end < count, source.stamp != nil { try remember(unfinished) }
    }
    progress(.attaching, count, count)
  }

  private var unfinishedAttachments: [UnfinishedAttachment] {
    UnfinishedAttachment.recall(from: copy.memory, in: copy.objects.place)
  }

  private func remember(_ unfinished: UnfinishedAttachment) throws(VaultError) {
    let others = unfinishedAttachments.filter { $0.key != unfinished.key }
    try UnfinishedAttachment.remember(
      others + [unfinished], in: copy.memory, in: copy.objects.place)
  }

  private func forget(_ unfinished: UnfinishedAttachment) throws(VaultError) {
    let all = unfinishedAttachments
    let others = all.filter { $0.key != unfinished.key }
    guard others.count < all.count else { return }
    try UnfinishedAttachment.remember(others, in: copy.memory, in: copy.objects.place)
  }

  /// Takes what lies in the vault of an attachment that was never stated out of it.
  private func abandon(_ unfinished: UnfinishedAttachment) throws(VaultError) {
    if let matter = compartment(unfinished.compartment) {
      let stated = Set(matter.attachments.map(\.attachment.key))
      let names = unfinished.written.values.map(\.object).filter { matter.pieces[$0] != nil }
      if !stated.contains(unfinished.key), !names.isEmpty {
        try copy.takeOut(names.sorted())
        for name in names { matter.pieces[name] = nil }
      }
    }
    try forget(unfinished)
  }

  /// Gives up attachments that this machine began more than a day ago and never finished.
  func sweepUnfinishedAttachments() throws(VaultError) {
    for unfinished in unfinishedAttachments where unfinished.begun + 86_400 < now {
      try abandon(unfinished)
    }
  }
}

extension PieceStore {
  /// Seals and writes a piece, unless `begun` says that this very piece lies in the vault already.
  fileprivate func write(
    piece index: Int, of source: OpenedSource, continuing begun: UnfinishedAttachment
  ) throws(VaultError) -> UnfinishedAttachment.Written {
    let piece = try source.piece(at: index)
    let digest = begun.key.digest(
      of: begun.key.content(of: piece), at: index, of: source.layout.count)
    do throws(StorageError) {
      // Compared by its content: the file's name, size and time might be those of another.
      if let written = begun.written[index], written.digest == digest,
        try folder.contains(written.object, in: .objects)
      {
        return written
      }
      return UnfinishedAttachment.Written(
        digest: digest, object: try write(piece, digest, at: begun.epoch))
    } catch {
      throw .storage(error, .vault)
    }
  }
}
