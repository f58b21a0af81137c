"""Named changes against those that people marked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quotetrace.changing.change import Severity
from quotetrace.evaluation.figures import Figure, Sheet
from quotetrace.evaluation.overlap import shared
from quotetrace.evaluation.scores import NO_HITS, Hits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from quotetrace.changing.change import Change
    from quotetrace.evaluation.gold import GoldChange, GoldComparison, GoldSpan
    from quotetrace.model import Passage

# Names that annotators use for types of the program; one can stand for several.
SYNONYMS = {
    "dropped": ("omission", "truncation"),
    "added": ("addition",),
    "time": ("date", "tense"),
    "negation": ("polarity",),
}
# What annotators of meaning do not mark: how words are printed, that they differ at all, and where they are from.
SURFACE = frozenset({"wording", "presentation", "marks", "splice"})

Places = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Located:
    """A change with its places in two articles; a side is empty where nothing stands there.

    *types* are what the program may call it; it *counts* if it is major, or significant for a reader.
    """

    types: tuple[str, ...]
    counts: bool
    a: Places
    b: Places

    def meets(self, other: Located) -> bool:
        """Tell whether two changes are about the same words: they overlap in one of the two texts."""
        sides = ((self.a, other.a), (self.b, other.b))
        return any(shared(x, y) > 0 for here, there in sides for x in here for y in there)


@dataclass(frozen=True, slots=True)
class Compared:
    """Two annotated sentences: the changes that the program names, and those of gold."""

    found: tuple[Located, ...]
    gold: tuple[Located, ...]

    def of_type(self, name: str) -> Compared:
        """Return the changes of one type."""
        found, gold = (tuple(c for c in changes if name in c.types) for changes in (self.found, self.gold))
        return Compared(found, gold)

    def score(self, *, typed: bool, major: bool) -> Hits:
        """Score what was found; *typed* asks for the same type, *major* leaves aside what does not count."""

        def hits(one: Located, other: Located) -> bool:
            return one.meets(other) and (not typed or bool({*one.types} & {*other.types}))

        found = [change for change in self.found if (change.counts or not major) and not SURFACE & {*change.types}]
        gold = [change for change in self.gold if change.counts or not major]
        right = sum(any(hits(change, other) for other in gold) for change in found)
        return Hits(right, len(found), sum(any(hits(other, change) for other in found) for change in gold), len(gold))


def compare_sentences(
    comparisons: Iterable[GoldComparison],
    passages: Sequence[Passage],
    texts: Mapping[str, str],
    compare: Callable[[Passage, Passage], Iterable[Change]],
) -> list[Compared]:
    """Name the changes between the two sentences of each comparison with *compare*.

    A sentence is compared as a whole, presented as the one of *passages* is that shares most with it; whether the
    program aligns the two does not matter here. *texts* are those of the articles.
    """
    compared: list[Compared] = []
    for comparison in comparisons:
        a, b = (_as_passage(span, passages, texts) for span in (comparison.a, comparison.b))
        found = tuple(_located(change) for change in compare(a, b)) if a and b else ()
        compared.append(Compared(found, tuple(map(_annotated, comparison.changes))))
    return compared


def measure_changes(compared: Sequence[Compared]) -> Sheet:
    """Return the scores of changes, by what counts and by type."""
    figures = [
        Figure.of(f"{which}, {how}", total(compared, typed=typed, major=major))
        for which, major in (("significant", True), ("all", False))
        for how, typed in (("same type", True), ("any type", False))
    ]
    named = {name for pair in compared for change in (*pair.found, *pair.gold) for name in change.types}
    for name in sorted(named - SURFACE):
        of_type = [pair.of_type(name) for pair in compared]
        figures.append(Figure.of(f"all, {name}", total(of_type, typed=False, major=False)))
    return Sheet("changes", _ABOUT, tuple(figures))


_ABOUT = (
    "Changes between two annotated sentences: right if the words overlap in one of the two and, but for any type, the "
    "type is the same. Significant: the program's major changes against the significant ones of gold. Wording, "
    "presentation, marks and splices are left aside."
)


def total(compared: Iterable[Compared], *, typed: bool, major: bool) -> Hits:
    """Return the sum of the scores of several pairs of sentences."""
    return sum((pair.score(typed=typed, major=major) for pair in compared), NO_HITS)


def _annotated(change: GoldChange) -> Located:
    a, b = (tuple((span.start, span.end) for span in spans) for spans in (change.a, change.b))
    return Located(SYNONYMS.get(change.type, (change.type,)), change.significant, a, b)


def _as_passage(span: GoldSpan, passages: Sequence[Passage], texts: Mapping[str, str]) -> Passage | None:
    """Return an annotated sentence as a passage, or None where the program has none there."""

    def common(passage: Passage) -> int:
        return shared((passage.start, passage.end), (span.start, span.end))

    near = max((p for p in passages if p.article == span.article), key=common, default=None)
    if near is None or common(near) <= 0:
        return None
    return replace(near, start=span.start, end=span.end, text=texts[span.article][span.start : span.end])


def _located(change: Change) -> Located:
    a, b = (((span.start, span.end),) for span in (change.reference_span, change.variant_span))
    return Located((change.type.value,), change.severity is Severity.MAJOR, a, b)
