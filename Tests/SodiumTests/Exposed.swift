import Sodium

extension SecretBytes {
  /// A copy in the open, to compare it.
  var exposed: [UInt8] { withSpan { [UInt8]($0) } }
}

extension HeldKey {
  /// A copy in the open, to compare it.
  var exposed: [UInt8] { withSpan { [UInt8]($0) } }
}

extension Array {
  /// Copies what `span` shows, to compare it.
  init(_ span: Span<Element>) where Element: BitwiseCopyable {
    self = span.indices.map { span[$0] }
  }
}
