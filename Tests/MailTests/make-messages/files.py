"""What can be odd about the file as a whole: its beginning, its lines, its length."""

from form import *

odd("usual", mail())
odd("empty", b"", "headerUnterminated noHeader noFrom noDate",
    sender=None, to=None, date=None, subject=None, text="")
odd("only-blank-lines", b"\r\n\r\n\r\n", "leadingBlankLines headerUnterminated noHeader noFrom noDate",
    sender=None, to=None, date=None, subject=None, text="")
# Python takes the header for the text.
odd("leading-blank-lines", b"\r\n\r\n" + mail(), "leadingBlankLines",
    differs="sender to date subject text")
# Python takes the mark for a part of the name of the first field.
odd("byte-order-mark", b"\xef\xbb\xbf" + mail(), "byteOrderMark",
    differs="sender to date subject text")
odd("mailbox-line", b"From ann@example.org Fri Feb  2 10:00:00 2024\r\n" + mail(), "mailboxLine")
# Python takes the header for the text.
odd("quoted-mailbox-line", b">From ann@example.org Fri Feb  2 10:00:00 2024\r\n" + mail(),
    "mailboxLine", differs="sender to date subject text")
odd("blank-line-and-mailbox-line",
    b"\n\nFrom ann@example.org Fri Feb  2 10:00:00 2024\n" + mail().replace(b"\r", b""),
    # Python takes the header for the text.
    "mailboxLine leadingBlankLines", differs="sender to date subject text")
odd("line-feeds-only", mail("", "One.\nTwo.\n").replace(b"\r", b""), text="One.\nTwo.")
odd("carriage-returns-only", mail("", "One.\nTwo.\n").replace(b"\n", b""), "bareCarriageReturns",
    text="One.\nTwo.")
odd("mixed-line-ends", mail("", b"One.\r\nTwo.\nThree.\r\n"), "mixedLineEnds",
    text="One.\nTwo.\nThree.")
odd("line-feed-header", mail("", "").replace(b"\r", b"") + b"One.\r\nTwo.\r\n", "mixedLineEnds",
    text="One.\nTwo.")
odd("bare-carriage-return-in-text", mail("", b"One.\rTwo.\r\nThree.\r\n"), "bareCarriageReturns",
    text="One.\nTwo.\nThree.")
# Python takes what follows for a line of its own.
odd("bare-carriage-return-in-header", mail(b"Subject: one\rX-Two: three\r\n"), "bareCarriageReturns",
    subject="one X-Two: three", differs="subject")
odd("carriage-return-twice", mail("", b"One.\r\r\nTwo.\r\n"), "bareCarriageReturns",
    text="One.\n\nTwo.")
odd("long-line", mail("", "a" * 999 + "\n"), "longLines", text="a" * 999)
odd("line-of-998", mail("", "a" * 998 + "\n"), text="a" * 998)
odd("long-header-line", mail("Subject: " + "b" * 1000 + "\n"), "longLines", subject="b" * 1000)
odd("long-line-in-binary",
    mail("Content-Type: application/x-thing\nContent-Transfer-Encoding: binary\n", "c" * 1200),
    text="", files=[file(None, "application/x-thing", b"c" * 1200, True)])
odd("no-end-of-last-line", mail("", "Hello."))
odd("nul-in-text", mail("", b"One\0two.\r\n"), "nulCharacters", text="One\ufffdtwo.")
# Python leaves the NUL.
odd("nul-in-subject", mail(b"Subject: one\0two\r\n"), "nulCharacters controlCharactersInHeader",
    subject="one\ufffdtwo", differs="subject")
odd("nul-in-attachment",
    mail("Content-Type: application/x-thing\nContent-Transfer-Encoding: binary\n", b"a\0b"),
    text="", files=[file(None, "application/x-thing", b"a\0b", True)])
odd("no-mail-at-all", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 something else altogether",
    "noHeader noFrom noDate bytesBeyondASCII eightBitUndeclared",
    # What is no header is taken for text, which is no UTF-8. Python puts U+FFFD for each byte.
    sender=None, to=None, date=None, subject=None,
    text="ÐÏ\x11à¡±\x1aá something else altogether", differs="text")
odd("text-without-header", "Just some text.\n\nAnd more.\n", "noHeader noFrom noDate",
    sender=None, to=None, date=None, subject=None, text="Just some text.\n\nAnd more.")
odd("header-only", raw("From: Ann <ann@example.org>\nSubject: odd\n"), "headerUnterminated noDate",
    to=None, date=None, text="")
odd("cut-in-header", raw("From: Ann <ann@example.org>\nSubje"), "noDate missingBlankLine",
    to=None, date=None, subject=None, text="Subje")
odd("no-text", mail("", ""), text="")
odd("text-of-blank-lines", mail("", "\n\n  \n\t\n"), text="")
odd("control-characters-in-text", mail("", b"Bell\x07 and \x1b[31mred\x1b[0m and \x08.\r\n"),
    text="Bell\x07 and \x1b[31mred\x1b[0m and \x08.")
odd("form-feed-in-text", mail("", b"One.\x0cTwo.\r\n"), text="One.\x0cTwo.")
odd("leading-blanks-stay", mail("", "\n   Indented.\n"), text="\n   Indented.")
