"""What can be odd about the people a message names."""

from form import *


def people(name, field, quirks="", differs="", **expected):
    odd(name, mail(field + "\n"), quirks, differs, **expected)


people("address-alone", "From: ann@example.org", sender="<ann@example.org>")
people("address-in-brackets-alone", "From: <ann@example.org>", sender="<ann@example.org>")
people("name-in-quotes", 'From: "Lee, Ann" <ann@example.org>', sender="Lee, Ann <ann@example.org>")
people("escapes-in-quotes", r'From: "Ann \"the\\way\" Lee" <ann@example.org>',
       sender='Ann "the\\way" Lee <ann@example.org>')
people("name-in-comment", "From: ann@example.org (Ann Lee)", sender="Ann Lee <ann@example.org>")
people("comment-beside-name", "From: Ann (work) <ann@example.org>", sender=ANN,
       # Python puts the comment into the name.
       differs="sender")
people("comments-in-comments", "From: ann@example.org (Ann (the (elder)) Lee)",
       sender="Ann (the (elder)) Lee <ann@example.org>",
       # Python leaves the inner parentheses out.
       differs="sender")
people("comment-in-address", "From: Ann <ann(her)@example.org(here)>", sender=ANN,
       # Python puts the comments into the name.
       differs="sender")
people("blanks-in-address", "From: ann . lee @ example . org", sender="<ann.lee@example.org>")
people("blanks-in-brackets", "From: Ann < ann@example.org >", sender=ANN)
people("dot-in-name", "From: Ann B. Lee <ann@example.org>", sender="Ann B. Lee <ann@example.org>")
people("route", "From: Ann <@one.example,@two.example:ann@example.org>", sender=ANN,
       # Python no longer reads routes.
       differs="sender")
people("quoted-local-part", 'From: "ann lee"@example.org', sender='<"ann lee"@example.org>')
people("quoted-local-part-in-brackets", 'From: Ann <"ann lee"@example.org>',
       sender='Ann <"ann lee"@example.org>')
people("address-of-numbers", "From: Ann <ann@[192.0.2.1]>", sender="Ann <ann@[192.0.2.1]>")
people("address-of-ipv6", "From: ann@[IPv6:2001:db8::1]", sender="<ann@[IPv6:2001:db8::1]>")
people("several-from", "From: Ann <ann@example.org>, Cy <cy@example.org>", "severalFrom",
       sender=[ANN, "Cy <cy@example.org>"])
people("two-from-fields", "From: Ann <ann@example.org>\nFrom: Cy <cy@example.org>",
       "repeatedField severalFrom", sender=[ANN, "Cy <cy@example.org>"])
odd("no-from", mail(without=["from"]), "noFrom", sender=None)
odd("sender-instead-of-from", mail("Sender: Cy <cy@example.org>\n", without=["from"]), "noFrom",
    sender=None, by="Cy <cy@example.org>")
people("sender-beside-from", "Sender: Cy <cy@example.org>")
people("empty-from", "From:", "noFrom", sender=None)
people("empty-brackets", "From: <>", "malformedAddress noFrom", sender=None)
people("name-and-empty-brackets", "From: Ann <>", "malformedAddress", sender="Ann <>")
people("group", "To: Friends: Bo <bo@example.org>, cy@example.org;", to=[BO, "<cy@example.org>"])
people("empty-group", "To: undisclosed-recipients:;", to=None)
people("groups-and-others", "To: A: bo@example.org;, Cy <cy@example.org>, B:;, dee@example.org",
       to=["<bo@example.org>", "Cy <cy@example.org>", "<dee@example.org>"])
people("group-without-end", "To: Friends: bo@example.org, cy@example.org",
       to=["<bo@example.org>", "<cy@example.org>"])
people("empty-places", "To: , bo@example.org,, cy@example.org,",
       to=["<bo@example.org>", "<cy@example.org>"])
people("semicolons-between", "To: bo@example.org; cy@example.org", "malformedAddress",
       to=["<bo@example.org>", "<cy@example.org>"])
people("no-brackets", "From: Ann Lee ann@example.org", "malformedAddress",
       sender="Ann Lee <ann@example.org>", differs="sender")
people("bracket-without-end", "From: Ann <ann@example.org", "malformedAddress", sender=ANN)
people("two-brackets", "From: Ann <ann@example.org> <cy@example.org>", "malformedAddress",
       sender=ANN, differs="sender")
people("name-after-address", "From: <ann@example.org> Ann", "malformedAddress", sender=ANN,
       differs="sender")
people("bracket-in-bracket", "From: Ann <<ann@example.org>>", "malformedAddress", sender=ANN,
       differs="sender")
people("local-name-only", "From: root (Cron Daemon)", "malformedAddress",
       sender="Cron Daemon <root>")
people("name-only", "From: Ann Lee", "malformedAddress", sender="Ann Lee <>",
       # Python takes the words for the address.
       differs="sender")
people("two-at-signs", "From: Ann <ann@home@example.org>", "malformedAddress",
       sender="Ann <ann@home@example.org>", differs="sender")
people("no-domain", "From: Ann <ann@>", "malformedAddress", sender="Ann <ann@>", differs="sender")
people("quote-without-end", 'From: "Ann <ann@example.org>', "unterminatedQuote",
       # Without its other half the quote means nothing. Python takes all of it for the address.
       sender=ANN, differs="sender")
people("comment-without-end", "From: Ann <ann@example.org> (here", "unterminatedComment",
       sender=ANN)
people("address-in-name", 'From: "president@example.org" <mallory@example.net>', "addressInName",
       sender="president@example.org <mallory@example.net>")
people("own-address-as-name", 'From: "ann@example.org" <Ann@example.org>',
       sender="ann@example.org <Ann@example.org>")
people("own-address-in-apostrophes", "From: \"'ann@example.org'\" <ann@example.org>",
       sender="'ann@example.org' <ann@example.org>")
people("reply-to-another", "Reply-To: Cy <cy@example.org>", reply="Cy <cy@example.org>")
people("copies", "Cc: Cy <cy@example.org>,\n Dee <dee@example.org>",
       cc=["Cy <cy@example.org>", "Dee <dee@example.org>"])
people("many-addresses", "To: " + ",\n ".join(f"m{n}@example.org" for n in range(1001)),
       "tooManyAddresses", to=[f"<m{n}@example.org>" for n in range(1000)], differs="to")
people("capitals-in-address", "From: ANN@Example.ORG", sender="<ANN@Example.ORG>")
people("mailto", "From: mailto:ann@example.org", sender="<ann@example.org>")
