"""The words by which English outlets begin disclaimers, links and labels."""

from __future__ import annotations

import re
from collections.abc import Mapping

from reader.language.furniture import Notices

_PIECE = (
    r"(?:article|story|report|post|piece|column|interview|page|transcript|version|content"
    r"|commentary|essay|op-ed|dispatch|live ?blog|feature|analysis)"
)
_MEDIA = (
    r"(?:twitter|x|facebook|instagram|threads|mastodon|bluesky|telegram|youtube|tiktok|whatsapp)"
)
_NOTE = r"(?:[’']?s?[’']?)? notes?\b"
_ALONE = r"[^\w“\"]*$"
_LABEL = r"\s*:"
_OWN_VIEWS = (
    r"\b.{0,40} expressed\b.{0,160}\b(?:necessarily|own|do not|reflect|solely|those of|represent)\b"
)
_DONE = r"(?: (?:to|on|at|after|with|since|following|in)\b|[^\w ])"

_AFTER_FIRST_WORD: Mapping[str, str] = {
    # whose views these are, and what has been done to the text
    "the": rf" (?:views?|opinions?){_OWN_VIEWS}"
    r"|(?: (?:post|article|story))? .{1,80} (?:appeared first|first appeared) on\b",
    "views": _OWN_VIEWS,
    "opinions": _OWN_VIEWS,
    "all": rf" (?:views|opinions){_OWN_VIEWS}|,? rights reserved| photos? (?:by|courtesy)\b"
    r"| comments? are\b",
    "disclaimer": r"\b",
    "disclosure": _LABEL,
    "this": rf" {_PIECE} (?:(?:was|is|has been|have been|is being|may have been|will be) )*"
    r"(?:(?:originally|first) (?:published|appeared|ran|aired|posted|printed|written)"
    rf"|(?:last )?(?:updated|corrected|amended|revised|clarified|edited for){_DONE}"
    r"|republished|reprinted|syndicated|adapted from|translated (?:from|by)|part of (?:a|our|the)"
    r"|produced (?:by|in|with)|published (?:in partnership|by arrangement|with permission|courtesy)"
    r"|appeared (?:in|on)|no longer (?:available|being)|(?:available|only) (?:only|to|for))\b"
    r"| is (?:a|an) (?:developing|breaking|corrected|updated)\b.{0,20}\b(?:story|news|version"
    r"|report)\b| (?:web)?site uses cookies\b|[’']s why we\b",
    "a": rf" (?:previous|version|shorter|longer|different)(?: version)? of this {_PIECE}\b",
    "an": rf" (?:earlier|original|abridged|extended|updated) version of this {_PIECE}\b",
    "correction": rf"(?:{_LABEL}|\s[-–—]\s|{_ALONE})| appended\b| \(",
    "corrections": rf"(?: and (?:clarifications?|replies|letters))?(?:{_LABEL}|{_ALONE})",
    "clarification": _LABEL,
    "clarifications": _LABEL,
    "editor": _NOTE,
    "editors": _NOTE,
    "publisher": _NOTE,
    "author": _NOTE,
    "note": rf" to (?:our )?readers\b|: this {_PIECE}\b|: (?:the )?(?:views|opinions)\b",
    "notes": r" to (?:our )?readers\b",
    "please": rf" note: this {_PIECE}\b| (?:consider )?(?:donat|subscrib|support|sign up)",
    "update": rf"s?:? this {_PIECE}\b",
    "updated": r" (?:to (?:add|include|correct|clarify|reflect)|with (?:comment|details))\b",
    # where else to read
    "read": rf" (?:more|also|next)\b(?! than\b)| on(?: for\b|{_ALONE})|(?: it)?(?: all)? here\b"
    rf"|{_LABEL}| [^,;\"“]{{1,80}}\b(?:here|online){_ALONE}"
    r"| (?:the|his|her|their|our|this|my) (?:rest|full|whole|entire|original|complete)\b"
    r"[^,;\"“]{0,70}$",
    "to": r" (?:read|see) (?:more|the full)\b|.{0,60}\bclick here\b",
    "continue": r" reading\b| to (?:article|story)\b",
    "keep": r" reading\b",
    "click": r" (?:here|on the|below|through)\b",
    "tap": r" here\b",
    "see": r" (?:also|more(?: on| at| here|:|$)|page \d)",
    "related": rf"{_LABEL}|{_ALONE}"
    r"| (?:articles?|stories|story|topics?|content|coverage|news|links?|reading|posts?)\b"
    rf"(?:{_LABEL}|{_ALONE})",
    "also": r" in (?:this|our|today[’']s) (?:issue|edition|newspaper|programme)\b"
    r"| (?:read|see|on)\b(?: \w+)?\s*(?::|[-–—]|$)| read\b",
    "more": rf" (?:on this|from|stories|news|coverage|about)\b[^.]{{0,80}}$|{_LABEL}",
    "most": rf" (?:read|popular|viewed|shared|commented)\b(?:{_LABEL}|{_ALONE})",
    "you": r" (?:may|might) also (?:like|be interested)| can (?:read|find|follow|sign up|support"
    r"|contact|email|e-mail) (?:the full|more|us|our|the author)\b",
    "what": r" to read next\b",
    "recommended": rf"(?: for you| reading| stories)?(?:{_LABEL}|{_ALONE})",
    "up": rf" next(?:{_LABEL}|{_ALONE})",
    "don": r"[’']t miss(?: our| the latest|:|$)",
    "trending": rf"(?: now)?(?:{_LABEL}|{_ALONE})",
    "go": rf" deeper(?:{_LABEL}|{_ALONE})",
    "in": rf" case you missed it(?:{_LABEL}|{_ALONE})| other news(?:{_LABEL}|{_ALONE})",
    "further": rf" reading(?:{_LABEL}|{_ALONE})",
    "explore": r" more\b",
    "listen": rf"{_LABEL}| to (?:this|the full|our) (?:article|story|episode|podcast)\b",
    "about": r" (?:(?:the|this) (?:author|writer|reporter|journalist|series|project)s?|us)"
    rf"(?:{_LABEL}|{_ALONE})",
    "reading": rf" (?:now|time){_LABEL}",
    "next": rf"(?: article| story| up| week| issue)?(?:{_LABEL}|{_ALONE})",
    "previous": rf"(?: article| story)?(?:{_LABEL}|{_ALONE})",
    "back": rf" to top{_ALONE}",
    # what the outlet would like
    "sign": r" (?:up|in)\b(?: (?:for|to|here|now|below)\b|$)",
    "subscribe": r"\b",
    "subscribers": r" (?:can|only)\b",
    "already": r" (?:a subscriber|have an account|registered)\b",
    "follow": rf" (?:us|me|him|her|them)\b| .{{1,60}} on {_MEDIA}\b| @",
    "like": r" us on\b",
    "find": r" us (?:on|at)\b| more (?:stories|news)\b",
    "join": r" (?:us on|our|the (?:conversation|discussion|debate)|over [\d,.]+ )",
    "get": r" (?:the (?:latest|best|day|morning)|our|all the|more)\b.{0,60}"
    r"\b(?:inbox|newsletter|letter|app|alerts?|e-?mail|briefing|headlines|updates)\b",
    "download": r" (?:our|the) (?:\w+ ){0,2}app\b",
    "share": rf"{_ALONE}|{_LABEL}| (?:this|on|via)\b| with (?:friends|your)\b",
    "support": r" (?:our|independent|quality|local) (?:work|journalism|news|reporting|newsroom)",
    "become": r" a (?:member|subscriber|supporter|patron)\b",
    "donate": rf"\b(?: now| today| here| to (?:us|our)|{_ALONE})",
    "thank": r" you for reading\b",
    "thanks": r" for reading\b",
    "if": r" you (?:value|enjoyed|liked|like|appreciate) (?:our|this|what)\b"
    r"| you have (?:a|any) (?:tip|story|question|comment)s?\b.{0,80}"
    r"\b(?:e-?mail|contact|write|call|send|reach)\b",
    "do": r" you (?:have|know)\b.{0,80}\b(?:tip|story|e-?mail|contact us|get in touch|tell us)\b",
    "have": r" (?:a|any) (?:news )?(?:tip|story|question|comment)s?\b.{0,20}\?|"
    r" your say\b",
    "got": r" a (?:news )?(?:tip|story)\b",
    "send": r" (?:us|your) (?:a |your )?(?:tips?|letters?|comments?|feedback|story|news)\b",
    "contact": r" (?:us|the (?:author|writer|reporter|editor|newsroom))\b|.{0,60}\S@\S",
    "reach": r" (?:him|her|them|the (?:author|reporter)|.{1,40}) at \S*@",
    "email": r" .{0,60}\S@\S|:| (?:this|us|the author)\b",
    "write": r" to (?:us|the editor)\b|.{0,60}\S@\S",
    "advertisement": rf"{_ALONE}|\s*[-–—:|(]",
    "advertisements": _ALONE,
    "advertising": rf"{_ALONE}",
    "sponsored": rf"(?: content| by .{{1,40}})?(?:{_LABEL}|{_ALONE})",
    "promoted": rf"(?: content| stories)?(?:{_LABEL}|{_ALONE})",
    "story": r" continues\b",
    "article": r" continues\b",
    "scroll": r" (?:down )?(?:for|to) ",
    "loading": rf"{_ALONE}",
    "skip": r" to (?:content|main|the|next|footer)\b| (?:ad|advertisement)\b",
    "print": rf"{_ALONE}| this\b",
    "leave": r" a (?:comment|reply)\b",
    "post": r" a comment\b",
    "add": r" a comment\b",
    "view": r" (?:all )?(?:\d+ )?comments?\b| gallery\b| (?:this )?post on\b",
    "show": r" (?:all )?(?:\d+ )?comments?\b",
    "comments": rf"{_ALONE}|\s*\(\d+\)| are (?:closed|now closed|moderated)\b|{_LABEL}\s*\d*$",
    "comment": rf"{_ALONE}| on this (?:story|article)\b",
    # labels, rights, cookies
    "tags": rf"{_LABEL}|{_ALONE}",
    "tag": _LABEL,
    "topics": rf"{_LABEL}|{_ALONE}",
    "topic": _LABEL,
    "filed": r" (?:under|in)\s*:",
    "posted": r" in\s*:",
    "keywords": _LABEL,
    "categories": _LABEL,
    "category": _LABEL,
    "section": _LABEL,
    "source": r"s?:\s*[^.]{1,60}\.?$",
    "sources": r":\s*[^.]{1,60}\.?$",
    "with": r" (?:inputs?|files|reporting|material) (?:from|by) [^.]{1,80}\.?$",
    "copyright": r"\s*(?:©|\(c\)|:|\d{4}|(?-i:[A-Z])[^.]{0,60}\b\d{4}\b)",
    "c": r"\) (?:\d{4}|copyright)\b",
    "terms": r" (?:of (?:use|service)|and conditions)"
    rf"(?:{_ALONE}| ?[|&•·]| and (?:privacy|conditions))",
    "privacy": rf" (?:policy|notice|settings)(?:{_ALONE}| ?[|&•·]| and (?:terms|cookie))",
    "we": r" (?:use|and our partners use) cookies\b|(?:[’']ve| have) (?:updated|changed) our\b"
    r"| (?:welcome|want to hear) your\b",
    "by": r" (?:continuing to|using this|clicking|submitting|subscribing|signing up)\b",
    "accept": r" (?:all )?cookies\b",
    "cookie": rf" (?:policy|settings|notice|preferences){_ALONE}",
    "cookies": rf" (?:policy|settings|help us){_ALONE}",
    "manage": r" (?:cookies|preferences|consent)\b",
    "your": r" (?:browser|support) (?:does not|doesn[’']t|makes|helps|powers)\b",
    "javascript": r"\b.{0,60}\b(?:disabled|required|enabled|enable)\b",
    "abstract": _ALONE,
    "full": rf" text{_ALONE}",
    "ends": _ALONE,
    "end": _ALONE,
    "opinion": _ALONE,
    "analysis": _ALONE,
    "exclusive": _ALONE,
    "breaking": rf"(?: news)?{_ALONE}",
    "editorial": _ALONE,
    "letters": _ALONE,
    "world": rf"(?: news)?{_ALONE}",
    "politics": _ALONE,
    "news": _ALONE,
    "home": _ALONE,
    "menu": _ALONE,
    "search": _ALONE,
    "facebook": _ALONE,
    "twitter": _ALONE,
}

_BUTTON = (
    r"(?:share|tweet|e-?mail|print|facebook|twitter|whatsapp|linkedin|reddit|copy(?: link)?|x"
    r"|pinterest|telegram|save|(?:\d+ )?comments?)"
)
_BUTTONS = re.compile(rf"(?:{_BUTTON}\W+){{1,12}}{_BUTTON}\W*$", re.IGNORECASE)
_COUNTED = re.compile(r"[\d.,]+k? (?:comments?|shares?|likes?|views?|retweets?|replies)\W*$", re.I)
_LIST_HEADING = re.compile(
    r"\W*(?:related|read (?:more|next|also)|more (?:from|on|stories)|most (?:read|popular)|trending"
    r"|recommended|up next|you (?:may|might) also like|what to read next|in case you missed it"
    r"|further reading|also read|see also)\b[^.?!]{0,60}$",
    re.IGNORECASE,
)

_PARTING = re.compile(
    r"\bunsubscribe\b|\bstop receiving\b|\bnot (?:an )?endorse(?:ment)?\b|\bmoderated\b"
    r"|\b(?:views|opinions?)\b.{0,60}\bof the (?:authors?|editors?|writers?|newspaper|publisher)\b"
    r"|\b(?:is|are) not responsible for (?:the )?(?:content|opinions|views|external)"
    r"|\bsharing this (?:page|article|material|post)\b|\bletters may be (?:edited|shortened)\b"
    r"|\breprodu(?:ction|ced) .{0,30}\b(?:permi|only with|without|prohibited)",
    re.IGNORECASE,
)
_VIEWS = re.compile(
    r"\b(?:views|opinions) expressed (?:in|here|by|are)\b.{0,200}"
    r"\b(?:own|necessarily|reflect|author|represent)",
    re.IGNORECASE | re.DOTALL,
)
_FOLLOW = re.compile(
    r"\b[Ff]ollow (?:him|her|them|me|us|this \w+|(?:[A-Z@][\w’'-]*+ ?){1,4}) (?:on|at) "
    r"(?:Twitter|X|Facebook|Instagram|Threads|Mastodon|Bluesky|Telegram|@)"
)
_RIGHTS = re.compile(r"(?:^|\s)© ?(?:\d{4}|copyright|[A-Z])|\ball rights reserved\b", re.IGNORECASE)

NOTICES = Notices(
    after_first_word=_AFTER_FIRST_WORD,
    buttons=_BUTTONS,
    counted=_COUNTED,
    list_heading=_LIST_HEADING,
    parting=_PARTING,
    views=_VIEWS,
    follow=_FOLLOW,
    rights=_RIGHTS,
)
