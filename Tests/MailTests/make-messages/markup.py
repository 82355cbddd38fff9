"""What can be odd about HTML, when there is nothing else to read.

Python's `email` makes no text of HTML: it differs wherever there is any markup.
"""

from form import *


def page(name, html, expected, quirks="", charset="; charset=utf-8"):
    odd("html-" + name, mail(f"Content-Type: text/html{charset}\nContent-Transfer-Encoding: 8bit\n", raw(html)),
        "onlyHTML " + quirks, "" if raw(html).decode("latin-1").strip() == expected else "text", text=expected)


page("usual", "<html><body><p>One.</p>\n<p>Two <b>three</b>.</p></body></html>", "One.\n\nTwo three.")
page("without-tags", "Just text.", "Just text.")
page("blanks", "<p>One\n   two\t three</p>", "One two three")
page("break", "One<br>two<br/>three<BR>four<b>.</b>", "One\ntwo\nthree\nfour.")
page("two-breaks", "One<br><br>two", "One\n\ntwo")
page("divisions", "<div>One</div><div>two</div><div><div>three</div></div>", "One\ntwo\nthree")
page("headings", "<h1>Title</h1>Text", "Title\n\nText")
page("list", "<ul><li>One<li> two</li></ul>After", "* One\n* two\n\nAfter")
page("list-of-paragraphs", "<ul><li><p>One</p></li><li><p>two</p></li></ul>", "* One\n\n* two")
page("table", "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc")
page("rule", "One<hr>two", "One\n---\ntwo")
page("preformatted", "<pre>one\n  two\n\nthree</pre>", "one\n  two\n\nthree")
page("quotation", "<p>One</p><blockquote><p>two</p><p>three</p></blockquote>four", "One\n\n> two\n\n> three\n\nfour")
page("quotation-in-quotation", "<blockquote>one<blockquote>two</blockquote></blockquote>", "> one\n\n>> two")
page("script", "One<script>alert('<p>two</p>')</script>three", "Onethree")
page("script-with-tags", "a<script>if (a < b) document.write('</' + 'script>')</script>b", "ab")
page("style", "<style>p { color: red }</style><p>One</p>", "One")
page("title", "<head><title>No text</title></head><p>One</p>", "One")
page("comment", "One<!-- two <p> -->three", "Onethree")
page("comment-short", "One<!-->two", "Onetwo")
page("comment-of-outlook", "One<!--[if mso]><p>two</p><![endif]-->three", "Onethree")
page("comment-shown", "One<![if !mso]>two<![endif]>three", "Onetwothree")
page("doctype", '<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01//EN">One', "One")
page("processing", "<?xml version='1.0'?>One", "One")
page("link", '<a href="https://example.org/a">here</a> and', "here <https://example.org/a> and")
page("link-that-says-so", '<a href="https://example.org/">https://example.org/</a>', "https://example.org/")
# What a person sees and where it leads are two things: both must be said.
page("link-that-lies", '<a href="https://evil.example/">https://example.org/</a>',
     "https://example.org/ <https://evil.example/>")
page("link-mail", '<a href="mailto:ann@example.org">ann@example.org</a>', "ann@example.org")
page("link-mail-to-another", '<a href="mailto:mal@example.net">ann@example.org</a>',
     "ann@example.org <mailto:mal@example.net>")
page("link-within-page", '<a href="#top">up</a>', "up")
page("link-empty", '<a href="https://example.org/"></a>', "<https://example.org/>")
page("link-not-ended", '<a href="https://example.org/">here', "here <https://example.org/>")
page("link-in-link", '<a href="https://one.example/">one<a href="https://two.example/">two</a>',
     "one <https://one.example/>two <https://two.example/>")
page("link-with-references", '<a href="https://example.org/?a=1&amp;b=2&copy=3">here</a>',
     "here <https://example.org/?a=1&b=2&copy=3>")
page("link-unquoted", "<a href=https://example.org/a>here</a>", "here <https://example.org/a>")
page("link-with-line-ends", '<a href=" https://exam\nple.org/ ">here</a>', "here <https://example.org/>")
page("link-script", '<a href="javascript:alert(1)">here</a>', "here <javascript:alert(1)>")
page("image", '<img src="cid:1" alt="A cat">and text', "[A cat]and text")
page("image-without-text", '<img src="https://example.org/pixel.gif">Text', "Text")
page("references", "&lt;b&gt; &amp; &quot;x&quot; &eacute; &euro; &#233; &#xE9;", '<b> & "x" é € é é')
page("references-of-windows", "&#147;x&#148; &#x80;", "“x” €")
page("references-without-semicolon", "&lt b &copy 1 &eacutex &ampx", "< b © 1 &eacutex &ampx")
page("references-unknown", "&nonsense; &; &#; &#x; & a&b", "&nonsense; &; &#; &#x; & a&b")
page("references-out-of-range", "&#0; &#x110000; &#xD800; &#99999999999999999999;",
     "\ufffd \ufffd \ufffd \ufffd")
page("references-of-line-ends", "a&#13;b&#10;c&#9;d", "a\nb\nc\td")
page("space-that-stays", "a&nbsp;&nbsp;b", "a  b")
page("hidden-by-style", '<p style="display:none">One</p>', "One")
page("less-than", "1 < 2 <3", "1 < 2 <3")
page("tag-without-end", "One <p class='two", "One", "unterminatedHTML")
page("quote-without-end", 'One <a href="two>three</a> four', "One", "unterminatedHTML")
page("comment-without-end", "One <!-- two", "One", "unterminatedHTML")
page("script-without-end", "One <script> two", "One", "unterminatedHTML")
page("tags-not-matching", "<b>One <i>two</b> three</i></div></p>", "One two three")
page("tag-with-name-space", "<o:p>One</o:p>", "One")
page("attributes-odd", "<p =a b='>' c=\"d\"e f>One</p>", "One")
page("closing-nothing", "One</>two", "Onetwo")
page("capitals", "<P>ONE</P><A HREF='x:y'>z</A>", "ONE\n\nz <x:y>")
page("charset-in-meta", b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">\xcf',
     "П", charset="")
page("charset-in-meta-short", b'<head><meta charset="koi8-r"></head>\xf0', "П", charset="")
page("charset-not-in-meta", b'<p title="charset=koi8-r">\xe9', "é", "bytesBeyondASCII", charset="")
page("empty", "", "")
page("many-quotations", "<blockquote>" * 80 + "One", ">" * 8 + " One")
odd("html-in-base64", mail("Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n",
                           base64_lines("<p>Zoë</p>")), "onlyHTML", "text", text="Zoë")
odd("html-as-file", mail("Content-Type: text/html\nContent-Disposition: attachment; filename=a.html\n", "<p>One</p>\n"),
    text="", files=[file("a.html", "text/html", "<p>One</p>\n")])
