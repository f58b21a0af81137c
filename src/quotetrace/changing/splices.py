"""Two remarks welded into one quotation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotetrace.changing.clauses import STATEMENT
from quotetrace.changing.gaps import has_gap
from quotetrace.changing.pairs import Range
from quotetrace.model import Presentation

if TYPE_CHECKING:
    from quotetrace.changing.pairs import Pair, Side
    from quotetrace.model import Span


def welded(first: Pair, second: Pair) -> Span | None:
    """Return the words of a quotation that come from another passage than its reference, or None.

    Both pairs have the same variant. Each passage must tell a statement of its own in it, one after the other, and the
    quotation must not say by an ellipsis that it left something out between them.
    """
    variant = first.b
    if variant.passage.presentation is not Presentation.DIRECT:
        return None
    ours, theirs = _told_by(variant, first.a, second.a), _told_by(variant, second.a, first.a)
    if min(len(ours), len(theirs)) < STATEMENT or not (ours[-1] < theirs[0] or theirs[-1] < ours[0]):
        return None
    seam = Range(ours[-1], theirs[0]) if ours[-1] < theirs[0] else Range(theirs[-1], ours[0])
    if any(has_gap(variant, Range(at, at)) for at in range(seam.first + 1, seam.end + 1)):
        return None
    return variant.span(Range(theirs[0], theirs[-1] + 1))


def _told_by(variant: Side, passage: Side, other: Side) -> list[int]:
    """Return the content words of the variant that one passage has and the other has not."""
    words = variant.content(Range(0, len(variant.words)))
    return [
        at for at in words if variant.stems[at] in passage.known_stems and variant.stems[at] not in other.known_stems
    ]
