"""What can be odd about the names of files, and other parameters (RFC 2045, 2183, 2231)."""

from form import *


def attached(name, fields, filename, quirks="", differs="", kind="application/pdf"):
    header = ("Content-Type: application/pdf\n" if "Content-Type" not in fields else "") + fields
    odd("name-" + name, mail(raw(header) + b"\r\n", "PDF\n"), quirks, differs, text="",
        files=[file(filename, kind, "PDF\n")])


DISPOSITION = "Content-Disposition: attachment; "
attached("quoted", DISPOSITION + 'filename="a b.pdf"', "a b.pdf")
attached("token", DISPOSITION + "filename=ab.pdf", "ab.pdf")
attached("none", "Content-Disposition: attachment", None)
attached("in-type-only", "Content-Type: application/pdf; name=ab.pdf\nContent-Disposition: attachment",
         "ab.pdf")
attached("in-both", "Content-Type: application/pdf; name=one.pdf\n" + DISPOSITION + "filename=two.pdf",
         "two.pdf")
attached("charset", DISPOSITION + "filename*=utf-8''caf%C3%A9.pdf", "café.pdf")
attached("charset-latin1", DISPOSITION + "filename*=iso-8859-1'fr'caf%E9.pdf", "café.pdf")
# RFC 6266, 4.3: the form with a character set counts. Python takes the first.
attached("charset-and-plain", DISPOSITION + "filename=plain.pdf; filename*=utf-8''caf%C3%A9.pdf",
         "café.pdf", differs="files")
attached("charset-empty", DISPOSITION + "filename*=''plain.pdf", "plain.pdf")
attached("charset-missing", DISPOSITION + "filename*=plain.pdf", "plain.pdf", "malformedParameter")
# Python takes it for ISO 8859-1.
attached("charset-unknown", DISPOSITION + "filename*=x-martian''caf%C3%A9.pdf", "café.pdf",
         "unknownCharacterSet", differs="files")
attached("charset-quoted", DISPOSITION + "filename*=\"utf-8''caf%C3%A9.pdf\"", "café.pdf")
attached("bad-percent", DISPOSITION + "filename*=utf-8''100%ZZ.pdf", "100%ZZ.pdf", "badPercentEncoding")
attached("percent-at-end", DISPOSITION + "filename*=utf-8''100%", "100%", "badPercentEncoding")
attached("percent-without-star", DISPOSITION + "filename=caf%C3%A9.pdf", "caf%C3%A9.pdf")
attached("continued", DISPOSITION + 'filename*0="one-";\n filename*1="two.pdf"', "one-two.pdf")
attached("continued-in-disorder", DISPOSITION + 'filename*1="two.pdf";\n filename*0="one-"',
         "one-two.pdf")
attached("continued-charset", DISPOSITION + "filename*0*=utf-8''caf%C3;\n filename*1*=%A9;\n filename*2=.pdf",
         "café.pdf")
attached("continued-with-gap", DISPOSITION + 'filename*0="one-";\n filename*2="three.pdf"',
         "one-three.pdf", "brokenContinuation")
attached("continued-without-first", DISPOSITION + 'filename*1="two";\n filename*2=".pdf"', "two.pdf",
         "brokenContinuation")
attached("continued-twice", DISPOSITION + 'filename*0="one";\n filename*0="uno";\n filename*1=".pdf"',
         "one.pdf", "repeatedParameter", differs="files")
attached("twice", DISPOSITION + "filename=one.pdf; filename=two.pdf", "one.pdf", "repeatedParameter")
attached("encoded-word", DISPOSITION + 'filename="=?utf-8?Q?caf=C3=A9.pdf?="', "café.pdf",
         "misplacedEncodedWord")
attached("encoded-words", DISPOSITION + 'filename="=?utf-8?Q?caf=C3?=\n =?utf-8?Q?=A9.pdf?="',
         "café.pdf", "misplacedEncodedWord")
attached("encoded-word-unquoted", DISPOSITION + "filename==?utf-8?Q?caf=C3=A9.pdf?=", "café.pdf",
         "misplacedEncodedWord")
attached("raw-utf8", DISPOSITION + 'filename="café.pdf"', "café.pdf", "headerNotASCII",
         # Python puts U+FFFD for each byte.
         differs="files")
odd("name-raw-windows-1252",
    mail(b'Content-Type: application/pdf\r\nContent-Disposition: attachment; filename="caf\xe9.pdf"\r\n',
         "PDF\n"), "headerNotUTF8", text="", files=[file("café.pdf", "application/pdf", "PDF\n")],
    differs="files")
attached("blanks-unquoted", DISPOSITION + "filename=my own file.pdf", "my own file.pdf",
         "malformedParameter")
attached("no-semicolon", "Content-Disposition: attachment filename=ab.pdf", "ab.pdf",
         "malformedParameter", differs="files")
attached("no-semicolon-between", DISPOSITION + "filename=ab.pdf size=3", "ab.pdf",
         "malformedParameter", differs="files")
attached("semicolon-in-quotes", DISPOSITION + 'filename="a;b.pdf"', "a;b.pdf")
attached("blanks-around-equals", DISPOSITION + "filename = ab.pdf", "ab.pdf")
attached("quotes-escaped", DISPOSITION + r'filename="a\"b.pdf"', 'a"b.pdf')
# As Windows programs write it: not an escape.
attached("backslashes", DISPOSITION + r'filename="C:\temp\ab.pdf"', r"C:\temp\ab.pdf")
attached("climbing", DISPOSITION + 'filename="../../etc/passwd"', "../../etc/passwd")
attached("control-characters", DISPOSITION + 'filename="a\x1b[2Jb.pdf"', "a\x1b[2Jb.pdf",
         "controlCharactersInHeader")
attached("right-to-left", DISPOSITION + "filename*=utf-8''a%E2%80%AEfdp.exe", "a\u202efdp.exe")
attached("empty", DISPOSITION + 'filename=""', "")
attached("very-long", DISPOSITION + 'filename="' + "n" * 900 + '"', "n" * 900)
attached("quote-without-end", DISPOSITION + 'filename="ab.pdf', "ab.pdf", "unterminatedQuote",
         differs="files")
attached("junk-after-quotes", DISPOSITION + 'filename="ab.pdf"junk', "ab.pdf", "malformedParameter",
         differs="files")
attached("parameter-without-value", DISPOSITION + "strange; filename=ab.pdf", "ab.pdf",
         "malformedParameter")
attached("semicolons-in-a-row", DISPOSITION + ";; filename=ab.pdf;", "ab.pdf")
attached("comment", "Content-Disposition: attachment (as a file); filename=ab.pdf (it is)", "ab.pdf",
         # Python knows no comments here.
         differs="files")
attached("capitals", 'CONTENT-DISPOSITION: ATTACHMENT; FILENAME="ab.pdf"', "ab.pdf")
attached("unknown-disposition", "Content-Disposition: elsewhere; filename=ab.pdf", "ab.pdf")

odd("type-unreadable", mail("Content-Type: text\n"), "unreadableContentType")
odd("type-empty", mail("Content-Type:\n"), "unreadableContentType")
odd("type-of-three-words", mail("Content-Type: text/plain/odd\n"), "unreadableContentType")
odd("type-unreadable-of-file", mail("Content-Type: pdf\nContent-Disposition: attachment; filename=ab.pdf\n",
                                    "PDF\n"), "unreadableContentType", text="",
    # RFC 2045, 5.2: what cannot be read is text; but this is said to be a file.
    files=[file("ab.pdf", "application/octet-stream", "PDF\n")], differs="files")
odd("type-in-capitals", mail("Content-Type: TEXT/PLAIN; CHARSET=UTF-8\n"))
odd("type-with-comment", mail("Content-Type: text/plain (really); charset=utf-8 (yes)\n", "café\n"),
    "eightBitUndeclared", text="café", differs="text files")
odd("type-without-semicolon", mail("Content-Type: text/plain charset=utf-8\nContent-Transfer-Encoding: 8bit\n",
                                   "café\n"), "malformedParameter", text="café", differs="text files")
odd("text-as-file", mail("Content-Type: text/plain\nContent-Disposition: attachment; filename=a.txt\n"),
    text="", files=[file("a.txt", "text/plain", "Hello.\n")])
odd("named-text-alone", mail("Content-Type: text/plain; name=a.txt\n"),
    # A message that is nothing but text is read, whatever name it has.
    text="Hello.")
odd("unknown-text", mail("Content-Type: text/x-diff\n", "-a\n+b\n"), text="",
    files=[file(None, "text/x-diff", "-a\n+b\n", True)])
