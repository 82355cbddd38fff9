"""What Python's `email` reads from a message, to be held against what is expected."""

import email
import email.header
import email.policy
import email.utils
import re


def decoded(text):
    parts = email.header.decode_header(text)
    out = ""
    for part, charset in parts:
        if isinstance(part, str):
            out += part
        elif charset in (None, "unknown-8bit"):
            try:
                out += part.decode("utf-8")
            except UnicodeDecodeError:
                out += part.decode("cp1252", "replace")
        else:
            out += part.decode(charset, "replace")
    return re.sub(r"[\r\n]+[ \t]", " ", out).strip()


def whole(field):
    """The bytes of a field as UTF-8, or else as windows-1252."""
    content = field.encode("utf-8", "surrogateescape")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def value(message, name):
    found = message.get(name)
    return None if found is None else decoded(found)


def mailboxes(message, name):
    fields = [whole(re.sub(r"[\r\n]+", "", field))
              for key, field in message.raw_items() if key.lower() == name]
    out = []
    for person, address in email.utils.getaddresses(fields):
        if person or address:
            out.append(f"{decoded(person)} <{address}>".strip())
    return tuple(out)


def text_of(part):
    content = part.get_payload(decode=True) or b""
    charset = part.get_content_charset("us-ascii")
    text = content.decode(charset, "replace").lstrip("\ufeff")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd").rstrip()


def differences(content, expected):
    """The fields in which `email` and the expectation are not of one mind."""
    found = []

    def hold(key, read):
        try:
            value = read()
        except Exception as error:
            value = f"{type(error).__name__}: {error}"
        wanted = expected[key]
        if key == "date" and wanted is not None:
            # Python says UTC where a date does not say.
            wanted = wanted.replace("?", "+0000")
        if key == "files":
            # Python reads a forwarded message, and does not keep its bytes.
            wanted = tuple((name, kind, None if kind == "message/rfc822" else content, inline)
                           for name, kind, content, inline in wanted)
        if value != wanted:
            found.append((key, value))

    message = email.message_from_bytes(content, policy=email.policy.compat32)
    hold("sender", lambda: mailboxes(message, "from"))
    hold("to", lambda: mailboxes(message, "to"))
    hold("subject", lambda: value(message, "subject"))
    hold("date", lambda: date(message))
    hold("text", lambda: body(message))
    hold("files", lambda: tuple(files(message)))
    return found


def date(message):
    written = message.get("date")
    if written is None:
        return None
    parsed = email.utils.parsedate_tz(str(written))
    if parsed is None:
        return "unreadable"
    zone = parsed[9]
    seconds = email.utils.mktime_tz(parsed[:9] + (zone or 0,))
    sign = "-" if (zone or 0) < 0 else "+"
    return f"{seconds} {sign}{abs(zone or 0) // 3600:02}{abs(zone or 0) % 3600 // 60:02}"


def leaves(message):
    """The parts that hold bytes, and forwarded messages whole."""
    if message.get_content_type() == "message/rfc822" or not message.is_multipart():
        yield message
        return
    for part in message.get_payload():
        yield from leaves(part)


def is_text(part, message):
    if part.get_content_type() not in ("text/plain", "text/html"):
        return False
    if part.get_content_disposition() not in (None, "inline"):
        return False
    return part is message or not part.get_filename()


def body(message):
    parts = [part for part in leaves(message) if is_text(part, message)]
    plain = [part for part in parts if part.get_content_type() == "text/plain"]
    texts = [text_of(part) for part in plain or parts]
    return "\n\n".join(text for text in texts if text)


def files(message):
    for part in leaves(message):
        if is_text(part, message):
            continue
        name = part.get_filename()
        if part.get_content_type() == "message/rfc822":
            content = None
        else:
            content = part.get_payload(decode=True)
        disposition = part.get_content_disposition()
        yield (None if name is None else decoded(email.utils.collapse_rfc2231_value(name)),
               part.get_content_type(), content, disposition in (None, "inline"))
