"""What can be odd about encoded words (RFC 2047)."""

from form import *


def subject(name, text, expected, quirks="", differs=""):
    odd("word-" + name, mail(b"Subject: " + raw(text) + b"\r\n"), quirks, differs, subject=expected)


subject("q", "=?utf-8?Q?caf=C3=A9_noir?=", "café noir")
subject("b", "=?UTF-8?B?Y2Fmw6kgbm9pcg==?=", "café noir")
subject("small-letters", "=?utf-8?q?caf=c3=a9?=", "café")
subject("among-others", "a =?utf-8?q?caf=C3=A9?= b", "a café b")
subject("two", "=?utf-8?q?caf?= =?utf-8?q?=C3=A9?=", "café")
subject("two-folded", "=?utf-8?q?caf?=\n =?utf-8?q?=C3=A9?=", "café")
# RFC 2047, 5 (3): it may not be, but programs do. Python reads each word on its own.
subject("character-cut-in-two", "=?utf-8?q?caf=C3?=\n =?utf-8?q?=A9?=", "café")
subject("character-cut-in-two-b", "=?utf-8?B?Y2Fmww==?= =?utf-8?B?qQ==?=", "café")
subject("two-sets", "=?utf-8?q?caf=C3=A9?= =?iso-8859-1?q?caf=E9?=", "cafécafé")
subject("set-in-two-cases", "=?UTF-8?q?caf=C3?= =?utf-8?q?=A9?=", "café")
subject("language", "=?utf-8*en?q?caf=C3=A9?=", "café",
        # Python does not know RFC 2231 here.
        differs="subject")
subject("empty", "=?utf-8?q??= a", "a")
subject("blank-at-ends", "=?utf-8?q?_a_?= b", "a  b")
subject("windows-1252", "=?windows-1252?q?=80_5?=", "€ 5")
subject("koi8-r", "=?koi8-r?B?8NLJ18XU?=", "Привет")
subject("iso-2022-jp", "=?ISO-2022-JP?B?GyRCRnxLXBsoQg==?=", "日本")
subject("iso-2022-jp-in-two", "=?ISO-2022-JP?B?GyRCRnwbKEI=?=\n =?ISO-2022-JP?B?GyRCS1wbKEI=?=", "日本")
subject("gb2312", "=?gb2312?B?xOO6ww==?=", "你好")
subject("utf-7", "=?utf-7?q?caf+AOk-?=", "café")
subject("unknown-set", "=?x-martian?q?caf=C3=A9?=", "café", "unknownCharacterSet", differs="subject")
subject("unknown-set-one-byte", "=?x-martian?q?caf=E9?=", "café", "unknownCharacterSet",
        differs="subject")
subject("unknown-8bit", "=?unknown-8bit?q?caf=E9?=", "café", "unknownCharacterSet")
subject("not-utf8", "=?utf-8?q?caf=E9?=", "caf\ufffd", "malformedText")
subject("not-ascii", "=?us-ascii?q?caf=C3=A9?=", "café", "bytesBeyondASCII", differs="subject")
# RFC 2047, 2: no blanks within. Most programs read it nevertheless.
subject("with-spaces", "=?utf-8?Q?caf=C3=A9 noir?=", "café noir", "malformedEncodedWord")
subject("with-question-mark", "=?utf-8?Q?caf=C3=A9??=", "café?", "malformedEncodedWord")
subject("bad-escape", "=?utf-8?Q?a=ZZb?=", "a=ZZb", "malformedEncodedWord")
subject("odd-base64", "=?utf-8?B?Y2Fmw6k?=", "café", "malformedEncodedWord")
subject("bad-base64", "=?utf-8?B?Y2F!mw6k=?=", "café", "malformedEncodedWord")
subject("without-end", "=?utf-8?Q?caf=C3=A9", "=?utf-8?Q?caf=C3=A9", "malformedEncodedWord")
subject("without-end-before-another", "=?utf-8?Q?caf =?utf-8?Q?noir?=", "=?utf-8?Q?caf noir",
        "malformedEncodedWord", differs="subject")
subject("unknown-encoding", "=?utf-8?X?abc?=", "=?utf-8?X?abc?=", "malformedEncodedWord")
subject("without-set", "=??Q?abc?=", "=??Q?abc?=", "malformedEncodedWord",
        # Python fails.
        differs="subject")
subject("run-together-before", "a=?utf-8?q?caf=C3=A9?=", "acafé", "encodedWordRunTogether")
subject("run-together-after", "=?utf-8?q?caf=C3=A9?=b", "caféb", "encodedWordRunTogether")
subject("run-together-two", "=?utf-8?q?caf?==?utf-8?q?=C3=A9?=", "café", "encodedWordRunTogether")
subject("line-end-inside", "=?utf-8?q?one=0D=0ABcc:_x?=", "one\r\nBcc: x",
        "controlCharactersInHeader")
subject("nul-inside", "=?utf-8?q?a=00b?=", "a\ufffdb", "nulCharacters controlCharactersInHeader",
        differs="subject")
subject("escape-inside", "=?utf-8?q?=1B[2J?=", "\x1b[2J", "controlCharactersInHeader")
subject("equals-and-question-mark", "what =? nothing", "what =? nothing")
subject("beside-utf8", "=?utf-8?q?caf=C3=A9?= café", "café café", "headerNotASCII",
        # Python decodes a field that is not ASCII not at all.
        differs="subject")
subject("decodes-to-a-word", "=?utf-8?q?=3D=3Futf-8=3Fq=3Fa=3F=3D?=", "=?utf-8?q?a?=")

odd("word-in-name", mail("From: =?utf-8?q?Zo=C3=AB?= <zoe@example.org>\n"),
    sender="Zoë <zoe@example.org>")
odd("word-in-name-run-together", mail("From: =?utf-8?q?Zo=C3=AB?=<zoe@example.org>\n"),
    sender="Zoë <zoe@example.org>")
# RFC 2047, 5 (3): not within quotes. Most programs read it nevertheless.
odd("word-in-quotes", mail('From: "=?utf-8?q?Zo=C3=AB?=" <zoe@example.org>\n'),
    "misplacedEncodedWord", sender="Zoë <zoe@example.org>")
odd("word-in-comment", mail("From: zoe@example.org (=?utf-8?q?Zo=C3=AB?=)\n"),
    sender="Zoë <zoe@example.org>")
# RFC 2047, 5 (3): a comma must be encoded in a name. Python cuts there.
odd("word-with-comma", mail("From: =?utf-8?q?Lee, Zo=C3=AB?= <zoe@example.org>\n"),
    "malformedEncodedWord", sender="Lee, Zoë <zoe@example.org>", differs="sender")
odd("word-that-is-an-address", mail("From: =?utf-8?q?president=40example.org?= <mal@example.net>\n"),
    "addressInName", sender="president@example.org <mal@example.net>")
odd("word-hides-brackets", mail("From: =?utf-8?q?Ann_=3Cann=40example.org=3E?= <mal@example.net>\n"),
    "addressInName", sender="Ann <ann@example.org> <mal@example.net>")
odd("word-in-address", mail("From: =?utf-8?q?ann?=@example.org\n"), "malformedAddress",
    # RFC 2047, 5 (3): never in an address, so that nobody is sure what is meant.
    sender="<=?utf-8?q?ann?=@example.org>")
odd("words-of-two-names", mail("To: =?utf-8?q?Zo=C3=AB?= <zoe@example.org>,\n"
                               " =?utf-8?b?SsO2cmc=?= <joerg@example.org>\n"),
    to=["Zoë <zoe@example.org>", "Jörg <joerg@example.org>"])
