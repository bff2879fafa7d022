"""Texts that may differ by language."""

from __future__ import annotations

from pressroom.language.tags import canonical
from pressroom.model.release import Localised
from pressroom.typed_yaml.fields import Kind
from pressroom.typed_yaml.kinds import by_key, scalar_text, text
from pressroom.typed_yaml.nodes import Context, MappingNode, Node
from pressroom.typed_yaml.wording import quoted


def language_tag() -> Kind[str]:
    """Declare a language tag, returned in canonical case (BCP 47)."""
    name = "a language tag"

    def read(node: Node, context: Context) -> str | None:
        value = scalar_text(node, context, name)
        if value is None:
            return None
        tag = canonical(value)
        if tag is None:
            what = f"{quoted(value)} is not a language tag"
            hint = "write it as en-HK or zh-Hant-HK (BCP 47)"
            context.error(21, what, node.span, hint)
        return tag

    return Kind(name, read, lambda: "und")


def by_language() -> Kind[Localised]:
    """Declare a mapping from language tags to texts, with at least one."""
    mapping = by_key(language_tag(), text())

    def read(node: Node, context: Context) -> Localised | None:
        values = mapping.read(node, context)
        if isinstance(node, MappingNode) and not node.pairs:
            context.error(22, "no language in this mapping", node.span)
        return None if values is None else Localised(values)

    return Kind("a mapping from language tags to texts", read, lambda: Localised(()))


def localised() -> Kind[Localised]:
    """Declare a text for all languages, or a mapping from language tags to texts."""
    mapping = by_language()
    for_all = text()
    name = "a text, or a mapping from language tags to texts"

    def read(node: Node, context: Context) -> Localised | None:
        if isinstance(node, MappingNode):
            return mapping.read(node, context)
        value = for_all.read(node, context)
        return None if value is None else Localised((("", value),))

    return Kind(name, read, lambda: Localised(()))
