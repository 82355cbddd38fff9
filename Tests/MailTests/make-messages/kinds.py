"""What is no text: forwarded messages, signatures, what only others can read."""

from form import *
from parts import multi

INNER = """From: Cy <cy@example.org>
To: Ann <ann@example.org>
Date: Thu, 1 Feb 2024 09:00:00 +0000
Subject: inner

The inner text.
"""
CY = dict(sender="Cy <cy@example.org>", to="Ann <ann@example.org>", date=at(2024, 2, 1, 9, 0),
          subject="inner", text="The inner text.")


def held(text, kind="message/rfc822", name=None, inline=True):
    return file(name, kind, text, inline)


odd("forwarded", multi("--b\n\nHello.\n--b\nContent-Type: message/rfc822\n\n" + INNER + "\n--b--\n"),
    files=[held(INNER)], forwarded=[message(**CY)])
odd("forwarded-as-file", multi("--b\n\nHello.\n--b\nContent-Type: message/rfc822\n"
                               "Content-Disposition: attachment; filename=mail.eml\n\n" + INNER + "\n--b--\n"),
    files=[held(INNER, name="mail.eml", inline=False)], forwarded=[message(**CY)])
odd("forwarded-alone", mail("Content-Type: message/rfc822\n", INNER), text="", files=[held(INNER)],
    forwarded=[message(**CY)])
odd("forwarded-two", multi("--b\nContent-Type: message/rfc822\n\n" + INNER + "\n--b\n"
                           "Content-Type: message/rfc822\n\n" + INNER + "\n--b--\n"), text="",
    files=[held(INNER), held(INNER)], forwarded=[message(**CY), message(**CY)])
odd("forwarded-in-forwarded", mail("Content-Type: message/rfc822\n",
                                   "From: Dee <dee@example.org>\nContent-Type: message/rfc822\n\n" + INNER),
    "noDate", text="",
    files=[held("From: Dee <dee@example.org>\nContent-Type: message/rfc822\n\n" + INNER)],
    forwarded=[message("Dee <dee@example.org>", to=None, date=None, subject=None, text="",
                       files=[held(INNER)], forwarded=[message(**CY)], quirks="noDate")])
odd("forwarded-with-parts", multi(
    "--b\nContent-Type: message/rfc822\n\nFrom: Cy <cy@example.org>\nContent-Type: multipart/mixed; boundary=c\n\n"
    "--c\n\nInner.\n--c\nContent-Type: x/y\n\nabc\n--c--\n\n--b\n\nHello.\n--b--\n"), "noDate",
    files=[held("From: Cy <cy@example.org>\nContent-Type: multipart/mixed; boundary=c\n\n"
                "--c\n\nInner.\n--c\nContent-Type: x/y\n\nabc\n--c--\n")],
    forwarded=[message("Cy <cy@example.org>", to=None, date=None, subject=None, text="Inner.",
                       files=[file(None, "x/y", "abc", True)], quirks="noDate")])
# Its own quirks are told apart; all of them are the outer's too.
odd("forwarded-odd", multi("--b\n\nHello.\n--b\nContent-Type: message/rfc822\n\nSubject: inner\nSubject: again\n\n"
                           "abc\n--b--\n"), "noFrom noDate repeatedField",
    files=[held("Subject: inner\nSubject: again\n\nabc")],
    forwarded=[message(None, to=None, date=None, subject="inner", text="abc",
                       quirks="noFrom noDate repeatedField")])
odd("forwarded-cut-off", multi("--b\nContent-Type: message/rfc822\n\nFrom: Cy <cy@example.org>\n--b--\n"),
    "headerUnterminated noDate", text="", files=[held("From: Cy <cy@example.org>")],
    forwarded=[message("Cy <cy@example.org>", to=None, date=None, subject=None, text="",
                       quirks="headerUnterminated noDate")])
odd("forwarded-empty", multi("--b\nContent-Type: message/rfc822\n\n--b--\n"),
    "headerUnterminated noHeader noFrom noDate", text="", files=[held("")],
    forwarded=[message(None, to=None, date=None, subject=None, text="",
                       quirks="headerUnterminated noHeader noFrom noDate")])
# RFC 2046, 5.2.1: it may not be, but it is. Python leaves it unread.
odd("forwarded-in-base64", mail("Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n",
                                base64_lines(INNER)), "encodedMessage",
    text="", files=[held(INNER)], forwarded=[message(**CY)])
odd("forwarded-in-qp", mail("Content-Type: message/rfc822\nContent-Transfer-Encoding: quoted-printable\n",
                            INNER.replace("Subject: inner", "Subject: inn=65r")), "encodedMessage",
    text="", files=[held(INNER)], forwarded=[message(**CY)])
odd("forwarded-in-base64-odd", mail("Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n",
                                    base64_lines("Subject: inner\n\nabc")), "encodedMessage noFrom noDate",
    text="", files=[held("Subject: inner\n\nabc")],
    forwarded=[message(None, to=None, date=None, subject="inner", text="abc", quirks="noFrom noDate")])
odd("forwarded-global", mail("Content-Type: message/global\n", INNER), text="",
    files=[held(INNER, "message/global")], forwarded=[message(**CY)],
    # Python does not know the type, and reads what is within as the message's own.
    differs="text files")


def chain(depth):
    head = "From: Cy <cy@example.org>\nDate: Thu, 1 Feb 2024 09:00:00 +0000\n"
    return (head + "Content-Type: message/rfc822\n\n") * depth + head + "\nDeep.\n"


def chained(depth, below):
    inner = chain(depth - 1) if depth else None
    one = dict(sender="Cy <cy@example.org>", to=None, date=at(2024, 2, 1, 9, 0), subject=None)
    if depth == 0:
        return message(text="Deep.", **one)
    if below == 0:
        return message(text="", files=[held(inner)], quirks="nestedTooDeeply", **one)
    return message(text="", files=[held(inner)], forwarded=[chained(depth - 1, below - 1)],
                   quirks="nestedTooDeeply" if depth > below else "", **one)


# The message itself is one, so that 32 can lie in it.
odd("forwarded-32-deep", mail("Content-Type: message/rfc822\n", chain(31)), text="", files=[held(chain(31))],
    forwarded=[chained(31, 31)])
odd("forwarded-33-deep", mail("Content-Type: message/rfc822\n", chain(32)), "nestedTooDeeply", text="",
    files=[held(chain(32))], forwarded=[chained(32, 31)])

odd("winmail", multi("--b\n\nHello.\n--b\nContent-Type: application/ms-tnef; name=winmail.dat\n"
                     "Content-Transfer-Encoding: base64\n\neJ8+Ig==\n--b--\n"), "tnef",
    files=[file("winmail.dat", "application/ms-tnef", b"\x78\x9f\x3e\x22", True)])
odd("winmail-by-name", multi("--b\n\nHello.\n--b\nContent-Type: application/octet-stream; name=WINMAIL.DAT\n\nabc\n--b--\n"),
    "tnef", files=[file("WINMAIL.DAT", "application/octet-stream", "abc", True)])
odd("pgp-signed", multi("--b\n\nHello.\n--b\nContent-Type: application/pgp-signature\n\nabc\n--b--\n", "signed"),
    "pgpSignature", files=[file(None, "application/pgp-signature", "abc", True)])
odd("pgp-message", multi("--b\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n"
                         "--b\nContent-Type: application/octet-stream\n\nabc\n--b--\n", "encrypted"), "pgpMessage", text="",
    files=[file(None, "application/pgp-encrypted", "Version: 1", True),
           file(None, "application/octet-stream", "abc", True)])
odd("pgp-message-in-text", mail("", "-----BEGIN PGP MESSAGE-----\n\nabc\n-----END PGP MESSAGE-----\n"), "pgpMessage",
    text="-----BEGIN PGP MESSAGE-----\n\nabc\n-----END PGP MESSAGE-----")
odd("pgp-signed-text", mail("", "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nabc\n"), "pgpSignature",
    text="-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nabc")
odd("smime-signed", multi("--b\n\nHello.\n--b\nContent-Type: application/pkcs7-signature; name=smime.p7s\n\nabc\n--b--\n",
                          "signed"), "smimeSignature",
    files=[file("smime.p7s", "application/pkcs7-signature", "abc", True)])
odd("smime-signed-old-type", multi("--b\n\nHello.\n--b\nContent-Type: application/x-pkcs7-signature\n\nabc\n--b--\n",
                                   "signed"), "smimeSignature",
    files=[file(None, "application/x-pkcs7-signature", "abc", True)])
odd("smime-message", mail("Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\n"
                          "Content-Transfer-Encoding: base64\n", "YWJj\n"), "smimeMessage", text="",
    files=[file("smime.p7m", "application/pkcs7-mime", "abc", True)])
odd("partial", mail("Content-Type: message/partial; id=x; number=1; total=2\n", "From: x\n\nabc\n"), "partialMessage",
    text="", files=[file(None, "message/partial", "From: x\n\nabc\n", True)], differs="text files")
odd("external-body", multi("--b\n\nHello.\n--b\nContent-Type: message/external-body; access-type=anon-ftp;\n"
                           " site=ftp.example; name=a.pdf\n\nContent-Type: application/pdf\n\n\n--b--\n"), "externalBody",
    files=[file("a.pdf", "message/external-body", "Content-Type: application/pdf\n\n", True)],
    # Python takes what describes the part for the part.
    differs="files")
odd("bounce", multi("--b\n\nNot delivered.\n--b\nContent-Type: message/delivery-status\n\nStatus: 5.0.0\n"
                    "--b\nContent-Type: text/rfc822-headers\n\nSubject: x\n--b--\n", "report"), text="Not delivered.",
    files=[file(None, "message/delivery-status", "Status: 5.0.0", True),
           file(None, "text/rfc822-headers", "Subject: x", True)],
    # Python makes messages of what is said about each recipient.
    differs="files")
