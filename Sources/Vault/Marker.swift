package import Sealing

/// The one line in the file `conclave`: which format, which vault.
package struct Marker: Hashable, Sendable {
  package let vault: VaultID

  package init(vault: VaultID) { self.vault = vault }

  package init?(_ line: String) {
    guard line.hasPrefix(Marker.prefix),
      let vault = VaultID(hex: String(line.dropFirst(Marker.prefix.count)))
    else { return nil }
    self.vault = vault
  }

  package var line: String { Marker.prefix + vault.hex }

  private static let prefix = "conclave vault 1 "
}
