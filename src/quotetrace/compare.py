"""What two outlets, articles or variants both report, and what only one of them does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quotetrace import tracing
from quotetrace.addresses import Side, common_remark, narrowed, remarks_by_passage, resolve
from quotetrace.collation import Collation
from quotetrace.errors import UsageError
from quotetrace.matching.scoring import THRESHOLD
from quotetrace.model import Presentation, Relation
from quotetrace.word_diff import passage_diff

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quotetrace.changing.change import Change
    from quotetrace.matching.matcher import Matching
    from quotetrace.model import Passage, Trace


@dataclass(frozen=True, slots=True)
class Pair:
    """Two passages that are compared; *remark* is the id of the remark that holds both, or empty.

    *aligned* is False where two named variants have too little in common to report the same words.
    """

    a: Passage
    b: Passage
    similarity: float
    relation: Relation
    remark: str
    changes: tuple[Change, ...] = ()
    aligned: bool = True


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two sides: pairs in the order of side *a*, and what one side reports and the other does not.

    *restated* pairs are the same thought on another occasion.
    """

    a: Side
    b: Side
    both: tuple[Pair, ...]
    restated: tuple[Pair, ...]
    only_a: tuple[Passage, ...]
    only_b: tuple[Passage, ...]

    @property
    def differs(self) -> bool:
        """Whether anything but case and punctuation differs."""
        if self.restated or self.only_a or self.only_b:
            return True
        return any(passage_diff(pair.a, pair.b).differs for pair in self.both)


def diff(trace: Trace, a: str, b: str) -> Comparison:
    """Compare what the addresses *a* and *b* stand for (see `addresses.resolve`).

    Raises UsageError where one is not known or they cannot be compared.
    """
    left, right = resolve(trace, a), resolve(trace, b)
    if any(article in right.articles for article in left.articles):
        left, right = narrowed(trace, left, a), narrowed(trace, right, b)
    _refuse_the_same(trace, left, right)
    if left.passage and right.passage:
        remark = common_remark(remarks_by_passage(trace), left.passage, right.passage)
        matching = tracing.matching_of(trace)
        return _comparison(left, right, [_scored(trace, matching, (left.passage, right.passage), remark)], (), ())
    if left.passage or right.passage:
        raise UsageError(
            f"{left.name} and {right.name} are not of a kind",
            "compare two outlets or articles with each other, or two variants (REMARK:1 REMARK:2)",
        )
    ours, theirs = _passages(trace, left), _passages(trace, right)
    pairs = _pairs(trace, ours, theirs)
    paired = {passage.id for pair in pairs for passage in (pair.a, pair.b)}
    return _comparison(left, right, pairs, _alone(ours, paired), _alone(theirs, paired))


def is_reported(passage: Passage) -> bool:
    """Whether the passage is told as somebody's words: not narration, and no heading without a speaker."""
    if passage.presentation is Presentation.HEADLINE:
        return bool(passage.speaker)
    return passage.presentation is not Presentation.NARRATION


def _refuse_the_same(trace: Trace, left: Side, right: Side) -> None:
    if left.passage or right.passage:
        same = left.passage == right.passage
    else:
        same = any(article in right.articles for article in left.articles)
    if same:
        others = [article.id for article in trace.corpus.articles if article not in left.articles]
        hint = f"compare it with one of: {', '.join(others)}" if others else "the corpus has no other article"
        raise UsageError(f"{left.name} and {right.name} are the same text", hint)


def _passages(trace: Trace, side: Side) -> list[Passage]:
    """Return the passages of a side in the order of the corpus."""
    ids = {article.id for article in side.articles}
    return [passage for passage in trace.passages if passage.article in ids]


def _alone(passages: Iterable[Passage], paired: set[str]) -> tuple[Passage, ...]:
    return tuple(passage for passage in passages if passage.id not in paired and is_reported(passage))


def _comparison(
    left: Side, right: Side, pairs: Sequence[Pair], only_a: tuple[Passage, ...], only_b: tuple[Passage, ...]
) -> Comparison:
    both = tuple(pair for pair in pairs if pair.relation is not Relation.RESTATED)
    restated = tuple(pair for pair in pairs if pair.relation is Relation.RESTATED)
    return Comparison(left, right, both, restated, only_a, only_b)


def _pairs(trace: Trace, ours: Sequence[Passage], theirs: Sequence[Passage]) -> list[Pair]:
    """Return the pairs that are aligned, then those that only a remark joins, in the order of *ours*."""
    pairs = _aligned(trace, ours, theirs)
    pairs += _joined_by_remark(trace, ours, theirs, {p.id for pair in pairs for p in (pair.a, pair.b)})
    order = {passage.id: number for number, passage in enumerate([*ours, *theirs])}
    return sorted(pairs, key=lambda pair: (order[pair.a.id], order[pair.b.id]))


def _aligned(trace: Trace, ours: Sequence[Passage], theirs: Sequence[Passage]) -> list[Pair]:
    remarks = remarks_by_passage(trace)
    left, right = {p.id for p in ours}, {p.id for p in theirs}
    collation = Collation(trace)
    pairs = []
    for alignment in trace.alignments:
        a, b = alignment.a, alignment.b
        if a.id in right and b.id in left:
            a, b = b, a
        if a.id in left and b.id in right and (is_reported(a) or is_reported(b)):
            remark = common_remark(remarks, a, b)
            found = collation.between(a, b)
            pairs.append(Pair(a, b, alignment.similarity, alignment.relation, remark, found))
    return pairs


def _joined_by_remark(
    trace: Trace, ours: Sequence[Passage], theirs: Sequence[Passage], aligned: set[str]
) -> list[Pair]:
    """Pair what no alignment has paired with its most similar counterpart in the same remark.

    Two passages may belong to one remark through a third article alone.
    """
    remarks = remarks_by_passage(trace)
    held: dict[str, list[Passage]] = {}
    for passage in theirs:
        if passage.id in remarks:
            held.setdefault(remarks[passage.id].id, []).append(passage)
    pairs = [
        (a, b)
        for a in ours
        for b in (held.get(remarks[a.id].id, ()) if a.id in remarks else ())
        if not {a.id, b.id} <= aligned
    ]
    if not pairs:
        return []
    matching = tracing.matching_of(trace)
    best: dict[str, Pair] = {}
    for a, b in pairs:
        pair = _scored(trace, matching, (a, b), remarks[a.id].id)
        for name in {a.id, b.id} - aligned:
            if name not in best or pair.similarity > best[name].similarity:
                best[name] = pair
    return list(dict.fromkeys(best.values()))


def _scored(trace: Trace, matching: Matching, passages: tuple[Passage, Passage], remark: str) -> Pair:
    """Pair two passages that need not be aligned."""
    a, b = passages
    alignment = matching.explain(a, b)
    aligned = bool(remark) or alignment.similarity >= THRESHOLD
    return Pair(a, b, alignment.similarity, alignment.relation, remark, Collation(trace).between(a, b), aligned)
