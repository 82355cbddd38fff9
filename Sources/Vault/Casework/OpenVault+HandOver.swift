import Sealing
import Statements

/// A case on its way out of the vault, in clear.
extension OpenVault {
  /// Everything that a document of the case tells.
  package struct CaseFile: Sendable {
    package let report: CaseReport
    /// From when to when each could read.
    package let spans: [Span]
    /// Entries that count, whose number is recorded with the hand-over.
    package var entryCount: Int { report.record.entries.count }
  }

  /// The case as it would be handed over, for somebody who may record that it was.
  package func caseFile(_ text: String) throws(VaultError) -> CaseFile {
    let (matter, _) = try caseToWrite(text, inFull: true)
    return CaseFile(report: try showCase(text), spans: access(to: matter).spans)
  }

  /// Records in the case that it was written out.
  package func recordHandOver(of text: String, entryCount: Int) throws(VaultError) {
    let (matter, _) = try caseToWrite(text, inFull: true)
    try state(.handOver(HandOver(entryCount: entryCount)), in: matter)
    try commit()
  }
}
