import Statements

// Reports and entries that come from files or standard input.

extension Line {
  /// What a text was read from, as a subject.
  static func name(_ source: Surroundings.TextSource) -> Line {
    switch source {
    case .standardInput: "standard input"
    case .file(let path): "\"\(path)\""
    case .editor: "what you wrote"
    }
  }

  static var typeTheText: Line {
    "type or paste the text; end it with Ctrl-D on a line of its own"
  }

  static func isNoText(_ source: Surroundings.TextSource) -> Line {
    "\(name(source)) holds something other than text"
  }

  static func isNotUTF8(_ source: Surroundings.TextSource) -> Line {
    "\(name(source)) is not text in UTF-8"
  }

  static func isEmpty(_ source: Surroundings.TextSource) -> Line { "\(name(source)) is empty" }

  static func isTooLong(_ source: Surroundings.TextSource, limit: Int, found: Int?) -> Line {
    if let found {
      "\(name(source)) has \(found) bytes; an entry holds at most \(limit)"
    } else {
      "\(name(source)) has more bytes than the \(limit) an entry holds"
    }
  }
}

extension Failure {
  static func notText(_ source: Surroundings.TextSource) -> Failure {
    Failure(
      .isNoText(source),
      hint:
        "an entry is text: save a document as plain text, and say in words what a picture shows",
      status: .badData)
  }

  static func notUTF8(_ source: Surroundings.TextSource) -> Failure {
    Failure(
      .isNotUTF8(source),
      hint: """
        save it as UTF-8, or type \
        "iconv -f WINDOWS-1252 -t UTF-8 FILE | conclave case add CODE KIND"
        """,
      status: .badData)
  }

  static func emptyText(_ source: Surroundings.TextSource) -> Failure {
    Failure(
      .isEmpty(source), hint: "nothing was recorded; give --file FILE or type the text",
      status: .badData)
  }

  static func textTooLong(
    _ source: Surroundings.TextSource, limit: Int, found: Int?
  ) -> Failure {
    Failure(
      .isTooLong(source, limit: limit, found: found),
      hint: "split it with \"split -C 800000 FILE\", and add the pieces one by one",
      status: .badData)
  }

  static func noEditor(_ name: String) -> Failure {
    Failure(
      name.isEmpty ? "no editor is named" : "the editor \"\(name)\" could not be started",
      hint: "name one in EDITOR, give --file FILE, or type the text with \"--file -\"",
      status: .missing)
  }

  static var noMemoryFolder: Failure {
    Failure(
      "this system has no folder in memory, and a text in clear is not written to a disk",
      hint: "type the text with \"--file -\", or give --file FILE", status: .unavailable)
  }

  static var notEdited: Failure {
    Failure(
      "the text could not be handed to the editor",
      hint: "type it with \"--file -\", or give --file FILE", status: .refused)
  }

  static var editorFailed: Failure {
    Failure("the editor ended without a text; nothing was recorded", status: .refused)
  }

  static var nothingWritten: Failure {
    Failure("nothing was written; nothing was recorded", status: .refused)
  }
}

extension Line {
  static func editorUnknown(_ name: String) -> Line {
    """
    what "\(name)" keeps of a text (backups, histories) is not known: it may lie on your disk \
    afterwards; vim, nano and emacs are told to keep nothing
    """
  }
}
