/// An object on its way into storage.
package struct StoredObject: Hashable, Sendable {
  package let name: ObjectName
  package let area: Area
  package let bytes: [UInt8]

  package init(_ name: ObjectName, in area: Area, bytes: [UInt8]) {
    self.name = name
    self.area = area
    self.bytes = bytes
  }
}
