"""What can be odd about texts: their character sets, their lines."""

from form import *


def text(name, charset, content, expected, quirks="", differs="", encoding="8bit"):
    parameter = f"; charset={charset}" if charset else ""
    odd("text-" + name, mail(f"Content-Type: text/plain{parameter}\nContent-Transfer-Encoding: {encoding}\n",
                             raw(content) + b"\r\n"), quirks, differs, text=expected)


text("utf8", "utf-8", "Zoë €", "Zoë €")
text("utf8-without-hyphen", "utf8", "Zoë €", "Zoë €")
text("utf8-quoted", '"utf-8"', "Zoë €", "Zoë €")
text("utf8-with-mark", "utf-8", b"\xef\xbb\xbfZo\xc3\xab", "Zoë")
text("utf8-broken", "utf-8", b"Zo\xeb is", "Zo\ufffd is", "malformedText")
text("utf8-overlong", "utf-8", b"a\xc0\xafb", "a\ufffd\ufffdb", "malformedText")
text("utf8-surrogate", "utf-8", b"a\xed\xa0\x80b", "a\ufffd\ufffd\ufffdb", "malformedText")
text("utf8-cut-off", "utf-8", b"a\xe2\x82", "a\ufffd", "malformedText")
text("none-but-utf8", None, "Zoë", "Zoë", "bytesBeyondASCII", differs="text")
text("none-and-not-utf8", None, b"Zo\xeb", "Zoë", "bytesBeyondASCII", differs="text")
text("ascii-but-utf8", "us-ascii", "Zoë", "Zoë", "bytesBeyondASCII", differs="text")
text("ascii-but-windows", "us-ascii", b"\x93Zo\xeb\x94", "“Zoë”", "bytesBeyondASCII", differs="text")
text("latin1", "iso-8859-1", b"Zo\xeb", "Zoë")
text("latin1-but-windows", "iso-8859-1", b"\x93Zo\xeb\x94 \x80", "“Zoë” €", "mislabelledLatin1",
     differs="text")
text("latin1-underscores", "ISO_8859-1:1987", b"Zo\xeb", "Zoë")
text("latin2", "iso-8859-2", b"\xa3\xf3d\xbc", "Łódź")
text("cyrillic", "iso-8859-5", b"\xbf\xe0\xd8\xd2\xd5\xe2", "Привет")
text("greek", "iso-8859-7", b"\xc3\xe5\xe9\xdc", "Γειά")
text("hebrew", "iso-8859-8-i", b"\xf9\xec\xe5\xed", "שלום",
     # Python does not know the label.
     differs="text")
text("latin5", "iso-8859-9", b"\xddzmir", "İzmir")
text("latin9", "iso-8859-15", b"\xa4", "€")
text("windows-1250", "windows-1250", b"\x8e", "Ž")
text("windows-1251", "windows-1251", b"\xcf\xf0\xe8\xe2\xe5\xf2", "Привет")
text("windows-1252", "windows-1252", b"\x80\x92", "€’")
# 0x81 is no character there.
text("windows-1252-hole", "windows-1252", b"a\x81b", "a\ufffdb", "malformedText")
text("windows-1256", "windows-1256", b"\xd3\xe1\xc7\xe3", "سلام")
text("windows-by-short-name", "cp1252", b"\x80", "€")
text("koi8-r", "koi8-r", b"\xf0\xd2\xc9\xd7\xc5\xd4", "Привет")
text("koi8-u", "koi8-u", b"\xa7", "ї")
text("thai", "tis-620", b"\xca\xc7\xd1\xca\xb4\xd5", "สวัสดี")
text("macintosh", "macintosh", b"Zo\x91", "Zoë")
text("ibm437", "ibm437", b"Zo\x89", "Zoë")
text("gb2312", "gb2312", b"\xc4\xe3\xba\xc3", "你好")
# Labelled with the small set, written with the large one. Python keeps to the label.
text("gbk-as-gb2312", "gb2312", b"\x96\x7c", "東", differs="text")
text("gb18030", "gb18030", b"\x81\x39\xef\x30", "㐁")
text("gb-broken", "gb18030", b"a\xff!", "a\ufffd!", "malformedText")
text("gb-cut-off", "gb18030", b"a\xc4", "a\ufffd", "malformedText")
text("big5", "big5", b"\xa7A\xa6n", "你好")
text("shift-jis", "shift_jis", b"\x93\xfa\x96{", "日本")
# The circled one of Windows, in mail that says Shift JIS. Python keeps to the standard.
text("shift-jis-of-windows", "shift_jis", b"\x87@", "①", differs="text")
text("euc-jp", "euc-jp", b"\xc6\xfc\xcb\xdc", "日本")
text("iso-2022-jp", "iso-2022-jp", b"\x1b$BF|K\\\x1b(B", "日本", encoding="7bit")
text("iso-2022-jp-left-open", "iso-2022-jp", b"\x1b$BF|K\\", "日本", encoding="7bit")
text("iso-2022-jp-with-8-bits", "iso-2022-jp", b"a\xe9b", "a\ufffdb", "malformedText")
text("euc-kr", "euc-kr", b"\xc7\xd1\xb1\xdb", "한글")
text("euc-kr-of-windows", "ks_c_5601-1987", b"\x8cc", "똠",
     differs="text")
text("utf-7", "utf-7", "Zo+AOs- +- a", "Zoë + a", encoding="7bit")
text("utf-7-left-open", "utf-7", "Zo+AOs", "Zoë", encoding="7bit")
text("utf-7-broken", "utf-7", "a+2AA-b", "a\ufffdb", "malformedText", encoding="7bit",
     # Python lets half a pair through.
     differs="text")
text("unknown-set", "x-martian", "Zoë", "Zoë", "unknownCharacterSet", differs="text")
text("unknown-set-not-utf8", "x-martian", b"Zo\xeb", "Zoë", "unknownCharacterSet", differs="text")
text("unknown-8bit", "unknown-8bit", b"Zo\xeb", "Zoë", "unknownCharacterSet", differs="text")
text("set-that-is-dangerous", "ISO-2022-CN-EXT", b"a", "a", "unknownCharacterSet", differs="text")
text("set-with-a-slash", "utf-8//TRANSLIT", b"a", "a", "unknownCharacterSet", differs="text")
text("set-empty", '""', b"a", "a",
     # Python fails.
     differs="text")

for name, label, codec in [("", "utf-16", "utf-16"), ("-big", "utf-16be", "utf-16-be"),
                           ("-little", "utf-16le", "utf-16-le")]:
    odd("text-utf-16" + name, mail(f"Content-Type: text/plain; charset={label}\n"
                                   "Content-Transfer-Encoding: base64\n",
                                   base64_lines("Zoë 🙂\r\nis\r\n".encode(codec))), text="Zoë 🙂\nis")
odd("text-utf-16-odd", mail("Content-Type: text/plain; charset=utf-16le\nContent-Transfer-Encoding: base64\n",
                            base64_lines(b"a\0b\0c")), "malformedText", text="ab\ufffd")
odd("text-utf-16-surrogate", mail("Content-Type: text/plain; charset=utf-16le\nContent-Transfer-Encoding: base64\n",
                                  base64_lines(b"a\0\x00\xd8b\0")), "malformedText", text="a\ufffdb")
odd("text-utf-16-as-utf-8", mail("Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n",
                                 base64_lines(b"a\0b\0")), "nulCharacters", text="a\ufffdb\ufffd")
odd("text-8-bits-undeclared", mail("Content-Type: text/plain; charset=utf-8\n", "Zoë\n"), "eightBitUndeclared",
    text="Zoë")
odd("text-qp", mail("Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n",
                    "Zo=C3=AB =E2=82=\n=AC\n"), text="Zoë €")
odd("text-qp-bare-line-ends", mail("Content-Type: text/plain\nContent-Transfer-Encoding: quoted-printable\n",
                                   "a=0Ab=0D=0Ac=0Dd\n"), text="a\nb\nc\nd")


def flowed(name, body, expected, parameters="", quirks="", differs="text"):
    # Python leaves the lines as they are.
    odd("flowed-" + name, mail(f"Content-Type: text/plain; format=flowed{parameters}\n", body), quirks,
        differs, text=expected)


flowed("usual", "One two \nthree.\nFour.\n", "One two three.\nFour.")
flowed("capitals", "One \ntwo.\n", "One two.", "; DELSP=NO")
flowed("spaces-deleted", "One \ntwo.\n", "Onetwo.", "; delsp=yes")
flowed("stuffed", " From here.\n >not quoted\n  two\n", "From here.\n>not quoted\n two")
flowed("quoted", "> One \n> two.\n>> Three \n>> four.\nFive.\n", "> One two.\n>> Three four.\nFive.")
flowed("depth-changes", "> One \nTwo.\n", "> One \nTwo.", differs="")
flowed("signature", "One \n-- \nAnn\n", "One \n-- \nAnn", differs="")
flowed("quoted-without-blank", ">One \n>two.\n", "> One two.")
flowed("blank-lines", "One. \n\nTwo.\n", "One. \nTwo.")
flowed("never-ends", "One \ntwo \n", "One two")
odd("fixed", mail("Content-Type: text/plain; format=fixed\n", "One \ntwo.\n"), text="One \ntwo.")
