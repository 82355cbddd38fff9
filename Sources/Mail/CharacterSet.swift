/// The character sets that mail has.
///
/// This is the whole list: what a mail names is looked up here, and never handed on.
enum CharacterSet: Hashable {
  case ascii
  case utf8
  case latin1
  case windows1252
  case utf7
  /// UTF-16 as its first two bytes say, and with the big end first when they do not.
  case utf16
  case utf16LittleEndian
  case single(SingleByteSet)
  case multi(MultiByteSet)

  /// Finds the character set called `label`, whatever its case and punctuation.
  init?(label: String) {
    let plain = label.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    guard let found = CharacterSet.named[plain] else { return nil }
    self = found
  }

  private static let named: [String: CharacterSet] = {
    var named: [String: CharacterSet] = [:]
    for (names, set) in unicodeAndLatin + cyrillicAndOld + eastAsian {
      for name in names.split(separator: " ") { named[String(name)] = set }
    }
    for set in SingleByteSet.allCases {
      named[set.rawValue.lowercased().filter { $0 != "-" }] = .single(set)
    }
    for number in 1250...1258 {
      let name = "cp\(number)"
      let set = named[name] ?? .windows1252
      for other in ["windows\(number)", "xcp\(number)", "win\(number)", "ansi\(number)", name] {
        named[other] = set
      }
    }
    return named
  }()

  private static let unicodeAndLatin: [(String, CharacterSet)] = [
    ("ascii usascii ansix341968 ansix341986 iso646us cp367 us 646", .ascii),
    ("utf8 unicode11utf8 utf8mb4 xutf8", .utf8),
    ("utf7 unicode11utf7", .utf7),
    ("utf16 utf16be unicode ucs2 iso10646ucs2", .utf16),
    ("utf16le", .utf16LittleEndian),
    ("iso88591 latin1 l1 iso885911987 isoir100 cp819 ibm819 88591", .latin1),
    ("xansi ansi", .windows1252),
    ("latin2 l2 iso885921987", .single(.latin2)),
    ("latin3 l3", .single(.latin3)),
    ("latin4 l4", .single(.latin4)),
    ("cyrillic iso885951988", .single(.cyrillic)),
    ("arabic iso885961987 iso88596i iso88596e asmo708", .single(.arabic)),
    ("greek greek8 iso885971987", .single(.greek)),
    ("hebrew iso885981988 iso88598i iso88598e logical visual", .single(.hebrew)),
    ("latin5 l5 iso885991989", .single(.latin5)),
    ("latin6 l6", .single(.latin6)),
    ("latin9 latin0 l9 iso885915", .single(.latin9)),
    ("tis620 windows874 cp874 iso885911 dos874", .single(.thai)),
  ]

  private static let cyrillicAndOld: [(String, CharacterSet)] = [
    ("koi8r koi8 koi cskoi8r", .single(.koi8r)),
    ("koi8u koi8ru", .single(.koi8u)),
    ("macintosh mac xmacroman macroman", .single(.macintosh)),
    ("ibm437 cp437 437", .single(.ibm437)),
    ("ibm850 cp850 850", .single(.ibm850)),
    ("ibm852 cp852 852", .single(.ibm852)),
    ("ibm866 cp866 866", .single(.ibm866)),
  ]

  private static let eastAsian: [(String, CharacterSet)] = [
    ("gb2312 gb23121980 gb231280 gbk cp936 windows936 ms936 xgbk euccn xeuccn", .multi(.chinese)),
    ("gb18030 gb180302000 gb180302005 csgb2312 chinese", .multi(.chinese)),
    ("big5 big5hkscs cnbig5 xxbig5 csbig5 big5tw", .multi(.big5)),
    ("cp950 windows950 ms950", .multi(.big5)),
    ("shiftjis sjis xsjis mskanji windows31j cp932 ms932 windows932", .multi(.shiftJIS)),
    ("eucjp xeucjp xeuc cseucpkdfmtjapanese", .multi(.japaneseEUC)),
    ("iso2022jp csiso2022jp iso2022jp2 iso2022jpms cp50220 cp50221", .multi(.japaneseMail)),
    ("euckr ksc56011987 ksc56011989 ksc5601 ksx1001 ks cseuckr korean", .multi(.korean)),
    ("uhc cp949 windows949 ms949 xwindows949", .multi(.korean)),
    ("iso2022kr csiso2022kr", .multi(.koreanMail)),
  ]
}

/// Character sets in which each byte is one character; the values are the C library's names.
enum SingleByteSet: String, CaseIterable {
  case latin2 = "ISO-8859-2"
  case latin3 = "ISO-8859-3"
  case latin4 = "ISO-8859-4"
  case cyrillic = "ISO-8859-5"
  case arabic = "ISO-8859-6"
  case greek = "ISO-8859-7"
  case hebrew = "ISO-8859-8"
  case latin5 = "ISO-8859-9"
  case latin6 = "ISO-8859-10"
  case thai = "CP874"
  case latin7 = "ISO-8859-13"
  case latin8 = "ISO-8859-14"
  case latin9 = "ISO-8859-15"
  case latin10 = "ISO-8859-16"
  case windows1250 = "CP1250"
  case windows1251 = "CP1251"
  case windows1253 = "CP1253"
  case windows1254 = "CP1254"
  case windows1255 = "CP1255"
  case windows1256 = "CP1256"
  case windows1257 = "CP1257"
  case windows1258 = "CP1258"
  case koi8r = "KOI8-R"
  case koi8u = "KOI8-U"
  case macintosh = "MACINTOSH"
  case ibm437 = "IBM437"
  case ibm850 = "IBM850"
  case ibm852 = "IBM852"
  case ibm866 = "IBM866"
}

/// Character sets in which a character may be several bytes; the values are the C library's names.
///
/// Where mail names a smaller set than its programs write, the larger stands here.
enum MultiByteSet: String, CaseIterable {
  case chinese = "GB18030"
  case big5 = "BIG5-HKSCS"
  case shiftJIS = "CP932"
  case japaneseEUC = "EUC-JP-MS"
  case japaneseMail = "ISO-2022-JP-2"
  case korean = "CP949"
  case koreanMail = "ISO-2022-KR"
}
