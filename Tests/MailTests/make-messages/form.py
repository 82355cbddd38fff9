"""How an odd message and what is to be read from it are written down.

What is to be read was worked out from the standards, not copied from the program: every message is
also read by Python's own `email`, and where that reads something else, `differs` names the field
and the comment above says why.
"""

import base64
import calendar
import zlib

ANN = "Ann <ann@example.org>"
BO = "Bo <bo@example.org>"
DEFAULTS = {
    "from": f"From: {ANN}\n",
    "to": f"To: {BO}\n",
    "date": "Date: Fri, 2 Feb 2024 10:00:00 +0100\n",
    "subject": "Subject: odd\n",
}
MESSAGES = {}


def raw(text):
    """Bytes as they are, or text in UTF-8 with CR LF at the ends of its lines."""
    return text if isinstance(text, bytes) else text.replace("\n", "\r\n").encode()


def mail(header="", body="Hello.\n", without=()):
    """A message with the usual header, but for the fields of `header` and those `without`."""
    given = raw(header)
    named = {line.split(b":")[0].strip().lower().decode("latin-1") for line in given.split(b"\r\n")}
    usual = [line for name, line in DEFAULTS.items() if name not in named and name not in without]
    return raw("".join(usual)) + given + b"\r\n" + raw(body)


def at(year, month, day, hour, minute, second=0, zone="+0000"):
    """A moment by the clock of `zone`; `?` is a zone that is not told."""
    seconds = calendar.timegm((year, month, day, hour, minute, second))
    if zone != "?":
        sign = -1 if zone[0] == "-" else 1
        seconds -= sign * (int(zone[1:3]) * 3600 + int(zone[3:5]) * 60)
    return f"{seconds} {zone}"


USUAL_DATE = at(2024, 2, 2, 10, 0, zone="+0100")


def file(name, kind, content, inline=False):
    """A file that is to come out: its name, type and bytes."""
    return (name, kind, raw(content), inline)


def message(sender=ANN, to=BO, cc=(), reply=(), date=USUAL_DATE, subject="odd", identifier=None,
            text="Hello.", files=(), forwarded=(), quirks="", by=None):
    """What is to be read from one message."""
    def several(people):
        return (people,) if isinstance(people, str) else tuple(people or ())
    return dict(sender=several(sender), to=several(to), cc=several(cc), reply=several(reply),
                date=date, subject=subject, identifier=identifier, text=text, files=tuple(files),
                forwarded=tuple(forwarded), quirks=quirks.split(), by=by)


def odd(name, content, quirks="", differs="", **expected):
    """Puts a message into the collection."""
    assert name not in MESSAGES, name
    MESSAGES[name] = (raw(content), message(quirks=quirks, **expected), differs.split())


def base64_lines(content):
    return base64.encodebytes(raw(content)).decode()


def escaped(text):
    """One line, with everything below a blank and backslashes written out."""
    out = ""
    for character in text:
        if character == "\n":
            out += "\\n"
        elif character == "\\":
            out += "\\\\"
        elif ord(character) < 32 or ord(character) == 127:
            out += f"\\u{{{ord(character):X}}}"
        else:
            out += character
    return out


def lines(expected, indent=""):
    """The expectation as its file has it."""
    out = []

    def line(key, value):
        out.append(f"{indent}{key}: {escaped(value)}".rstrip())

    for key in ("sender", "to", "cc", "reply"):
        for mailbox in expected[key]:
            line("from" if key == "sender" else key, mailbox)
    if expected["by"]:
        line("by", expected["by"])
    if expected["date"]:
        line("date", expected["date"])
    if expected["subject"] is not None:
        line("subject", expected["subject"])
    if expected["identifier"]:
        line("id", expected["identifier"])
    line("text", expected["text"])
    for name, kind, content, inline in expected["files"]:
        place = "inline" if inline else "attached"
        check = f"{zlib.crc32(content):08x}"
        line("file", f"{kind} {place} {len(content)} {check} {'-' if name is None else '= ' + name}")
    for inner in expected["forwarded"]:
        out.append(f"{indent}forwarded:")
        out += lines(inner, indent + "  ")
    line("quirks", " ".join(sorted(expected["quirks"])))
    return out
