/// From where a typed value is read: the policy whose words count, the moment, and the clocks.
package struct ReadingContext: Sendable {
  package let policy: Policy
  package let now: Instant
  package let zone: Zone

  package init(policy: Policy, now: Instant, zone: Zone) {
    self.policy = policy
    self.now = now
    self.zone = zone
  }
}
