"""Paragraphs that are no reporting: credits, captions, disclaimers, what a scraper left behind.

A paragraph is taken for one only by its own plain marks. A doubtful one stays body: a missed
statement costs more than a highlighted disclaimer.
"""

from __future__ import annotations

import re

from reader.article.zone import ZoneKind

_LONGEST = 900
"""No caption, credit or disclaimer is longer, in characters; longer paragraphs are body."""

_QUOTES = re.compile("[\"“”„«»]|''")

_CAPTION_LABEL = re.compile(
    r"(?:file(?:[ -](?:photo|picture|image|footage))?|photos?|photographs?|images?|pictures?"
    r"|pictured(?: (?:above|below|left|right|here))?|captions?|videos?|watch|graphics?"
    r"|illustration|map|chart|slideshow|gallery|in pictures|(?:photo|image|picture) (?:by|credit"
    r"|caption|courtesy))"
    r"\s*(?::|[-–—]\s)|(?:photo(?:graph)?s?|image|picture|illustration|graphic|video)s?"
    r" (?:by|via|courtesy(?: of)?|©) |\(?(?:photo|image|picture|video)s?[:/ ][^()\n]{1,80}\)$"
    r"|!\[[^\]\n]{0,400}\]\([^()\n]{0,400}\)$",
    re.IGNORECASE,
)
_CREDIT_AT_END = re.compile(
    r"(?:[(\[] ?(?:(?i:file )?(?i:photo|image|picture|photograph|illustration|graphic)s?\b"
    r"|(?i:courtesy|credit)\b|[A-Z][\w&. ]{1,30} (?:Photo|Image|Picture|File)s?\b)"
    r"[^()\[\]\n]{0,80}[)\]]"
    r"|\b(?i:(?:(?:photo|image|picture|video) )?credits?|photo(?:graph)?|image|picture): "
    r"[^.\n]{2,70}"
    r"|\b(?:Photo|Image|Picture|Photograph|Illustration)(?:graphs?|s)? by [A-Z][^.\n]{2,60}"
    r"|[A-Z][\w.’' -]{2,40}/(?:[A-Z][\w.]*[ -]?){1,4}(?i:via [\w ]{2,20}|images?|photos?|pictures?)"
    r"|© [^\n]{2,60})[.]?$"
)
_BARE_CREDIT = re.compile(
    r"(?:[A-Z][\w.’'-]*[ ]?){1,4} ?/ ?(?:[A-Z][\w.’'-]*[ ]?){1,4}"
    r"(?:via (?:[A-Z][\w.]*[ ]?){1,3})?\.?$"
)

_REPORTERS = re.compile(
    r"\W*(?:(?:additional |further )?(?:reporting|writing|editing|research|reported|written|edited"
    r"|compiled|translated|photographs?) by [A-Z]"
    r"|(?:additional|further) reporting (?:by|from) )",
    re.IGNORECASE,
)
_CONTRIBUTED = re.compile(
    r"[^\n]{3,160}? (?:contributed (?:to this|to the|reporting|additional)|reported from [A-Z]"
    r"|also contributed\b)[^\n]{0,160}$"
)

_NOTICE = re.compile(
    r"\W*(?:"
    # whose views these are, where and when it appeared
    r"(?:the |all |any )?(?:views?|opinions?)(?: and (?:views|opinions))? (?:and \w+ )?expressed\b"
    r"|disclaimer\b|disclosure:|this (?:article|story|report|post|piece|column|interview|page"
    r"|transcript|version|content|commentary|essay|op-ed|dispatch|live ?blog)"
    r" (?:(?:was|is|has been|is being|may have been|will be|originally|first) ?)+"
    r"(?:originally|first|updated|corrected|amended|revised|edited|republished|reprinted|produced"
    r"|adapted|translated|part of|developing|published (?:in|on|by arrangement|with permission"
    r"|under)|appeared|closed|no longer)\b"
    r"|this is a (?:developing|breaking) (?:story|news)|this is a corrected version"
    r"|(?:an )?(?:earlier|previous|original) versions? of this"
    r"|corrections?(?: appended| and clarifications?)?\s*(?::|[-–—]\s|\.?$)|clarifications?:"
    r"|(?:editor|editors|publisher)[’']?s?[’']? note\b|notes? to (?:our )?readers?:"
    r"|(?:please )?note: this (?:article|story|post|page)"
    # where to read, write and click on
    r"|(?:to )?read (?:more|also|next|on|it (?:all )?here|(?:the|his|her|their|our|this) (?:rest"
    r"|full|whole|entire|original|complete)\b(?=.{0,60}\b(?:here|at|on|in|story|article|post"
    r"|piece|report)\b))|continue reading|keep reading|click (?:here|on the|below)|tap here"
    r"|see (?:also|more)\b|(?:related|also read|more (?:on this|from|stories|news|coverage)"
    r"|most (?:read|popular|viewed)|you (?:may|might) also (?:like|be interested)|what to read next"
    r"|recommended(?: for you| reading|:)|up next|don[’']t miss:?|trending(?: now|:)|go deeper"
    r"|in case you missed it|further reading"
    r"|related (?:articles?|stories|topics|content|coverage))\b"
    # what the outlet would like
    r"|sign up (?:for|to|here|now)|subscribe\b|(?:follow|like|find|join) us (?:on|at|@)"
    r"|follow @|get (?:the latest|our|all the|more \w+ news)\b|download (?:our|the) (?:\w+ )?app\b"
    r"|share (?:this|on|via|with)\b|support (?:our|independent) |become a (?:member|subscriber)"
    r"|(?:please )?(?:donate|consider donating)\b|advertis(?:ement|ing)s?\b"
    r"|sponsored(?: content|:|$)"
    r"|(?:story|article) continues (?:below|after)|scroll (?:down )?(?:for|to) |loading\.*$"
    r"|skip to |print this|e-?mail this|(?:leave|post|add) a comment|(?:view |show |no |read )?"
    r"comments?(?: ?\(?\d*\)?| are closed.*)?$|\d+ comments?$|join the (?:conversation|discussion)"
    r"|(?:do you )?have a (?:tip|story)|got a (?:tip|story)|(?:send|e-?mail) (?:us|your)\b"
    # labels, rights, cookies
    r"|(?:tags?|topics?|filed under|keywords?|categor(?:y|ies)|sections?|posted in|share)\s*:"
    r"|(?:topics?|tags?|share|print|e-?mail|tweet|menu|search|home)$"
    r"|copyright\b|\(c\) \d{4}|all rights reserved|(?:terms of (?:use|service)|privacy policy)\b"
    r"|(?:this (?:site|website)|we) uses? cookies|by (?:continuing to|using this|clicking)\b"
    r"|accept (?:all )?cookies|cookie (?:policy|settings|notice)"
    r")",
    re.IGNORECASE,
)
_RIGHTS = re.compile(r"©|\ball rights reserved\b", re.IGNORECASE)
_VIEWS = re.compile(
    r"\b(?:views|opinions) expressed (?:in|here|by|are)\b.{0,200}"
    r"\b(?:own|necessarily|reflect|author|represent)",
    re.IGNORECASE | re.DOTALL,
)
_FOLLOW = re.compile(
    r"\b[Ff]ollow (?:(?:him|her|them|me|us|this \w+)|(?:[A-Z@][\w’'-]+ ?){1,4}) (?:on|at) "
    r"(?:Twitter|X|Facebook|Instagram|Threads|Mastodon|Bluesky|Telegram|@)"
    r"|\bpic\.twitter\.com/\w+|^— ?[^\n]{1,60}\(@\w+\)"
)
_DEBRIS = re.compile(
    r"(?:\W*(?:<[^<>\n]{0,400}>|\{\{[^{}\n]{0,200}\}\}|\[(?:[a-z][a-z0-9 _-]{0,40})\]"
    r"|\[[^\[\]\n]{0,200}\]\([^()\n]{0,400}\)|(?:https?://|www\.)\S{1,400}))+\W*$"
)
_NO_WORD = re.compile(r"[\W_]+$")


def furniture(paragraph: str) -> ZoneKind | None:
    """Tell what a paragraph is by its own marks alone; None where it may be reporting."""
    if len(paragraph) > _LONGEST:
        return None
    if _NO_WORD.match(paragraph):
        return None if _QUOTES.search(paragraph) else ZoneKind.BOILERPLATE
    if _DEBRIS.match(paragraph):
        return ZoneKind.CAPTION if paragraph.startswith("![") else ZoneKind.BOILERPLATE
    if _REPORTERS.match(paragraph):
        return ZoneKind.BYLINE
    if _CAPTION_LABEL.match(paragraph) or _CREDIT_AT_END.search(paragraph):
        return ZoneKind.CAPTION
    if _NOTICE.match(paragraph) or _VIEWS.search(paragraph):
        return ZoneKind.BOILERPLATE
    if _QUOTES.search(paragraph) is None:
        if _BARE_CREDIT.match(paragraph):
            return ZoneKind.CAPTION
        if _CONTRIBUTED.match(paragraph):
            return ZoneKind.BYLINE
        if _FOLLOW.search(paragraph) or _RIGHTS.search(paragraph):
            return ZoneKind.BOILERPLATE
    return None
