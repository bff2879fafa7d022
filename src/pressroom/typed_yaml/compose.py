"""YAML text -> nodes with places. PyYAML finds the events; nothing of its type guessing is used."""

from __future__ import annotations

from collections.abc import Iterator

import yaml
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)
from yaml.reader import ReaderError

from pressroom.model.characters import UNUSABLE, describe
from pressroom.place import Span
from pressroom.typed_yaml.nodes import (
    BrokenNode,
    Context,
    ListNode,
    MappingNode,
    Node,
    Pair,
    ScalarNode,
)
from pressroom.typed_yaml.syntax import complaint
from pressroom.typed_yaml.wording import quoted

LONGEST = 65_536
"""The longest YAML that is read, in characters: a hundred times a usual front matter, ten times a house."""

DEEPEST = 16
"""How many lists and mappings may stand in each other."""

_LINE_ENDS_OF_YAML = "\u2028\u2029"  # YAML 1.1 §4.2 takes them for line ends, editors do not


class _UnreadableError(Exception):
    """The rest cannot be read; the reason has been reported."""


def compose(context: Context, within: Span) -> Node | None:
    """Read the one YAML document that a span of the file holds; None when it is empty or its syntax is broken."""
    if within.end - within.start > LONGEST:
        whole = f"{within.end - within.start} characters of YAML; at most {LONGEST} are read"
        context.error(6, whole, Span(within.start, within.start))
        return None
    text = context.file.slice(within)
    for at, character in enumerate(text):
        if character in _LINE_ENDS_OF_YAML:
            place = Span(within.start + at, within.start + at + 1)
            context.error(1, f"{describe(character)} in YAML", place, "remove it")
    try:
        return _Composer(context, text, within.start).document()
    except _UnreadableError:
        return None


class _Composer:
    def __init__(self, context: Context, text: str, base: int) -> None:
        self._context = context
        self._text = text
        self._base = base
        self._events = self._guarded()
        self._depth = 0

    def document(self) -> Node | None:
        found: Node | None = None
        for event in self._events:
            match event:
                case StreamStartEvent() | StreamEndEvent() | DocumentEndEvent():
                    continue
                case DocumentStartEvent() if found is not None:
                    self._context.error(2, "a second YAML document", self._span(event), "keep one")
                    raise _UnreadableError
                case DocumentStartEvent():
                    found = self._node(next(self._events))
                case _:
                    raise AssertionError(event)
        return found

    def _guarded(self) -> Iterator[Event]:
        """Yield the events; whatever PyYAML raises becomes a finding."""
        last = 0
        try:
            for event in yaml.parse(self._text, Loader=yaml.SafeLoader):
                last = event.end_mark.index if event.end_mark else last
                yield event
        except ReaderError as error:
            at = int(error.position)
            self._refuse(at, f"{describe(self._text[at])} in YAML", "remove it")
        except yaml.MarkedYAMLError as error:
            found = complaint(error)
            self._refuse(found.offset, found.message, *[found.hint] if found.hint else [])
        except (ValueError, OverflowError):
            # chr() of an escape above U+10FFFF, int() of a giant version number
            self._refuse(last, "an escape or a number that is out of range after this point")

    def _refuse(self, at: int, message: str, *hints: str) -> None:
        start = min(at, max(len(self._text) - 1, 0))
        end = min(start + 1, len(self._text))
        self._context.error(1, message, Span(self._base + start, self._base + end), *hints)
        raise _UnreadableError

    def _span(self, event: Event) -> Span:
        start = event.start_mark.index if event.start_mark else 0
        end = event.end_mark.index if event.end_mark else start
        written = self._text[
            start:end
        ].rstrip()  # the end mark of a block text stands a line too far
        return Span(self._base + start, self._base + start + len(written))

    def _node(self, event: Event) -> Node:
        if isinstance(event, NodeEvent):
            self._refuse_magic(event)
        match event:
            case ScalarEvent():
                return self._scalar(event)
            case SequenceStartEvent():
                return self._list(event)
            case MappingStartEvent():
                return self._mapping(event)
            case _:
                return BrokenNode(self._span(event))

    def _refuse_magic(self, event: NodeEvent) -> None:
        if isinstance(event, AliasEvent):
            hint = "write the value out; a text that begins with `*` needs quotation marks"
            self._context.error(3, f"an alias (`*{event.anchor}`)", self._span(event), hint)
            return
        head = Span(self._span(event).start, self._span(event).start + 1)
        if event.anchor is not None:
            hint = "remove it; a text that begins with `&` needs quotation marks"
            self._context.error(3, f"an anchor (`&{event.anchor}`)", head, hint)
        if (
            isinstance(event, ScalarEvent | SequenceStartEvent | MappingStartEvent)
            and event.tag is not None
        ):
            hint = "remove it; a text that begins with `!` needs quotation marks"
            self._context.error(4, f"a tag ({quoted(event.tag)})", head, hint)

    def _scalar(self, event: ScalarEvent) -> Node:
        span = self._span(event)
        bad = UNUSABLE.search(event.value)
        if bad:
            what = f"an escape that stands for {describe(bad[0])}"
            self._context.error(7, what, span, "no output can hold this character: remove it")
            return BrokenNode(span)
        return ScalarNode(event.value, event.style is None, span)

    def _list(self, start: SequenceStartEvent) -> Node:
        self._descend(start)
        items: list[Node] = []
        while not isinstance(event := next(self._events), SequenceEndEvent):
            items.append(self._node(event))
        self._depth -= 1
        span = self._reach(start, event, [item.span for item in items])
        return ListNode(tuple(items), span)

    def _mapping(self, start: MappingStartEvent) -> Node:
        self._descend(start)
        pairs: dict[str, Pair] = {}
        spans: list[Span] = []
        while not isinstance(event := next(self._events), MappingEndEvent):
            key = self._node(event)
            value = self._node(next(self._events))
            spans += [key.span, value.span]
            match key:
                case ScalarNode() if key.text in pairs:
                    line = self._context.file.position(pairs[key.text].key.span.start).line
                    what = f"key {quoted(key.text)} is written twice"
                    self._context.error(9, what, key.span, f"its first value stands in line {line}")
                case ScalarNode():
                    pairs[key.text] = Pair(key, value)
                case BrokenNode():
                    pass
                case ListNode() | MappingNode():
                    self._context.error(8, "a key that is not a text", key.span)
        self._depth -= 1
        return MappingNode(tuple(pairs.values()), self._reach(start, event, spans))

    def _descend(self, event: Event) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            what = f"more than {DEEPEST} lists and mappings in each other"
            self._context.error(5, what, self._span(event))
            raise _UnreadableError

    def _reach(
        self, start: SequenceStartEvent | MappingStartEvent, end: Event, inner: list[Span]
    ) -> Span:
        """Return the extent of a collection: a block's end mark stands behind the blank lines that follow it."""
        whole = self._span(start)
        if start.flow_style:
            return whole.cover(self._span(end))
        return Span(whole.start, max([whole.end, *(span.end for span in inner)]))
