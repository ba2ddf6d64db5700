"""`reader.yaml` as a value: read strictly, every error with its line and what to do."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from types import MappingProxyType

from reader.policy.policy import LIMITS, Level, Limit, Policy, Rule, Setting
from reader.sidecar.format.conflicts import conflict_in
from reader.storage import SidecarError
from reader.yamlfields import Value, fields_of
from reader.yamltext import YamlError, characters

VERSION = 1
FIELDS = (
    "reader",
    "reviewers",
    "adjudicators",
    "blind",
    "assign",
    "check",
    "reasons",
    "guidelines",
)

_ARTICLE = re.compile(r"(?:(?!\.{1,2}/)[^/\0]+/)*(?!\.{1,2}\Z)[^/\0]+")
_NUMBER = re.compile(r"[0-9]{1,4}(?:\.[0-9]{1,6})?")


@dataclass(frozen=True, slots=True)
class PolicyFile:
    """A policy and the bytes it stands in; `raw` is empty where there is no file.

    `where` is the file as errors name it. `assign` is the field of that name as it stands in
    `text`, None where there is none; `lines` tells on which line, from 1, an article is assigned.
    """

    raw: bytes
    where: str
    policy: Policy = field(default_factory=Policy)
    text: str = field(default="", compare=False, repr=False)
    assign: Value | None = field(default=None, compare=False, repr=False)
    lines: Mapping[str, int] = field(default_factory=dict, compare=False, repr=False)


def parse(raw: bytes, where: str) -> PolicyFile:
    """Read the bytes of a `reader.yaml`; raises SidecarError, whatever the bytes are."""
    try:
        text = characters(raw)
        if conflict := conflict_in(text):
            raise YamlError(*conflict)
        root = fields_of(text)
        policy, assign = _policy(root), root.fields().get("assign")
    except YamlError as error:
        raise SidecarError(where, error.line, error.message) from error
    return PolicyFile(raw, where, policy, text, assign, MappingProxyType(_lines(assign)))


def _policy(root: Value) -> Policy:
    fields = root.fields_among(FIELDS, ())
    if root.is_flow or any(one.key and one.key.start_mark.column for one in fields.values()):
        raise root.error("names must stand at the start of their lines")
    if "reader" not in fields:
        what = "the line reader: 1 is missing; write it at the top, or restore it from git"
        raise root.error(what)
    fields["reader"].version(VERSION)
    reviewers = _texts(fields.get("reviewers"))
    return Policy(
        reviewers,
        _texts(fields.get("adjudicators")),
        "blind" in fields and fields["blind"].flag(),
        MappingProxyType(_assigned(fields.get("assign"), reviewers)),
        MappingProxyType(_settings(fields.get("check"))),
        _texts(fields.get("reasons")),
        fields["guidelines"].text().strip() if "guidelines" in fields else "",
    )


def _texts(value: Value | None) -> tuple[str, ...]:
    """Read a list of texts, none empty and none there twice."""
    texts: list[str] = []
    for item in value.items() if value else ():
        text = item.text()
        if not text.strip():
            raise item.error(f"{item.name} has an empty line; write a text there, or remove it")
        if text != text.strip():
            raise item.error(f"{item.name} has {text!r}; remove the spaces at its ends")
        if text in texts:
            raise item.error(f"{item.name} names {text!r} twice; keep one")
        texts.append(text)
    return tuple(texts)


def _assigned(value: Value | None, reviewers: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    assigned: dict[str, tuple[str, ...]] = {}
    for article, names in value.fields().items() if value else ():
        if not _ARTICLE.fullmatch(article):
            what = f"{article!r} is no article of the corpus; write its path below this folder"
            raise names.error_at_name(f"{what}, as in FOLDER/FILE.txt")
        assigned[article] = _texts(names)
        for item in names.items():
            if reviewers and item.text() not in reviewers:
                raise item.wrong(f"is assigned to {item.text()!r}, who is no reviewer", reviewers)
    return assigned


def _lines(assign: Value | None) -> dict[str, int]:
    lines: dict[str, int] = {}
    line, counted = 1, 0
    for article, names in assign.fields().items() if assign else ():
        line += names.source.count("\n", counted, names.start)
        lines[article], counted = line, names.start
    return lines


def _settings(value: Value | None) -> dict[Rule, Setting]:
    fields = value.fields_among(tuple(Rule), ()) if value else {}
    return {Rule(name): _setting(LIMITS.get(Rule(name)), one) for name, one in fields.items()}


def _setting(limit: Limit | None, value: Value) -> Setting:
    """Read a rule's level, or its level and limit as fields; the level is error if not said."""
    usual = limit.usual if limit else None
    if not value.is_map:
        return Setting(value.choice(Level), usual)
    fields = value.fields_among(("level", limit.name) if limit else ("level",), ())
    level = fields["level"].choice(Level) if "level" in fields else Level.ERROR
    if limit is None or limit.name not in fields:
        return Setting(level, usual)
    return Setting(level, _number(fields[limit.name], limit))


def _number(value: Value, limit: Limit) -> Fraction:
    text = value.text()
    number = Fraction(text) if _NUMBER.fullmatch(text) else None
    if (
        number is None
        or not limit.least <= number <= limit.most
        or (limit.is_whole and number.denominator != 1)
    ):
        kind = "a whole number" if limit.is_whole else "a number"
        what = f"{value.name} must be {kind} from {limit.least} to {limit.most}"
        raise value.error(what)
    return number
