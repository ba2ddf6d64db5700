"""YAML's nodes made from its events, for `reader.yamltext` alone.

PyYAML's own composer in C crashes the whole program on 50,000 nested brackets and follows aliases;
here every event is looked at before anything is made of it, and nothing recurses deeply.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import yaml

ParseError = yaml.MarkedYAMLError

DEEPEST = 20
"""How many lists and fields may lie within each other; a sidecar needs three."""

MOST_NODES = 100_000
"""Six thousand judgements in one file; beyond, reading would take seconds."""

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_NULL = "tag:yaml.org,2002:null"
_STR = "tag:yaml.org,2002:str"
_SEQ = "tag:yaml.org,2002:seq"
_MAP = "tag:yaml.org,2002:map"

_LOADER = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader


class NodeError(Exception):
    """Something beyond plain data stands at `index`."""

    def __init__(self, event: yaml.Event, message: str) -> None:
        super().__init__(message)
        self.index: int = event.start_mark.index if event.start_mark is not None else 0
        self.message = message


def data(node: yaml.Node) -> object:
    """Make plain data of a node: str, None, list, dict."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: data(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [data(item) for item in node.value]
    return None if node.tag == _NULL else node.value


def nodes(text: str) -> yaml.MappingNode:
    """Build the one document's fields; raises NodeError and ParseError."""
    builder = _Builder()
    for event in yaml.parse(text, Loader=_LOADER):
        builder.take(event)
    if builder.root is not None:
        return builder.root
    start = yaml.Mark("", 0, 0, 0, "", 0)
    return yaml.MappingNode(_MAP, [], start, start)


@dataclass(slots=True)
class _Open:
    """A list, or fields of which one may have its name but not yet its value."""

    node: yaml.CollectionNode
    key: yaml.ScalarNode | None = None
    names: set[str] = field(default_factory=set)


class _Builder:
    def __init__(self) -> None:
        self.root: yaml.MappingNode | None = None
        self._open: list[_Open] = []
        self._count = 0

    def take(self, event: yaml.Event) -> None:
        """Put one event in its place."""
        if isinstance(event, yaml.AliasEvent):
            raise NodeError(event, f"*{event.anchor} is an alias: put the text in quotation marks")
        if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent):
            self._take_node(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._open.pop().node.end_mark = event.end_mark
        elif isinstance(event, yaml.DocumentStartEvent):
            if self.root is not None:
                raise NodeError(event, "a second document begins here: remove the line ---")
            if event.version or event.tags:
                raise NodeError(event, "directives (%) are not allowed")

    def _take_node(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor is not None:
            raise NodeError(event, f"&{event.anchor} is an anchor: put the text in quotation marks")
        if event.tag is not None:
            raise NodeError(event, f"the tag {event.tag} is not allowed: put it in quotation marks")
        self._count += 1
        if self._count > MOST_NODES:
            raise NodeError(event, f"more than {MOST_NODES} values are too many")
        if isinstance(event, yaml.ScalarEvent):
            tag = _NULL if not event.style and event.value in _NULLS else _STR
            scalar = yaml.ScalarNode(tag, event.value, style=event.style)
            scalar.start_mark, scalar.end_mark = event.start_mark, event.end_mark
            self._place(event, scalar)
            return
        if len(self._open) == DEEPEST:
            raise NodeError(event, f"more than {DEEPEST} levels are too deep")
        node: yaml.CollectionNode
        if isinstance(event, yaml.MappingStartEvent):
            node = yaml.MappingNode(_MAP, [], flow_style=event.flow_style)
        else:
            node = yaml.SequenceNode(_SEQ, [], flow_style=event.flow_style)
        node.start_mark = event.start_mark
        self._place(event, node)
        self._open.append(_Open(node))

    def _place(self, event: yaml.Event, node: yaml.Node) -> None:
        if not self._open:
            if not isinstance(node, yaml.MappingNode):
                raise NodeError(event, "fields (name: value) are expected here")
            self.root = node
            return
        inside = self._open[-1]
        if not isinstance(inside.node, yaml.MappingNode):
            inside.node.value.append(node)
        elif inside.key is not None:
            inside.node.value.append((inside.key, node))
            inside.key = None
        elif not isinstance(node, yaml.ScalarNode):
            raise NodeError(event, "the name of a field must be text")
        elif node.value in inside.names:
            raise NodeError(event, f"the field {node.value} is there twice: keep one")
        else:
            inside.names.add(node.value)
            inside.key = node
