import Defences
import Dispatch
import Sealing
import Sodium
import Synchronization

/// Does `work` for every element on all cores and returns the results in order.
func onAllCores<Element: Sendable, Result: Sendable>(
  _ elements: [Element], _ work: @Sendable (Element) -> Result
) -> [Result] {
  guard elements.count > 1 else { return elements.map(work) }
  let results = Mutex([Result?](repeating: nil, count: elements.count))
  // Threads of Dispatch know nothing of the task they work for, so it is told to them.
  let counting = PublicKeyOperationCount.current
  let carry = Defence.carried()
  DispatchQueue.concurrentPerform(iterations: elements.count) { index in
    let result = PublicKeyOperationCount.$current.withValue(counting) {
      carry.within { work(elements[index]) }
    }
    results.withLock { $0[index] = result }
  }
  return results.withLock { $0.compactMap(\.self) }
}
