"""The variants of a trace compared: what changed between two passages, in the light of all the others.

To collate is what textual scholars call the comparing of witnesses. Changes are named when they are asked for: most
variants of a large corpus are never shown.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from quotetrace import languages
from quotetrace.changes import by_severity, changes
from quotetrace.changing.change import Change, ChangeType, Severity
from quotetrace.changing.gaps import ends_in_gap
from quotetrace.changing.pairs import Pair, Side
from quotetrace.changing.splices import welded
from quotetrace.model import Relation, Span
from quotetrace.text import stem, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quotetrace.languages import Language
    from quotetrace.model import Passage, Trace, Variant

# Passages before and after a variant in which its article may tell what the variant itself leaves out.
_AROUND = 2
# Share of the content words of missing or quoted words that are enough to take them as told elsewhere.
_TOLD = 0.5
_LEFT_OUT = frozenset({ChangeType.OMISSION, ChangeType.TRUNCATION, ChangeType.SCOPE})


class Collation:
    """What changed between the passages of one trace."""

    def __init__(self, trace: Trace) -> None:
        self._trace = trace
        self._articles = {article.id: article for article in trace.corpus.articles}

    def changes(self, variant: Variant) -> tuple[Change, ...]:
        """Return what changed from the passage that *variant* is held against."""
        return () if variant.passage is variant.against else self.between(variant.against, variant.passage)

    def between(self, reference: Passage, variant: Passage) -> tuple[Change, ...]:
        """Return what changed from one passage to another, by the rules of the second one's language.

        What the variant's article tells beside it or leaves out in a gap is no major omission, and words in quotation
        marks that a third article has too are no major change.
        """
        language = languages.get(self._articles[variant.article].language)
        named = [self._weighed(change, variant, language) for change in changes(reference, variant, language)]
        return by_severity([*named, *self._splices(reference, variant, language)])

    def _weighed(self, change: Change, variant: Passage, language: Language) -> Change:
        if change.severity is Severity.MINOR:
            return change
        if change.type is ChangeType.TRUNCATION and ends_in_gap(variant, self._articles[variant.article].text):
            return replace(change, type=ChangeType.OMISSION, severity=Severity.MINOR)
        elsewhere: Iterable[Passage] = ()
        if change.type in _LEFT_OUT and not change.variant:
            elsewhere = self._beside(variant)
        elif change.type is ChangeType.MARKS:
            elsewhere = self._witnesses(variant)
        told = _tells(elsewhere, change.reference if change.type in _LEFT_OUT else change.variant, language)
        return replace(change, severity=Severity.MINOR) if told else change

    def _beside(self, passage: Passage) -> list[Passage]:
        """Return the passages around one in its article."""
        ordered, at = self._by_article[passage.article], self._places[passage.id]
        return [*ordered[max(at - _AROUND, 0) : at], *ordered[at + 1 : at + 1 + _AROUND]]

    def _witnesses(self, passage: Passage) -> list[Passage]:
        """Return the other articles' passages of the same remark."""
        return [other for other in self._fellows.get(passage.id, ()) if other.article != passage.article]

    def _splices(self, reference: Passage, variant: Passage, language: Language) -> Iterator[Change]:
        """Name the other passages of the reference's article that stand in one quotation with it, far from it there."""
        first = Pair(Side(reference, language), Side(variant, language), language)
        for other in self._aligned.get(variant.id, ()):
            far = abs(self._places[other.id] - self._places[reference.id]) > 1
            if other.article == reference.article and far:
                found = welded(first, Pair(Side(other, language), first.b, language))
                if found:
                    start, end = variant.start + found.start, variant.start + found.end
                    yield Change(
                        ChangeType.SPLICE,
                        Severity.MAJOR,
                        other.text,
                        variant.text[found.start : found.end],
                        Span(other.start, other.end),
                        Span(start, end),
                    )

    @cached_property
    def _by_article(self) -> dict[str, list[Passage]]:
        found: dict[str, list[Passage]] = defaultdict(list)
        for passage in self._trace.passages:
            found[passage.article].append(passage)
        return found

    @cached_property
    def _places(self) -> dict[str, int]:
        return {passage.id: at for ordered in self._by_article.values() for at, passage in enumerate(ordered)}

    @cached_property
    def _fellows(self) -> dict[str, list[Passage]]:
        remarks = ([variant.passage for variant in remark.variants] for remark in self._trace.remarks)
        return {passage.id: told for told in remarks for passage in told}

    @cached_property
    def _aligned(self) -> dict[str, list[Passage]]:
        found: dict[str, list[Passage]] = defaultdict(list)
        for alignment in self._trace.alignments:
            if alignment.relation is not Relation.RESTATED:
                found[alignment.a.id].append(alignment.b)
                found[alignment.b.id].append(alignment.a)
        return found


def _tells(passages: Iterable[Passage], words: str, language: Language) -> bool:
    """Tell whether one of the passages has enough of the content words."""
    content = {
        stem(token.form, language.stemmer) for token in tokens(words) if token.form not in language.function_words
    }
    if not content:
        return False
    there = ({stem(token.form, language.stemmer) for token in tokens(passage.text)} for passage in passages)
    return any(len(content & stems) >= _TOLD * len(content) for stems in there)
