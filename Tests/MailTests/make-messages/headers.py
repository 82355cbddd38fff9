"""What can be odd about the lines of a header."""

from form import *

odd("folded-subject", mail("Subject: one\n two\n\tthree\n"), subject="one two three")
odd("folded-at-once", mail("Subject:\n one\n"), subject="one")
odd("fold-over-a-blank-line", mail(b"Subject: one\r\n \r\n two\r\n"), "blankContinuation",
    # Each fold is a space.
    subject="one  two")
odd("no-blank-after-colon", mail("Subject:one\n"), subject="one")
# RFC 5322, 4.5: it may be read so, but not written. Python takes it for the text.
odd("blank-before-colon", mail("Subject : one\n"), "blankBeforeColon", subject="one",
    differs="subject text")
odd("name-in-capitals", mail("SUBJECT: one\n"), subject="one")
odd("empty-subject", mail("Subject:\n"), subject="")
odd("no-subject", mail(without=["subject"]), subject=None)
odd("two-subjects", mail("Subject: one\nSubject: two\n"), "repeatedField", subject="one")
odd("two-tos", mail("To: Bo <bo@example.org>\nTo: Cy <cy@example.org>\n"), "repeatedField",
    to=[BO, "Cy <cy@example.org>"])
odd("two-dates", mail("Date: Fri, 2 Feb 2024 10:00:00 +0100\nDate: Sat, 3 Feb 2024 10:00:00 +0100\n"),
    "repeatedField")
odd("two-content-types", mail("Content-Type: text/plain\nContent-Type: text/html\n", "<b>Hello.</b>\n"),
    "repeatedField", text="<b>Hello.</b>")
odd("field-may-repeat", mail("Received: by one\nReceived: by two\nComments: a\nComments: b\n"))
# Python ends the header at the line.
odd("line-without-colon", raw(f"From: {ANN}\nTo: {BO}\nsome nonsense\n"
                              "Date: Fri, 2 Feb 2024 10:00:00 +0100\nSubject: odd\n\nHello.\n"),
    "malformedHeaderLine", differs="date subject text")
odd("mailbox-line-in-header", raw(f"From: {ANN}\nTo: {BO}\n>From ann Fri Feb  2 10:00:00 2024\n"
                                  "Date: Fri, 2 Feb 2024 10:00:00 +0100\nSubject: odd\n\nHello.\n"),
    "malformedHeaderLine", differs="date subject text")
odd("no-blank-line", mail().replace(b"\r\n\r\n", b"\r\n"), "missingBlankLine")
odd("no-blank-line-and-a-colon", raw(f"From: {ANN}\nTo: {BO}\nDate: Fri, 2 Feb 2024 10:00:00 +0100\n"
                                     "Subject: odd\nDear all,\nNote: this is text.\n"),
    "missingBlankLine", text="Dear all,\nNote: this is text.")
# Python drops the line, but not what follows.
odd("begins-with-a-fold", b" folded\r\n" + mail(), "malformedHeaderLine")
odd("colon-first", raw(f"From: {ANN}\nTo: {BO}\n: nothing\nDate: Fri, 2 Feb 2024 10:00:00 +0100\n"
                       "Subject: odd\n\nHello.\n"), "malformedHeaderLine")
odd("blanks-before-text", mail().replace(b"\r\n\r\nHello", b"\r\n  \r\nHello"),
    "blankContinuation missingBlankLine")
odd("utf8-subject", mail("Subject: café\n"), "headerNotASCII", subject="café")
odd("utf8-name", mail("From: Zoë <zoe@example.org>\n"), "headerNotASCII",
    sender="Zoë <zoe@example.org>")
odd("utf8-address", mail("From: Zoë <zoë@exämple.org>\n"), "headerNotASCII",
    sender="Zoë <zoë@exämple.org>")
odd("windows-1252-subject", mail(b"Subject: caf\xe9 \x80 5\r\n"), "headerNotUTF8",
    subject="café € 5")
odd("windows-1252-name", mail(b"From: Zo\xeb <zoe@example.org>\r\n"), "headerNotUTF8",
    sender="Zoë <zoe@example.org>")
# The byte 0x81 is no character of windows-1252.
odd("no-character-in-subject", mail(b"Subject: a\x81b\r\n"), "headerNotUTF8 malformedText",
    subject="a\ufffdb")
odd("escape-in-subject", mail(b"Subject: \x1b[31mred\r\n"), "controlCharactersInHeader",
    subject="\x1b[31mred")
odd("tab-in-subject", mail("Subject: one\ttwo\n"), subject="one\ttwo")
odd("bytes-in-unread-field", mail(b"X-Thing: \xff\xfe\r\n"))
odd("many-fields", mail("".join(f"X-{n}: y\n" for n in range(1000))), "headerTooLarge")
odd("header-of-300-kB", mail("X-Long: " + "\n ".join(["z" * 900] * 300) + "\n"), "headerTooLarge")
odd("identifier", mail("Message-ID: <one@example.org>\n"), identifier="one@example.org")
odd("identifier-without-brackets", mail("Message-ID: one@example.org\n"),
    identifier="one@example.org")
odd("identifier-with-comment", mail("Message-ID: (made up) <one@example.org>\n"),
    identifier="one@example.org")
