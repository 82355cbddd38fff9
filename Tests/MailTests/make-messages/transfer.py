"""What can be odd about the encoding of bytes (RFC 2045, section 6)."""

from form import *


def encoded(name, encoding, body, content, quirks="", differs="", kind="application/x-thing"):
    odd(name, mail(f"Content-Type: {kind}\nContent-Transfer-Encoding: {encoding}\n", body), quirks, differs,
        text="", files=[file(None, kind, content, True)])


encoded("base64-usual", "base64", "YWJjZA==\n", b"abcd")
encoded("base64-capitals", "BASE64", "YWJjZA==\n", b"abcd")
encoded("base64-with-comment", "base64 (it is)", "YWJjZA==\n", b"abcd", differs="files")
encoded("base64-one-line", "base64", base64_lines("x" * 300).replace("\n", "") + "\n", b"x" * 300)
encoded("base64-blanks", "base64", "YW Jj\n\n\tZA = =\n", b"abcd")
encoded("base64-without-padding", "base64", "YWJjZA\n", b"abcd", "oddBase64Length")
encoded("base64-half-padding", "base64", "YWJjZA=\n", b"abcd", "oddBase64Length")
# One character is not enough for a byte. Python then decodes nothing.
encoded("base64-one-too-many", "base64", "YWJjZ\n", b"abc", "oddBase64Length", differs="files")
encoded("base64-three-too-much-padding", "base64", "YWJjZA=====\n", b"abcd", "badBase64Characters")
encoded("base64-padding-only", "base64", "====\n", b"", "badBase64Characters")
encoded("base64-bad-characters", "base64", "YW*J!jZ\x07A==\n", b"abcd", "badBase64Characters")
encoded("base64-bytes-beyond-ascii", "base64", b"YWJ\xffjZA==\r\n", b"abcd", "badBase64Characters")
# Python stops at the padding.
encoded("base64-two-pieces", "base64", "YWJjZA==\nYWJjZA==\n", b"abcdabcd", "base64AfterPadding",
        differs="files")
# The alphabet for addresses of pages: `-` for `+`, `_` for `/`. Python leaves both out.
encoded("base64-url", "base64", "--__\n", b"\xfb\xef\xff", "badBase64Characters", differs="files")
encoded("base64-empty", "base64", "", b"")
encoded("base64-loose-bits", "base64", "YWJjZB==\n", b"abcd")
encoded("base64-nul", "base64", b"YWJj\0ZA==\r\n", b"abcd", "badBase64Characters")

encoded("qp-usual", "quoted-printable", "a=3Db=20\n", b"a=b \r\n")
encoded("qp-soft-break", "quoted-printable", "a=\nb\n", b"ab\r\n")
# RFC 2045, 6.7 (3): blanks at the ends of lines were added on the way. Python leaves them.
encoded("qp-soft-break-with-blanks", "quoted-printable", "a= \t\nb\n", b"ab\r\n", differs="files")
encoded("qp-small-letters", "quoted-printable", "a=3db\n", b"a=b\r\n")
encoded("qp-blanks-at-end", "quoted-printable", "a \t\nb\n", b"a\r\nb\r\n", differs="files")
encoded("qp-blanks-inside", "quoted-printable", "a \t b\n", b"a \t b\r\n")
encoded("qp-no-digits", "quoted-printable", "a=ZZb\n", b"a=ZZb\r\n", "badQuotedPrintable")
encoded("qp-one-digit", "quoted-printable", "a=3\n", b"a=3\r\n", "badQuotedPrintable")
encoded("qp-equals-at-end", "quoted-printable", "a=", b"a", "badQuotedPrintable")
encoded("qp-soft-break-at-end", "quoted-printable", "a=\n", b"a")
# RFC 2045, 6.7: bytes beyond ASCII may not be there, but there they are.
encoded("qp-bytes-beyond-ascii", "quoted-printable", b"a\xe9b\r\n", b"a\xe9b\r\n", "badQuotedPrintable")
encoded("qp-line-feeds-only", "quoted-printable", b"a=\nb \nc\n", b"ab\nc\n", "mixedLineEnds", differs="files")
encoded("qp-all-bytes", "quoted-printable", "".join(f"={n:02X}" for n in range(20)) + "\n",
        bytes(range(20)) + b"\r\n")
encoded("qp-empty", "quoted-printable", "", b"")
encoded("qp-equals-equals", "quoted-printable", "a==3Db\n", b"a==b\r\n", "badQuotedPrintable",
        # Python takes two for one.
        differs="files")

encoded("7bit", "7bit", "a=3D\n", b"a=3D\r\n")
encoded("8bit", "8bit", b"a\xe9\r\n", b"a\xe9\r\n")
encoded("7bit-with-8-bits", "7bit", b"a\xe9\r\n", b"a\xe9\r\n", "eightBitUndeclared")
encoded("binary", "binary", b"a\xe9\0\r\rb\n", b"a\xe9\0\r\rb\n")
encoded("encoding-unknown", "x-martian", "a=3D\n", b"a=3D\r\n", "unknownTransferEncoding")
encoded("encoding-8-bit-with-hyphen", "8-bit", b"a\xe9\r\n", b"a\xe9\r\n")
encoded("encoding-empty", "", "a\n", b"a\r\n")
odd("encoding-unknown-text", mail("Content-Transfer-Encoding: x-martian\n"), "unknownTransferEncoding")
odd("encoding-twice", mail("Content-Transfer-Encoding: 7bit\nContent-Transfer-Encoding: base64\n"),
    "repeatedField")

UU = "begin 644 cat.txt\n#0V%T\n`\nend\n"
encoded("uu", "x-uuencode", UU, b"Cat")
encoded("uu-other-label", "uuencode", UU, b"Cat")
encoded("uu-text-around", "x-uuencode", "Here it is:\n\n" + UU + "\nThat was it.\n", b"Cat")
encoded("uu-blank-for-zero", "x-uuencode", "begin 644 a\n#    \n \nend\n", b"\0\0\0")
# Blanks at the ends of lines are often lost.
encoded("uu-blanks-lost", "x-uuencode", "begin 644 a\n#\n`\nend\n", b"\0\0\0")
encoded("uu-without-end", "x-uuencode", "begin 644 cat.txt\n#0V%T\n", b"Cat", "badUuencoding")
encoded("uu-never-begins", "x-uuencode", "Nothing here.\n", b"", "badUuencoding", differs="files")
encoded("uu-bad-line", "x-uuencode", "begin 644 cat.txt\n#0V%T\nnot a line at all\n#0V%T\n`\nend\n", b"CatCat",
        "badUuencoding", differs="files")

odd("uu-in-text", mail("", "Hello.\n\n" + UU + "\nBye.\n"), "uuencodedInText",
    text="Hello.\n\n\nBye.", files=[file("cat.txt", "application/octet-stream", "Cat", True)],
    # Python does not look into texts.
    differs="text files")
odd("uu-two-in-text", mail("", UU + UU.replace("cat", "dog").replace("#0V%T", "#1&]G")), "uuencodedInText",
    text="", files=[file("cat.txt", "application/octet-stream", "Cat", True),
                    file("dog.txt", "application/octet-stream", "Dog", True)], differs="text files")
odd("uu-in-text-without-end", mail("", "Hello.\nbegin 644 cat.txt\n#0V%T\n"), "uuencodedInText badUuencoding",
    text="Hello.", files=[file("cat.txt", "application/octet-stream", "Cat", True)], differs="text files")
odd("uu-in-text-broken-off", mail("", "begin 644 cat.txt\n#0V%T\nand then the rest of my letter goes on\n"),
    "uuencodedInText badUuencoding", text="and then the rest of my letter goes on",
    files=[file("cat.txt", "application/octet-stream", "Cat", True)], differs="text files")
odd("uu-only-looks-so", mail("", "begin 644 times and then give up\nis what I said.\n"),
    text="begin 644 times and then give up\nis what I said.")
odd("uu-in-base64-text", mail("Content-Transfer-Encoding: base64\n", base64_lines("Hello.\n" + UU)),
    "uuencodedInText", text="Hello.", files=[file("cat.txt", "application/octet-stream", "Cat", True)],
    differs="text files")
