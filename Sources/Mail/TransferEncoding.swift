/// How the bytes of a part were made fit for travelling.
enum TransferEncoding: Hashable {
  /// As they are, and only ASCII in lines.
  case sevenBit
  /// As they are, in lines.
  case eightBit
  /// As they are, without lines.
  case binary
  case base64
  case quotedPrintable
  case uuencode
  /// Some other way, so that nobody knows what the bytes mean.
  case unknown

  /// Reads what stands in `Content-Transfer-Encoding`.
  init(reading label: String) {
    switch label {
    case "", "7bit", "7-bit": self = .sevenBit
    case "8bit", "8-bit": self = .eightBit
    case "binary": self = .binary
    case "base64": self = .base64
    case "quoted-printable": self = .quotedPrintable
    case "x-uuencode", "x-uue", "uuencode", "uue": self = .uuencode
    default: self = .unknown
    }
  }

  /// Whether the bytes are other ones than they stand for.
  var changesBytes: Bool {
    switch self {
    case .sevenBit, .eightBit, .binary, .unknown: false
    case .base64, .quotedPrintable, .uuencode: true
    }
  }
}
