/// Why a box did not open: it is not what was sealed with this key, nonce and context.
///
/// Whether the key is wrong, or the box altered, or cut short, is not told and cannot be.
package struct NotAuthentic: Error, Hashable {
  package init() {}
}
