import Storage
import Synchronization

/// A pile of objects in memory that fails as disks and processes do.
///
/// Every object written or removed, every flush and every question is one step. Whoever tests
/// something counts the steps of a run without faults, then repeats the run with a fault at each.
final class FaultyStore: ObjectStore {
  /// What goes wrong.
  struct Fault: Hashable, Sendable {
    /// The step at which it goes wrong, from 0; every later step goes wrong too.
    let step: Int
    let error: StorageError
  }

  private struct Stored {
    var bytes: [UInt8]
    var isOnDisk: Bool
  }

  private struct State {
    var areas: [Area: [ObjectName: Stored]] = [:]
    /// What was removed and would be back after a loss of power.
    var removed: [Area: [ObjectName: Stored]] = [:]
    var stepCount = 0
    var fault: Fault?

    mutating func step() throws(StorageError) {
      if let fault, stepCount >= fault.step { throw fault.error }
      stepCount += 1
    }
  }

  private let state: Mutex<State>

  init(fault: Fault? = nil) {
    state = Mutex(State(fault: fault))
  }

  /// How many steps went well.
  var stepCount: Int { state.withLock { $0.stepCount } }

  /// Lets everything go well from now on, as after a restart.
  func mend() {
    state.withLock { $0.fault = nil }
  }

  /// What the disk holds after a loss of power.
  ///
  /// Objects that were not flushed are gone; or, when `block` is given, as on a disk that keeps no
  /// order, cut off after some whole blocks of that size. Removals that were not flushed are undone.
  func losePower(tearingAt block: Int? = nil) {
    state.withLock { state in
      for (area, objects) in state.areas {
        for (name, object) in objects where !object.isOnDisk {
          let kept = block.map { object.bytes.count / 2 / $0 * $0 } ?? 0
          state.areas[area]?[name] =
            block == nil ? nil : Stored(bytes: Array(object.bytes.prefix(kept)), isOnDisk: true)
        }
      }
      for (area, objects) in state.removed {
        state.areas[area, default: [:]].merge(objects) { there, _ in there }
      }
      state.removed = [:]
      state.fault = nil
    }
  }

  func names(in area: Area) throws(StorageError) -> Listing {
    try state.withLock { state throws(StorageError) in
      try state.step()
      return Listing(names: Array(state.areas[area, default: [:]].keys))
    }
  }

  func contains(_ name: ObjectName, in area: Area) throws(StorageError) -> Bool {
    try state.withLock { state throws(StorageError) in
      try state.step()
      return state.areas[area]?[name] != nil
    }
  }

  func read(_ name: ObjectName, in area: Area, limit: Int) throws(StorageError) -> [UInt8] {
    try state.withLock { state throws(StorageError) in
      try state.step()
      guard let object = state.areas[area]?[name] else { throw .missing }
      guard object.bytes.count <= limit else {
        throw .tooLarge(limit: limit, found: object.bytes.count)
      }
      return object.bytes
    }
  }

  func put(_ objects: [StoredObject], durably: Bool) throws(StorageError) {
    try state.withLock { state throws(StorageError) in
      for object in objects {
        try state.step()
        let there = state.areas[object.area]?[object.name]
        guard there?.bytes.count != object.bytes.count else { continue }
        state.areas[object.area, default: [:]][object.name] = Stored(
          bytes: object.bytes, isOnDisk: false)
      }
      guard durably else { return }
      try state.step()
      for (area, names) in state.areas.mapValues(\.keys) {
        for name in names { state.areas[area]?[name]?.isOnDisk = true }
      }
      state.removed = [:]
    }
  }

  func remove(_ names: [ObjectName], in area: Area) throws(StorageError) {
    try state.withLock { state throws(StorageError) in
      for name in names {
        try state.step()
        guard let object = state.areas[area]?.removeValue(forKey: name) else { continue }
        if object.isOnDisk { state.removed[area, default: [:]][name] = object }
      }
    }
  }
}
