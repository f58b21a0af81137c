"""Fit the chance that two passages report the same words, and measure it on what it was not fitted on.

    python benchmarks/calibration.py [FOLDER]

FOLDER is `../shared` beside the repository by default. Evidence for pairs that people judged comes from five
articles, taken two, three and all at a time, since a corpus may have few articles; right is what hits a pair annotated
as `same` or `partial` by half of the shorter span. Evidence on other subjects comes from articles made of sentences
that were translated twice and of Bible verses (silver.py). Made articles count less than real ones. The last lines
are the constants to write into matching/scoring.py.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import combinations, pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import gold
import silver
from alignments import OTHER_OCCASION, WHOLE, right, spans
from gold import PARTIAL, SAME, SHARED, alignments, full_texts, matching, missing
from logistic import chance, fit
from quotetrace.evaluation import SpanPair, aligned_pairs, half_of_shorter
from quotetrace.matching.scoring import EVEN, SLOPE
from tables import Table, figure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from quotetrace.matching.scoring import Pair

# How many pairs a source counts as, however many it has: what people judged counts four times what was made.
ANNOTATED_PAIRS = 400
MADE_PAIRS = 100
# How many corpora are made of each source.
CORPORA = 6
CURVE = (SLOPE, -SLOPE * EVEN)
BINS = (0.0, 0.1, 0.25, 0.5, 0.75, 0.9, 1.0)


@dataclass(frozen=True, slots=True)
class Row:
    """The evidence for a pair that was compared, and whether it is right."""

    source: str
    articles: frozenset[str]
    evidence: float
    is_right: bool


def files(shared: Path) -> list[Path]:
    """Return the files that the model is fitted on, present or not."""
    return [*gold.files(shared), *silver.files(shared)]


def rows(shared: Path) -> list[Row]:
    """Return the evidence of all sources; pairs of the very same words need no model and are left out."""
    return [row for found in (_annotated(shared), _made(shared)) for row in found]


def _annotated(shared: Path) -> Iterator[Row]:
    wanted: dict[tuple[str, str], list[SpanPair]] = defaultdict(list)
    for known in right(alignments(shared), SAME, PARTIAL):
        wanted[known.article_a, known.article_b].append(known)
    with full_texts(shared) as corpus:
        reporting = [article for article in corpus.articles if article.id != OTHER_OCCASION]
        for size in range(2, len(reporting) + 1):
            for articles in combinations(reporting, size):
                for pair in _different(matching(replace(corpus, articles=articles)).together):
                    found = spans(pair.a.passage, pair.b.passage)
                    hits = aligned_pairs([found], wanted[found.article_a, found.article_b], half_of_shorter).right
                    yield _row(f"articles, {size} at a time", pair, is_right=bool(hits))


def _made(shared: Path) -> Iterator[Row]:
    for made in silver.silver(shared, CORPORA):
        for pair in _different(made.matching.together):
            yield _row(made.source, pair, is_right=made.is_right(pair.a.passage, pair.b.passage))


def _different(pairs: Sequence[Pair]) -> Iterator[Pair]:
    return (pair for pair in pairs if pair.a.forms != pair.b.forms)


def _row(source: str, pair: Pair, *, is_right: bool) -> Row:
    articles = frozenset({pair.a.passage.article, pair.b.passage.article})
    return Row(source, articles, pair.evidence, is_right)


def fitted(of: Sequence[Row]) -> list[float]:
    """Return the slope and the base of a logistic curve fitted on rows, each source counting alike."""
    sizes: dict[str, int] = defaultdict(int)
    for row in of:
        sizes[row.source] += 1
    counts = [(ANNOTATED_PAIRS if _is_annotated(row) else MADE_PAIRS) / sizes[row.source] for row in of]
    return fit([(row.evidence, 1.0) for row in of], [row.is_right for row in of], counts)


Judged = list[tuple[float, bool]]


def left_out(of: Sequence[Row]) -> dict[str, Judged]:
    """Return for each source the chances of its rows by models that have not seen them.

    Pairs of annotated articles are judged without any row of the same two articles, made ones without their source.
    """
    groups: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in of:
        groups[tuple(sorted(row.articles)) if _is_annotated(row) else (row.source,)].append(row)
    judged: dict[str, Judged] = defaultdict(list)
    for group in groups.values():
        taken = set(map(id, group))
        weights = fitted([row for row in of if id(row) not in taken])
        for row in group:
            judged[row.source].append((chance(weights, (row.evidence, 1.0)), row.is_right))
    return judged


def _is_annotated(row: Row) -> bool:
    return row.source.startswith("articles")


def brier(judged: Judged) -> float:
    """Return the mean squared difference of chance and truth (Brier 1950): 0 is perfect."""
    return sum((expected - is_right) ** 2 for expected, is_right in judged) / len(judged)


def brier_table(of: Sequence[Row], judged: dict[str, Judged]) -> Table:
    """Return the Brier score of each source, beside that of a constant."""
    drawn: list[tuple[str, ...]] = []
    for source, pairs in judged.items():
        as_is = [(chance(CURVE, (row.evidence, 1.0)), row.is_right) for row in of if row.source == source]
        share = sum(is_right for _, is_right in pairs) / len(pairs)
        scores = brier(pairs), brier(as_is), share * (1 - share)
        drawn.append((source, str(len(pairs)), figure(share), *(f"{score:.4f}" for score in scores)))
    about = (
        "Brier score of the similarity: 0 is perfect. Left out: the model has not seen these two articles, or this set."
    )
    header = ("set", "pairs", "right", "left out", "as it is", "no knowledge but the share")
    return Table(about, header, tuple(drawn))


def reliability_table(judged: dict[str, Judged], name: str, wanted: Callable[[str], bool]) -> Table:
    """Return how often the pairs of each range of similarity are right."""
    pairs = [one for source, found in judged.items() if wanted(source) for one in found]
    drawn: list[tuple[str, ...]] = []
    for low, high in pairwise(BINS):
        inside = [one for one in pairs if low <= one[0] < high]
        if inside:
            mean = sum(expected for expected, _ in inside) / len(inside)
            share = sum(is_right for _, is_right in inside) / len(inside)
            drawn.append((f"{low:.2f}–{high:.2f}", str(len(inside)), figure(mean), figure(share)))
    about = f"How likely, and how often right: {name}, each judged by a model that has not seen it."
    return Table(about, ("similarity", "pairs", "mean similarity", "right"), tuple(drawn))


def relations_table(shared: Path) -> Table:
    """Return how often what is called verbatim or a rewriting says the same on both sides, in made articles."""
    judged: dict[str, list[tuple[bool, bool, bool]]] = defaultdict(list)
    for made in silver.silver(shared, CORPORA):
        for found in made.matching.alignments():
            whole, right = made.is_whole(found.a, found.b), made.is_right(found.a, found.b)
            judged[made.source].append((found.relation in WHOLE, whole, right))
    drawn: list[tuple[str, ...]] = []
    for source, pairs in judged.items():
        called = [(whole, right) for is_called, whole, right in pairs if is_called]
        shares = (sum(one[at] for one in called) / len(called) for at in (0, 1))
        found_of_whole = sum(whole for whole, _ in called) / sum(whole for _, whole, _ in pairs)
        drawn.append((source, str(len(called)), *map(figure, shares), figure(found_of_whole)))
    about = "Aligned pairs of made articles that are called verbatim or a rewriting."
    return Table(
        about, ("set", "pairs", "say the same", "in common at least", "of those that say the same"), tuple(drawn)
    )


def tables(shared: Path) -> list[Table]:
    """Return all tables."""
    of = rows(shared)
    judged = left_out(of)
    annotated = {source for source in judged if source.startswith("articles")}
    return [
        brier_table(of, judged),
        reliability_table(judged, "annotated articles", annotated.__contains__),
        reliability_table(judged, "made articles", lambda source: source not in annotated),
        curve_table(of),
        relations_table(shared),
    ]


def curve_table(of: Sequence[Row]) -> Table:
    """Return the curve fitted on everything, beside that of the program."""
    slope, base = fitted(of)
    drawn = (("SLOPE", f"{slope:.1f}", f"{SLOPE:.1f}"), ("EVEN", figure(-base / slope), figure(EVEN)))
    return Table("The curve.", ("constant", "fitted", "as it is"), drawn)


def floors(shared: Path) -> dict[str, float]:
    """Return the figures that must not fall, by name: one less the Brier score of what was left out."""
    return {
        f"calibration.{source.replace(', ', '_').replace(' ', '_').replace('.', '_')}": 1 - brier(pairs)
        for source, pairs in left_out(rows(shared)).items()
    }


def main() -> None:
    """Print all tables, or why there are none."""
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED
    reason = missing(files(shared))
    print(f"calibration: {reason}" if reason else "\n".join(table.as_text() for table in tables(shared)))


if __name__ == "__main__":
    main()
