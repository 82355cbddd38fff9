import CSodium
import Synchronization

/// Guarded memory for many 32-byte keys at a few pages' cost, as one ``SecretBytes`` each would not be.
///
/// Keys lie in slabs that grow and never move. The pages are guarded as a whole: a key is not fenced
/// off from its neighbours, and the bounds of the spans that show it are what keeps them apart. The
/// region lives as long as it or any key it holds is referred to, and is then erased. It may be used
/// from many threads at once.
package final class KeyRegion: Sendable {
  /// How long each key is.
  package static let keyByteCount = 32

  private let state = Mutex(State())

  /// Makes a region that holds nothing and takes no memory until it does.
  package init() {}

  /// Holds a copy of `key`.
  package func hold(_ key: borrowing SecretBytes) -> HeldKey {
    key.withSpan { hold($0) }
  }

  /// Holds a copy of `bytes`, which must be 32.
  package func hold(_ bytes: Span<UInt8>) -> HeldKey {
    precondition(bytes.count == Self.keyByteCount, "a held key has 32 bytes")
    return unsafe bytes.withStart { start in
      unsafe holdKey { unsafe $0.update(from: start, count: Self.keyByteCount) }
    }
  }

  /// Holds a new unpredictable key.
  ///
  /// The corresponding C function is `randombytes_buf`.
  package func holdRandom() -> HeldKey {
    unsafe holdKey { unsafe randombytes_buf($0, Self.keyByteCount) }
  }

  /// Whether everything secret of this process so far is kept out of swap.
  ///
  /// It is false once one allocation could not be locked, mostly because the limit on locked memory
  /// (`ulimit -l`) was reached. Everything works without; a person should be told.
  ///
  /// The corresponding C function is `sodium_mlock`.
  package static var lockedMemoryIsAvailable: Bool {
    _ = SecretBytes(byteCount: 1)
    return !SecretBytes.someCouldNotBeLocked.load(ordering: .relaxed)
  }

  private func holdKey(_ write: (UnsafeMutablePointer<UInt8>) -> Void) -> HeldKey {
    let (slot, generation) = state.withLock { state in
      let slot = state.takeFreeSlot()
      unsafe write(state.slots[slot].start)
      return (slot, state.slots[slot].generation)
    }
    return HeldKey(region: self, slot: slot, generation: generation)
  }

  /// Shows the key in `slot` to `body`; the slot is neither erased nor reused meanwhile.
  func withKey<R: ~Copyable, E: Error>(
    in slot: Int, generation: UInt64, _ body: (Span<UInt8>) throws(E) -> R
  ) throws(E) -> R {
    // The lock is not held while `body` runs, so it may use other keys of the region.
    let start = state.withLock { state in
      let isHeld = state.slots[slot].generation == generation && !state.slots[slot].isErased
      precondition(isHeld, "a key was used after it was erased")
      state.slots[slot].users += 1
      return unsafe Address(start: state.slots[slot].start)
    }
    defer { state.withLock { $0.endUse(of: slot) } }
    return try body(unsafe Span(_unsafeStart: start.start, count: Self.keyByteCount))
  }

  /// Erases the key in `slot`, at once or when the last use that has begun ends.
  func erase(_ slot: Int, generation: UInt64) {
    state.withLock { $0.erase(slot, generation: generation) }
  }
}

extension KeyRegion {
  /// Where a slot's bytes are; the slot's use count keeps them there.
  @safe
  private struct Address: @unchecked Sendable {
    let start: UnsafeMutablePointer<UInt8>
  }

  /// Room for one key.
  @safe
  private struct Slot {
    let start: UnsafeMutablePointer<UInt8>
    /// How often the slot has been reused, so that a key that was erased does not find its successor.
    var generation: UInt64 = 0
    var users = 0
    var isErased = false
  }

  /// One allocation, which holds several slots.
  private final class Slab {
    let memory: SecretBytes

    init(byteCount: Int) {
      memory = SecretBytes(byteCount: byteCount)
    }
  }

  private struct State {
    var slabs: [Slab] = []
    var slots: [Slot] = []
    var freeSlots: [Int] = []

    mutating func takeFreeSlot() -> Int {
      if freeSlots.isEmpty { addSlab() }
      return freeSlots.removeLast()
    }

    /// Adds a slab, twice as large as the one before until it has 64 pages.
    private mutating func addSlab() {
      // `sodium_malloc` keeps 16 bytes of the pages for itself.
      let pages = 1 << min(slabs.count, 6)
      let keys = (pages * 4096 - 16) / KeyRegion.keyByteCount
      let slab = Slab(byteCount: keys * KeyRegion.keyByteCount)
      for key in (0..<keys).reversed() {
        freeSlots.append(slots.count + key)
      }
      for key in 0..<keys {
        unsafe slots.append(Slot(start: slab.memory.start + key * KeyRegion.keyByteCount))
      }
      slabs.append(slab)
    }

    mutating func endUse(of slot: Int) {
      slots[slot].users -= 1
      if slots[slot].isErased && slots[slot].users == 0 { release(slot) }
    }

    mutating func erase(_ slot: Int, generation: UInt64) {
      guard slots[slot].generation == generation, !slots[slot].isErased else { return }
      slots[slot].isErased = true
      if slots[slot].users == 0 { release(slot) }
    }

    private mutating func release(_ slot: Int) {
      unsafe sodium_memzero(slots[slot].start, KeyRegion.keyByteCount)
      slots[slot].generation += 1
      slots[slot].isErased = false
      freeSlots.append(slot)
    }
  }
}
