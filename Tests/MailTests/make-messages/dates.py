"""What can be odd about a date."""

from form import *


def dated(name, text, date, quirks="", differs=""):
    odd("date-" + name, mail(f"Date: {text}\n"), quirks, differs, date=date)


TEN = (2024, 2, 2, 10, 0)
dated("without-weekday", "2 Feb 2024 10:00:00 +0100", at(*TEN, zone="+0100"))
dated("without-seconds", "Fri, 2 Feb 2024 10:00 +0100", at(*TEN, zone="+0100"))
dated("two-digits-of-day", "Fri, 02 Feb 2024 10:00:00 +0100", at(*TEN, zone="+0100"))
dated("folded", "Fri, 2 Feb\n 2024 10:00:00 +0100", at(*TEN, zone="+0100"))
dated("with-comment", "Fri, 2 Feb 2024 10:00:00 +0100 (CET)", at(*TEN, zone="+0100"))
# Python does not know comments before the end.
dated("with-comments-inside", "Fri, (a) 2 (b (c)) Feb 2024 10:00:00 +0100",
      at(*TEN, zone="+0100"), differs="date")
dated("comment-without-end", "Fri, 2 Feb 2024 10:00:00 +0100 (CET", at(*TEN, zone="+0100"),
      "unterminatedComment")
dated("zone-gmt", "Fri, 2 Feb 2024 10:00:00 GMT", at(*TEN))
dated("zone-ut", "Fri, 2 Feb 2024 10:00:00 UT", at(*TEN))
dated("zone-est", "Fri, 2 Feb 2024 10:00:00 EST", at(*TEN, zone="-0500"), "obsoleteDate")
dated("zone-pdt", "Tue, 2 Jul 2024 10:00:00 PDT", at(2024, 7, 2, 10, 0, zone="-0700"), "obsoleteDate")
# RFC 5322, 4.3: the military zones are to be taken for `-0000`.
dated("zone-military", "Fri, 2 Feb 2024 10:00:00 A", at(*TEN, zone="?"),
      "obsoleteDate dateWithoutZone")
dated("zone-zulu", "Fri, 2 Feb 2024 10:00:00 Z", at(*TEN))
dated("zone-half-an-hour", "Fri, 2 Feb 2024 10:00:00 +0530", at(*TEN, zone="+0530"))
dated("zone-west", "Fri, 2 Feb 2024 10:00:00 -0330", at(*TEN, zone="-0330"))
dated("zone-unknown", "Fri, 2 Feb 2024 10:00:00 -0000", at(*TEN, zone="?"), "dateWithoutZone")
dated("zone-missing", "Fri, 2 Feb 2024 10:00:00", at(*TEN, zone="?"), "dateWithoutZone")
dated("zone-of-letters", "Fri, 2 Feb 2024 10:00:00 CET", at(*TEN, zone="?"),
      "unusualDate dateWithoutZone")
# Python reads a zone of 99 hours.
dated("zone-too-far", "Fri, 2 Feb 2024 10:00:00 +9900", "unreadable", "unreadableDate",
      differs="date")
dated("zone-twice", "Fri, 2 Feb 2024 10:00:00 GMT+0100", at(*TEN, zone="+0100"), "unusualDate",
      differs="date")
dated("zone-with-colon", "Fri, 2 Feb 2024 10:00:00 +01:00", at(*TEN, zone="+0100"), "unusualDate",
      # Python does not look at a zone with a colon.
      differs="date")
dated("zone-number-and-letters", "Fri, 2 Feb 2024 10:00:00 -0500 EST", at(*TEN, zone="-0500"),
      "unusualDate obsoleteDate")
dated("year-of-two-digits", "Fri, 21 Nov 97 09:55:06 -0600",
      at(1997, 11, 21, 9, 55, 6, "-0600"), "obsoleteDate")
dated("year-49", "1 Jan 49 00:00:00 +0000", at(2049, 1, 1, 0, 0), "obsoleteDate")
# RFC 5322, 4.3: from 50 on in the century before. Python goes up to 68.
dated("year-50", "1 Jan 50 00:00:00 +0000", at(1950, 1, 1, 0, 0), "obsoleteDate", differs="date")
# RFC 5322, 4.3: counted from 1900, as a program had it that forgot to add. Python reads the year 124.
dated("year-of-three-digits", "Fri, 2 Feb 124 10:00:00 +0000", at(*TEN), "obsoleteDate",
      differs="date")
dated("before-1970", "Wed, 31 Dec 1969 23:59:59 +0000", at(1969, 12, 31, 23, 59, 59))
dated("far-away", "Fri, 31 Dec 9999 23:59:59 +0000", at(9999, 12, 31, 23, 59, 59))
dated("leap-day", "Thu, 29 Feb 2024 10:00:00 +0000", at(2024, 2, 29, 10, 0))
dated("no-leap-day", "29 Feb 2023 10:00:00 +0000", "unreadable", "unreadableDate", differs="date")
dated("leap-second", "Sat, 31 Dec 2016 23:59:60 +0000", at(2016, 12, 31, 23, 59, 60))
dated("hour-24", "Fri, 2 Feb 2024 24:00:00 +0000", "unreadable", "unreadableDate", differs="date")
dated("wrong-weekday", "Mon, 2 Feb 2024 10:00:00 +0000", at(*TEN), "wrongWeekday")
dated("weekday-in-full", "Friday, 2 February 2024 10:00:00 +0000", at(*TEN))
dated("small-letters", "fri, 2 feb 2024 10:00:00 gmt", at(*TEN))
# The form of `ctime`, which old programs write.
dated("ctime", "Fri Feb  2 10:00:00 2024", at(*TEN, zone="?"), "unusualDate dateWithoutZone")
dated("ctime-with-zone", "Fri Feb 2 10:00:00 2024 +0100", at(*TEN, zone="+0100"), "unusualDate")
dated("zone-before-year", "Fri Feb 2 10:00:00 GMT 2024", at(*TEN), "unusualDate")
# Python does not read ISO 8601.
dated("iso", "2024-02-02T10:00:00+01:00", at(*TEN, zone="+0100"), "unusualDate", differs="date")
dated("iso-with-z", "2024-02-02T10:00:00.123Z", at(*TEN), "unusualDate", differs="date")
dated("iso-in-words", "2024-02-02 10:00:00 +0100", at(*TEN, zone="+0100"), "unusualDate",
      differs="date")
dated("hyphens", "Fri, 02-Feb-24 10:00:00 GMT", at(*TEN), "unusualDate obsoleteDate")
dated("no-blanks", "Fri,2 Feb 2024 10:00:00 +0100", at(*TEN, zone="+0100"))
dated("of-words", "yesterday", "unreadable", "unreadableDate")
dated("empty", "", "unreadable", "unreadableDate")
dated("in-another-language", "Fr, 2 Mai 2024 10:00:00 +0200", "unreadable", "unreadableDate")
dated("of-one-long-word", "a" * 900, "unreadable", "unreadableDate")
dated("without-time", "Fri, 2 Feb 2024", "unreadable", "unreadableDate")
odd("no-date", mail(without=["date"]), "noDate", date=None)
