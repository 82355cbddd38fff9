import Dispatch
import Sodium
import Synchronization

/// Does `work` for every element on all cores and returns the results in order.
func onAllCores<Element: Sendable, Result: Sendable>(
  _ elements: [Element], _ work: @Sendable (Element) -> Result
) -> [Result] {
  guard elements.count > 1 else { return elements.map(work) }
  let results = Mutex([Result?](repeating: nil, count: elements.count))
  let counting = PublicKeyOperationCount.current
  DispatchQueue.concurrentPerform(iterations: elements.count) { index in
    let result = PublicKeyOperationCount.$current.withValue(counting) { work(elements[index]) }
    results.withLock { $0[index] = result }
  }
  return results.withLock { $0.compactMap(\.self) }
}
