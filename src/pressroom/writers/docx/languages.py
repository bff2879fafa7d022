"""Languages as Word has them: one slot for Latin text, one for East Asian text (ECMA-376 §17.3.2.20)."""

from __future__ import annotations

from dataclasses import dataclass

from pressroom.edition.resolved import ResolvedRelease
from pressroom.language.record import Language, Script
from pressroom.language.registry import embedded
from pressroom.writers.docx.markup import Markup, make


@dataclass(frozen=True, slots=True)
class WordLanguages:
    """What holds in each slot unless a style says otherwise, by Word's names; ``han_tag`` is the BCP 47 tag of ``han``."""

    latin: str
    han: str
    han_tag: str

    def default(self) -> Markup:
        """Make the language of the document defaults (cjk-rules D01)."""
        return make("w:lang", val=self.latin, eastAsia=self.han, bidi="ar-SA")

    def usual(self, script: Script) -> str:
        """Return the default of the slot of a script."""
        return self.han if script is Script.HAN else self.latin

    def foreign(self, tag: str, within: Language) -> Language | None:
        """Return the language of a run, or None where its paragraph has it already."""
        own = embedded(tag, within)
        here = within.word_tag if own.script is within.script else self.usual(own.script)
        return None if own.word_tag == here else own


def word_languages(release: ResolvedRelease) -> WordLanguages:
    """Choose the defaults: the first edition of a script, else what the first edition embeds in that script."""
    first = release.editions[0].language
    by_script = {Script.LATIN: embedded(first.latin, first), Script.HAN: embedded(first.han, first)}
    for edition in reversed(release.editions):
        by_script[edition.language.script] = edition.language
    han = by_script[Script.HAN]
    return WordLanguages(by_script[Script.LATIN].word_tag, han.word_tag, han.tag)


def in_slot(language: Language) -> Markup:
    """Make the property that names a language in the slot of its script."""
    if language.script is Script.HAN:
        return make("w:lang", eastAsia=language.word_tag)
    return make("w:lang", val=language.word_tag)
