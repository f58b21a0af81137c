"""Named changes against those that people marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quotetrace.evaluation.figures import Figure, Sheet
from quotetrace.evaluation.overlap import shared
from quotetrace.evaluation.scores import NO_SCORE, Score
from quotetrace.model import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from quotetrace.evaluation.gold import GoldComparison, GoldSpan
    from quotetrace.model import Change, Passage

# Names that annotators use for a type of the program.
SYNONYMS = {"dropped": "omission", "added": "addition", "time": "date", "negation": "polarity"}
# Minor ones of these say how the words are printed or that they differ at all; annotators of meaning do not mark that.
SURFACE = frozenset({"wording", "presentation", "marks"})


Places = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Located:
    """A change with its places in two articles; a side is empty where nothing stands there."""

    type: str
    counts: bool  # is significant, or major
    a: Places
    b: Places

    def meets(self, other: Located) -> bool:
        """Tell whether two changes are about the same words: they overlap wherever both have some, at least once."""
        sides = [(here, there) for here, there in ((self.a, other.a), (self.b, other.b)) if here and there]
        return bool(sides) and all(any(shared(x, y) > 0 for x in here for y in there) for here, there in sides)


def measure_changes(
    comparisons: Sequence[GoldComparison],
    passages: Sequence[Passage],
    compare: Callable[[Passage, Passage], Iterable[Change]],
) -> Sheet:
    """Name the changes between the passages of each annotated pair of sentences with *compare*, and judge them.

    A sentence stands for the passage that shares most with it; whether the program aligns the two does not matter.
    """
    judged = [(_found(comparison, passages, compare), _gold(comparison)) for comparison in comparisons]
    figures = [
        Figure.of(f"{which}, {how}", _total(judged, typed=typed, major=major))
        for which, major in (("significant", True), ("all", False))
        for how, typed in (("same type", True), ("any type", False))
    ]
    for name in sorted({change.type for pair in judged for changes in pair for change in changes}):
        of_type = [tuple([change for change in changes if change.type == name] for changes in pair) for pair in judged]
        score = _total(of_type, typed=True, major=False)
        if score != NO_SCORE:
            figures.append(Figure.of(f"all, {name}", score))
    return Sheet("changes", _ABOUT, tuple(figures))


_ABOUT = (
    "Changes between two annotated sentences: right if the words overlap and, but for `any type`, the type is the "
    "same. Significant: the program's major changes against the significant ones of gold; what hits another gold "
    "change, or one that was hit before, is left aside. Same type leaves out minor changes of wording, presentation "
    "and marks."
)


def _gold(comparison: GoldComparison) -> list[Located]:
    return [
        Located(SYNONYMS.get(change.type, change.type), change.significant, _offsets(change.a), _offsets(change.b))
        for change in comparison.changes
    ]


def _offsets(spans: Iterable[GoldSpan]) -> Places:
    return tuple((span.start, span.end) for span in spans)


def _found(
    comparison: GoldComparison,
    passages: Sequence[Passage],
    compare: Callable[[Passage, Passage], Iterable[Change]],
) -> list[Located]:
    a, b = (_passage(span, passages) for span in (comparison.a, comparison.b))
    if a is None or b is None:
        return []
    return [
        Located(
            change.type.value,
            change.severity is Severity.MAJOR,
            _places(change.reference, a),
            _places(change.variant, b),
        )
        for change in compare(a, b)
    ]


def _passage(span: GoldSpan, passages: Sequence[Passage]) -> Passage | None:
    """Return the passage that shares most with an annotated sentence, if any shares something."""
    inside = [passage for passage in passages if passage.article == span.article and _common(passage, span) > 0]
    return max(inside, key=lambda passage: _common(passage, span), default=None)


def _common(passage: Passage, span: GoldSpan) -> int:
    return shared((passage.start, passage.end), (span.start, span.end))


def _places(words: str, passage: Passage) -> Places:
    """Return where the words of a change stand in the article: together, or the ones that a comma parts."""
    parts = [words] if words in passage.text else words.split(", ")
    starts = [(passage.text.find(part), len(part)) for part in parts if part]
    return tuple((passage.start + at, passage.start + at + length) for at, length in starts if at >= 0)


def _total(judged: Iterable[Sequence[Sequence[Located]]], *, typed: bool, major: bool) -> Score:
    return sum((_score(found, gold, typed=typed, major=major) for found, gold in judged), NO_SCORE)


def _score(found: Sequence[Located], gold: Sequence[Located], *, typed: bool, major: bool) -> Score:
    """Score the changes of one pair of sentences; each gold change is hit once."""

    def hits(one: Located, other: Located) -> bool:
        return one.meets(other) and (one.type == other.type or not typed)

    left = [change for change in gold if change.counts or not major]
    wanted, right, predicted = len(left), 0, 0
    for change in found:
        if not change.counts and (major or (typed and change.type in SURFACE)):
            continue
        hit = next((other for other in left if hits(change, other)), None)
        if hit:
            left.remove(hit)
            right += 1
        if hit or not any(hits(change, other) for other in gold):
            predicted += 1
    return Score(right, predicted, wanted)
