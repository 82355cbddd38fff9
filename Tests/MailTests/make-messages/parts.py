"""What can be odd about the parts of a message (RFC 2046)."""

from form import *

PNG = b"\x89PNG\r\n\x1a\n not really"


def multi(body, kind="mixed", parameters="; boundary=b", extra=""):
    return mail(f"MIME-Version: 1.0\n{extra}Content-Type: multipart/{kind}{parameters}\n", body)


IMAGE = f"""--b
Content-Type: image/png; name=a.png
Content-Disposition: inline
Content-Transfer-Encoding: base64

{base64_lines(PNG)}"""
PICTURE = file("a.png", "image/png", PNG, True)

odd("parts-usual", multi("--b\n\nHello.\n" + IMAGE + "--b--\n"), files=[PICTURE])
odd("parts-boundary-quoted", multi("--a b\n\nHello.\n--a b--\n", parameters='; boundary="a b"'))
odd("parts-boundary-continued",
    multi("--ab\n\nHello.\n--ab--\n", parameters=';\n boundary*0="a";\n boundary*1="b"'))
odd("parts-usual-preamble", multi("This is a multi-part message in MIME format.\n--b\n\nHello.\n--b--\n"))
odd("parts-odd-preamble", multi("Nobody will see this.\n--b\n\nHello.\n--b--\n"), "textBeforeFirstPart")
odd("parts-epilogue", multi("--b\n\nHello.\n--b--\nNobody will see this.\n"), "textAfterLastPart")
odd("parts-blank-epilogue", multi("--b\n\nHello.\n--b--\n\n  \n"))
odd("parts-blanks-after-boundary", multi("--b  \t\n\nHello.\n--b-- \n"))
odd("parts-boundary-goes-on", multi("--b\n\nHello.\n--bcd\nMore.\n--b--\n"), text="Hello.\n--bcd\nMore.")
odd("parts-boundary-within-line", multi("--b\n\nHello --b\n --b\n--b--\n"), text="Hello --b\n --b")
odd("parts-no-boundary", multi("--b\n\nHello.\n--b--\n", parameters=""), "missingBoundary",
    # Nobody can tell what the parts are: all of it is text.
    text="--b\n\nHello.\n--b--", differs="text files")
odd("parts-empty-boundary", multi("--\n\nHello.\n----\n", parameters='; boundary=""'), "missingBoundary",
    text="--\n\nHello.\n----", differs="text")
odd("parts-boundary-never", multi("--c\n\nHello.\n--c--\n"), "boundaryNotFound",
    text="--c\n\nHello.\n--c--", differs="text files")
# Python makes a file of a multipart without parts.
odd("parts-none", multi("--b--\n"), text="", differs="files")
odd("parts-body-empty", multi(""), "boundaryNotFound", text="", differs="files")
odd("parts-no-last-boundary", multi("--b\n\nHello.\n"), "unterminatedMultipart")
odd("parts-cut-in-base64", multi("--b\n\nHello.\n" + IMAGE[:-12]), "unterminatedMultipart oddBase64Length",
    files=[file("a.png", "image/png", PNG[:12], True)], differs="files")
odd("parts-cut-in-header", multi("--b\n\nHello.\n--b\nContent-Ty"), "unterminatedMultipart missingBlankLine",
    text="Hello.\n\nContent-Ty")
odd("parts-no-blank-line", multi("--b\nHello.\n--b--\n"), "missingBlankLine")
odd("parts-header-only", multi("--b\nContent-Type: text/plain\n--b--\n"), "headerUnterminated", text="")
odd("parts-empty-part", multi("--b\n\n--b\n\nHello.\n--b--\n"))
odd("parts-without-header-and-text", multi("--b\n--b\n\nHello.\n--b--\n"), "headerUnterminated")
odd("parts-two-texts", multi("--b\n\nOne.\n--b\n\nTwo.\n--b--\n"), text="One.\n\nTwo.")
odd("parts-line-end-belongs-to-boundary", multi("--b\nContent-Type: x/y\n\nabc\n\n--b--\n"), text="",
    files=[file(None, "x/y", "abc\n", True)])
odd("parts-line-feeds-only", multi("--b\nContent-Type: x/y\n\nabc\n--b\n\nHello.\n--b--\n").replace(b"\r", b""),
    files=[file(None, "x/y", "abc", True)])
odd("parts-in-parts", multi("--b\nContent-Type: multipart/mixed; boundary=c\n\n--c\n\nOne.\n--c--\n"
                            "--b\n\nTwo.\n--b--\n"), text="One.\n\nTwo.")
odd("parts-in-parts-not-ended", multi("--b\nContent-Type: multipart/mixed; boundary=c\n\n--c\n\nOne.\n"
                                      "--b\n\nTwo.\n--b--\n"), "unterminatedMultipart",
    text="One.\n\nTwo.")
odd("parts-in-parts-never-begun", multi("--b\nContent-Type: multipart/mixed; boundary=c\n\nOne.\n"
                                        "--b\n\nTwo.\n--b--\n"), "boundaryNotFound",
    text="One.\n\nTwo.", differs="text files")
# The inner takes the boundary; Python gives it to the outer.
odd("parts-same-boundary-twice", multi("--b\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nOne.\n--b--\n"
                                       "--b\n\nTwo.\n--b--\n"), "repeatedBoundary",
    text="One.\n\nTwo.", differs="text files")
odd("parts-boundary-begins-another", multi("--b\nContent-Type: multipart/mixed; boundary=bb\n\n--bb\n\nOne.\n--bb--\n"
                                           "--b\n\nTwo.\n--b--\n"), text="One.\n\nTwo.")
odd("parts-multipart-encoded", multi("--b\n\nHello.\n--b--\n", extra="Content-Transfer-Encoding: base64\n"),
    "encodedMultipart")
odd("parts-multipart-8bit", multi("--b\n\nHello.\n--b--\n", extra="Content-Transfer-Encoding: 8bit\n"))
odd("parts-unknown-multipart", multi("--b\n\nHello.\n--b--\n", kind="strange"))

ALTERNATIVES = """--b
Content-Type: text/plain

Plain.
--b
Content-Type: text/html

<p>Marked up.</p>
--b--
"""
odd("alternative-usual", multi(ALTERNATIVES, "alternative"), text="Plain.")
odd("alternative-html-first", multi("--b\nContent-Type: text/html\n\n<p>Marked up.</p>\n--b\n\nPlain.\n--b--\n",
                                    "alternative"), text="Plain.")
# Programs that send HTML sometimes leave the plain text blank.
odd("alternative-blank-plain", multi(ALTERNATIVES.replace("Plain.", "  "), "alternative"),
    "blankPlainText onlyHTML", text="Marked up.", differs="text")
odd("alternative-html-only", multi("--b\nContent-Type: text/html\n\n<p>Marked up.</p>\n--b--\n", "alternative"),
    "onlyHTML", text="Marked up.", differs="text")
odd("alternative-with-calendar", multi(ALTERNATIVES.replace(
    "--b--", "--b\nContent-Type: text/calendar\n\nBEGIN:VCALENDAR\n--b--"), "alternative"), text="Plain.",
    files=[file(None, "text/calendar", "BEGIN:VCALENDAR", True)])
odd("alternative-with-image-in-html", multi(
    "--b\n\nPlain.\n--b\nContent-Type: multipart/related; boundary=c\n\n"
    "--c\nContent-Type: text/html\n\n<img src=cid:1>\n" + IMAGE.replace("--b", "--c") + "--c--\n--b--\n",
    "alternative"), text="Plain.", files=[PICTURE])
odd("alternative-with-file-in-plain", multi(
    "--b\nContent-Type: multipart/mixed; boundary=c\n\n--c\n\nPlain.\n" + IMAGE.replace("--b", "--c") +
    "--c--\n--b\nContent-Type: text/html\n\n<p>Marked up.</p>\n--b--\n",
    "alternative"), text="Plain.", files=[PICTURE])
odd("alternative-two-plain", multi("--b\n\nOne.\n--b\n\nTwo.\n--b--\n", "alternative"),
    # RFC 2046, 5.1.4: the last is the best. Python's check takes both.
    text="Two.", differs="text")
odd("alternative-nothing-to-read", multi(IMAGE + "--b--\n", "alternative"), text="", files=[PICTURE])
odd("related", multi("--b\nContent-Type: text/html\n\n<p>Marked up.</p>\n" + IMAGE + "--b--\n", "related"),
    "onlyHTML", text="Marked up.", files=[PICTURE], differs="text")
odd("related-two-texts", multi("--b\nContent-Type: text/plain\n\nHello.\n--b\nContent-Type: text/html\n\n"
                               "<b>frame</b>\n--b--\n", "related"),
    # What is related to the first is not read one after the other.
    files=[file(None, "text/html", "<b>frame</b>", True)], differs="files")
odd("mixed-plain-and-html", multi("--b\n\nHello.\n--b\nContent-Type: text/html\n\n<p>A footer.</p>\n--b--\n"),
    "onlyHTML", text="Hello.\n\nA footer.", differs="text")
odd("text-part-with-name", multi("--b\n\nHello.\n--b\nContent-Type: text/plain; name=a.txt\n\nFile.\n--b--\n"),
    files=[file("a.txt", "text/plain", "File.", True)])
odd("digest", multi("--b\n\nFrom: Cy <cy@example.org>\nDate: Fri, 2 Feb 2024 10:00:00 +0100\nSubject: inner\n\nOne.\n"
                    "--b--\n", "digest"), text="",
    # RFC 2046, 5.1.5: parts of a digest are messages when they do not say what they are.
    files=[file(None, "message/rfc822", "From: Cy <cy@example.org>\nDate: Fri, 2 Feb 2024 10:00:00 +0100\n"
                "Subject: inner\n\nOne.", True)],
    forwarded=[message("Cy <cy@example.org>", to=None, subject="inner", text="One.")])


def nested(depth):
    opening = "".join(f"--b{n}\nContent-Type: multipart/mixed; boundary=b{n + 1}\n\n" for n in range(depth))
    return opening + f"--b{depth}\n\nDeep.\n" + "".join(f"--b{n}--\n" for n in range(depth, -1, -1))


# The message itself is one.
odd("parts-32-deep", multi(nested(31), parameters="; boundary=b0"), text="Deep.")
odd("parts-33-deep", multi(nested(32), parameters="; boundary=b0"), "nestedTooDeeply", text="",
    files=[file(None, "multipart/mixed", "--b32\n\nDeep.\n--b32--", True)], differs="files text")
odd("parts-1000", multi("".join("--b\n\na\n" for _ in range(1000)) + "--b--\n"), text="\n\n".join(["a"] * 1000))
odd("parts-1001", multi("".join("--b\n\na\n" for _ in range(1001)) + "--b--\n"), "tooManyParts",
    text="\n\n".join(["a"] * 1000), differs="text")
