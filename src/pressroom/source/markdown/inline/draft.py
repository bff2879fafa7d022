"""What the scanner has read of a stretch so far; its rules work on this."""

from __future__ import annotations

from dataclasses import dataclass, field

from pressroom.model.inlines import Inline
from pressroom.place import Span
from pressroom.source.markdown.attributes import Attributes, read_attributes
from pressroom.source.markdown.codes import Code
from pressroom.source.markdown.findings import Findings
from pressroom.source.markdown.inline.emphasis import Item, Raw
from pressroom.source.markdown.stretch import Stretch


@dataclass(frozen=True, slots=True)
class Picture:
    """An image as it stands in running text; whether it may stand there, the blocks decide."""

    source: str
    caption: tuple[Inline, ...]
    attributes: Attributes | None
    span: Span


@dataclass(slots=True)
class Draft:
    """The part of a stretch between two indices, the items made of it, and the index ``at`` where reading stands.

    ``shifted`` tells that the part is raised or lowered text, where a blank may be escaped.
    """

    stretch: Stretch
    findings: Findings
    start: int
    end: int
    shifted: bool = False
    at: int = field(init=False)
    items: list[Item] = field(default_factory=list[Item])
    pictures: list[Picture] = field(default_factory=list[Picture])

    def __post_init__(self) -> None:
        self.at = self.start

    @property
    def text(self) -> str:
        """Return the whole text of the stretch; indices count in it."""
        return self.stretch.text

    def follows(self, mark: str, ahead: int = 0) -> bool:
        """Tell whether a mark stands where reading stands, or some characters ahead."""
        return self.text.startswith(mark, self.at + ahead, self.end)

    def span(self, stop: int) -> Span:
        """Return the span in the file from where reading stands to an index."""
        return self.stretch.span(self.at, stop)

    def take(self, stop: int) -> None:
        """Keep the text up to an index as it stands."""
        self.items.append(Raw(self.at, stop))
        self.at = stop

    def put(self, node: Inline, stop: int) -> None:
        """Keep a node in the place of the text up to an index."""
        self.items.append(node)
        self.at = stop

    def error(self, code: Code, what: str, stop: int, hint: str) -> None:
        """Report the text up to an index."""
        self.findings.error(code, what, self.span(stop), hint)

    def attributes(self) -> Attributes | None:
        """Read attributes in braces if they stand here; reading does not move on."""
        return read_attributes(self.text, self.at, self.end) if self.follows("{") else None

    def refuse_attributes(self, what: str) -> None:
        """Report attributes behind something that takes none."""
        if attributes := self.attributes():
            hint = "put a span around it: `[…]{…}`"
            self.error(Code.UNKNOWN_ATTRIBUTE, f"{what} takes no attributes", attributes.end, hint)
