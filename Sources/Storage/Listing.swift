/// What lies in an area, or in one of its folders.
package struct Listing: Hashable, Sendable {
  /// How many strange files are described at most; the others are only counted.
  package static let strangeLimit = 1_000

  /// The names of the objects, in ascending order.
  package internal(set) var names: [ObjectName] = []
  /// What was passed over, and why, in the order of paths; a thousand at most.
  package private(set) var strange: [StrangeFile] = []
  /// How many files were passed over.
  package private(set) var strangeCount = 0

  package init(names: [ObjectName] = []) {
    self.names = names.sorted()
  }

  /// Notes a file that is passed over.
  mutating func passOver(_ file: @autoclosure () -> StrangeFile) {
    strangeCount += 1
    if strange.count < Self.strangeLimit { strange.append(file()) }
  }

  /// Puts everything into its order, whatever order the file system had.
  mutating func sort() {
    names.sort()
    strange.sort { $0.path < $1.path }
  }

  /// Adds what lies in another folder.
  mutating func append(_ other: Listing) {
    names += other.names
    strange += other.strange.prefix(Self.strangeLimit - strange.count)
    strangeCount += other.strangeCount
  }
}
