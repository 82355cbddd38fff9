import Sealing
import Statements

/// The statements of one compartment this machine has seen, kept whole so that no storage can lose
/// them or roll them back.
///
/// Written in chunks, of which sixteen are merged into a larger one, and read only when something
/// is missing: keeping costs a command no more than what is new to it.
struct KeptStatements {
  /// How many chunks there are of each size.
  var chunkCounts: [UInt8] = []

  private static let fanOut = 16

  /// Keeps `records`, which were not kept before.
  mutating func append(
    _ records: [[UInt8]], of compartment: CompartmentID, in memory: Memory
  ) throws(VaultError) {
    guard !records.isEmpty else { return }
    var records = records
    var level = 0
    while true {
      if level == chunkCounts.count { chunkCounts.append(0) }
      guard Int(chunkCounts[level]) == KeptStatements.fanOut - 1 else { break }
      records += chunks(level).flatMap { KeptStatements.read($0, of: compartment, in: memory) }
      level += 1
    }
    // The larger chunk stands before the smaller ones go: killed in between, some are kept twice.
    try memory.remember(
      Pack(statements: records).encoded(),
      as: KeptStatements.name(level, Int(chunkCounts[level]), compartment))
    for smaller in 0..<level {
      let merged = chunks(smaller)
      chunkCounts[smaller] = 0
      for (level, index) in merged {
        try memory.forget(KeptStatements.name(level, index, compartment))
      }
    }
    chunkCounts[level] += 1
  }

  /// Every kept statement.
  func all(of compartment: CompartmentID, in memory: Memory) -> [StatementID: [UInt8]] {
    var all: [StatementID: [UInt8]] = [:]
    for level in chunkCounts.indices {
      for chunk in chunks(level) {
        for record in KeptStatements.read(chunk, of: compartment, in: memory) {
          guard let statement = try? Statement(decoding: record) else { continue }
          all[statement.id] = record
        }
      }
    }
    return all
  }

  func forget(_ compartment: CompartmentID, in memory: Memory) throws(VaultError) {
    for level in chunkCounts.indices {
      for (level, index) in chunks(level) {
        try memory.forget(KeptStatements.name(level, index, compartment))
      }
    }
  }

  private func chunks(_ level: Int) -> [(Int, Int)] {
    (0..<Int(chunkCounts[level])).map { (level, $0) }
  }

  private static func read(
    _ chunk: (Int, Int), of compartment: CompartmentID, in memory: Memory
  ) -> [[UInt8]] {
    guard let bytes = memory.recall(name(chunk.0, chunk.1, compartment)),
      let pack = try? Pack(decoding: bytes)
    else { return [] }
    return pack.statements
  }

  private static func name(_ level: Int, _ index: Int, _ compartment: CompartmentID) -> String {
    "kept/\(level)/\(index)/" + compartment.hex
  }
}
