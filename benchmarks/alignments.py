"""Measure the matcher on five articles on which every pair of sentences was judged by a reader.

    python benchmarks/alignments.py [FOLDER]

FOLDER holds `corpus/*.txt` and `gold/alignments.jsonl`; it is `../shared` beside the repository by default.
Right is a pair annotated as `same` or `partial`; a pair that is not listed is wrong. A predicted pair hits a gold
pair if both its passages overlap with the two sentences by half of the sentence (the strict count), or by half of
the shorter of the two.
"""

from __future__ import annotations

import sys
from collections import Counter
from contextlib import contextmanager
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from gold import PARTIAL, RELATED, SAME, SHARED, alignments, files, full_texts, matching, missing
from quotetrace.evaluation import OVERLAPS, PairScore, Ranking, SpanPair, aligned_pairs, half_of_gold, half_of_shorter
from quotetrace.matching import context, profiles, scoring
from quotetrace.model import Relation
from quotetrace.tracing import trace
from tables import Table, figure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import ModuleType

    from quotetrace.evaluation import Overlap
    from quotetrace.evaluation.gold import GoldPair
    from quotetrace.matching.matcher import Matching
    from quotetrace.matching.profiles import Profile
    from quotetrace.model import Corpus, Passage, Trace

# The article that reports another occasion: no passage of it is the same remark as one of the others.
OTHER_OCCASION = "tass"
# The relations that say that neither passage leaves anything out.
WHOLE = (Relation.VERBATIM, Relation.REWRITE)
# The labels of gold pairs, the best first, and that of a pair that hits none.
LABELS = (SAME, PARTIAL, RELATED)
NOTHING = ""
BASELINES: dict[str, Callable[[str, str], float]] = {
    "token_set_ratio": fuzz.token_set_ratio,
    "token_sort_ratio": fuzz.token_sort_ratio,
    "ratio": fuzz.ratio,
}
NO_NEIGHBOURS = ((scoring, "NEIGHBOURS", 0.0), (context, "NEIGHBOURS", 0.0))
NO_SUPPORT = ((scoring, "SUPPORT", 0.0),)
NO_RIVALRY = ((scoring, "RIVALRY", 0.0), (context, "RIVALRY", 0.0))
ABLATIONS: dict[str, tuple[tuple[ModuleType, str, float], ...]] = {
    "as it is": (),
    "neighbours off": NO_NEIGHBOURS,
    "support off": NO_SUPPORT,
    "rivalry off": NO_RIVALRY,
    "neighbours, support, rivalry off": (*NO_NEIGHBOURS, *NO_SUPPORT, *NO_RIVALRY),
    "narration like quotations": ((scoring, "NARRATION", 0.0),),
    "passages far off are no neighbours: 1": ((context, "WINDOW", 1),),
    "passages far off are no neighbours: 2": ((context, "WINDOW", 2),),
    "passages far off are no neighbours: 4": ((context, "WINDOW", 4),),
    "stems alone": ((scoring, "STEMS", 1.0), (scoring, "NGRAMS", 0.0)),
    "n-grams alone": ((scoring, "STEMS", 0.0), (scoring, "NGRAMS", 1.0)),
    "n-grams of 3": ((profiles, "NGRAM", 3),),
    "n-grams of 4": ((profiles, "NGRAM", 4),),
    "n-grams of 5": ((profiles, "NGRAM", 5),),
    "n-grams of 6": ((profiles, "NGRAM", 6),),
}


def right(gold: list[GoldPair], *labels: str) -> list[SpanPair]:
    """Return the gold pairs that have one of *labels*."""
    return [pair.spans for pair in gold if pair.label in labels]


def spans(a: Passage, b: Passage) -> SpanPair:
    """Return where two passages stand."""
    return SpanPair.of((a.article, a.start, a.end), (b.article, b.start, b.end))


def ranked(found: Matching, gold: list[GoldPair], overlap: Overlap) -> Ranking:
    """Rank the compared pairs that can be of one occasion."""
    pairs = [(pair.similarity, spans(pair.a.passage, pair.b.passage)) for pair in found.together]
    return Ranking(pairs, right(gold, SAME, PARTIAL), overlap)


def baseline(found: Matching, gold: list[GoldPair], measure: Callable[[str, str], float], *, filtered: bool) -> Ranking:
    """Rank all pairs of passages by a measure of rapidfuzz on their words, or those that may be one remark."""
    pairs = [
        (measure(_text(a), _text(b)) / 100, spans(a.passage, b.passage))
        for a, b in combinations(found.profiles, 2)
        if a.passage.article != b.passage.article and (not filtered or found.may_be_one_remark(a, b))
    ]
    return Ranking(pairs, right(gold, SAME, PARTIAL), half_of_gold)


def _text(profile: Profile) -> str:
    return " ".join(profile.forms)


def remark_pairs(traced: Trace) -> list[SpanPair]:
    """Return the pairs of passages of different articles that stand in one remark."""
    return [
        spans(a.passage, b.passage)
        for remark in traced.remarks
        for a, b in combinations(remark.variants, 2)
        if a.passage.article != b.passage.article
    ]


def with_other_occasion(traced: Trace) -> tuple[int, int]:
    """Count the alignments with the article of the other occasion that are not `restated`, and such remarks."""
    pairs = sum(
        OTHER_OCCASION in (found.a.article, found.b.article) and found.relation is not Relation.RESTATED
        for found in traced.alignments
    )
    articles = [{variant.passage.article for variant in remark.variants} for remark in traced.remarks]
    return pairs, sum(OTHER_OCCASION in names and len(names) > 1 for names in articles)


@contextmanager
def patched(constants: tuple[tuple[ModuleType, str, object], ...]) -> Iterator[None]:
    """Give constants of the program other values for a while."""
    before = [(module, name, getattr(module, name)) for module, name, _ in constants]
    for module, name, value in constants:
        setattr(module, name, value)
    try:
        yield
    finally:
        for module, name, value in before:
            setattr(module, name, value)


def matcher_table(found: Matching, traced: Trace, gold: list[GoldPair]) -> Table:
    """Return the scores of the matcher, by overlap and by how the threshold was chosen."""
    rows: list[tuple[str, ...]] = []
    for name, overlap in OVERLAPS.items():
        ranking = ranked(found, gold, overlap)
        precision = figure(ranking.average_precision())
        rows += [
            _row(f"{name}: default threshold", ranking.at(scoring.THRESHOLD), precision),
            _row(f"{name}: threshold from the other pairs", ranking.left_out(), precision),
            _row(f"{name}: best threshold", ranking.at(ranking.best_threshold()), precision),
        ]
        in_remarks = Ranking([(1.0, pair) for pair in remark_pairs(traced)], right(gold, SAME, PARTIAL), overlap)
        rows.append(_row(f"{name}: pairs that stand in one remark", in_remarks.at(0.0), "–"))
    about = f"The matcher. Default threshold: {scoring.THRESHOLD}. AP is average precision, over all thresholds."
    return Table(about, ("overlap and threshold", "pairs", "P", "R", "F1", "AP"), tuple(rows))


def _row(name: str, score: PairScore, average_precision: str) -> tuple[str, ...]:
    figures = (figure(score.precision), figure(score.recall), figure(score.f1))
    return (name, str(score.predicted), *figures, average_precision)


def demands_table(found: Matching, traced: Trace, gold: list[GoldPair]) -> Table:
    """Return the figures that stand for themselves: recall of `same`, and what crosses occasions."""
    pairs, remarks = with_other_occasion(traced)
    tempted, lost_same, lost_partial = mistakes(found, gold)
    rows = (
        ("recall of `same`, half of the sentence", figure(same_recall(found, gold, half_of_gold))),
        ("recall of `same`, half of the shorter", figure(same_recall(found, gold, half_of_shorter))),
        (f"aligned pairs with {OTHER_OCCASION} that are not `restated`", str(pairs)),
        (f"remarks with {OTHER_OCCASION} and another article", str(remarks)),
        ("wrong pairs, half of the shorter, that hit a `related` pair", f"{tempted[0]} of {tempted[1]}"),
        ("pairs not found, half of the shorter: `same`", str(lost_same)),
        ("pairs not found, half of the shorter: `partial`", str(lost_partial)),
    )
    return Table("At the default threshold.", ("figure", "value"), rows)


def mistakes(found: Matching, gold: list[GoldPair]) -> tuple[tuple[int, int], int, int]:
    """Count the wrong pairs that hit a `related` pair, all wrong ones, and the lost ones by label."""
    predicted = [
        spans(pair.a.passage, pair.b.passage) for pair in found.together if pair.similarity >= scoring.THRESHOLD
    ]
    correct = aligned_pairs(predicted, right(gold, SAME, PARTIAL), half_of_shorter)
    any_label = aligned_pairs(predicted, right(gold, SAME, PARTIAL, RELATED), half_of_shorter)
    lost_same, lost_partial = (
        sum(pair not in correct.found for pair in right(gold, label)) for label in (SAME, PARTIAL)
    )
    wrong = correct.predicted - correct.right
    return (any_label.right - correct.right, wrong), lost_same, lost_partial


def relations_table(found: Matching, gold: list[GoldPair]) -> Table:
    """Return what people say of the pairs that the program calls verbatim, rewritten and partial."""
    rows: list[tuple[str, ...]] = []
    for relations in ((Relation.VERBATIM,), (Relation.REWRITE,), WHOLE, (Relation.PARTIAL,)):
        counts = labels(found, gold, relations)
        pairs, same = sum(counts.values()), counts[SAME]
        shares = same / pairs if pairs else 1.0, (same + counts[PARTIAL]) / pairs if pairs else 1.0
        name = " and ".join(relation.value for relation in relations)
        numbers = (pairs, same, counts[PARTIAL], counts[RELATED], counts[NOTHING])
        rows.append((name, *map(str, numbers), *map(figure, shares)))
    header = ("called", "pairs", SAME, PARTIAL, RELATED, "not annotated", "share of same", "share of same or partial")
    return Table("What the relations hide; half of the shorter, at the default threshold.", header, tuple(rows))


def labels(found: Matching, gold: list[GoldPair], relations: tuple[Relation, ...]) -> Counter[str]:
    """Count the aligned pairs of some relations by the best label of a gold pair that each hits."""
    counts: Counter[str] = Counter()
    for aligned in found.alignments():
        if aligned.relation in relations:
            pair = spans(aligned.a, aligned.b)
            hit = (label for label in LABELS if aligned_pairs([pair], right(gold, label), half_of_shorter).right)
            counts[next(hit, NOTHING)] += 1
    return counts


def same_recall(found: Matching, gold: list[GoldPair], overlap: Overlap) -> float:
    """Return the share of the `same` pairs that are aligned at the default threshold."""
    pairs = [(pair.similarity, spans(pair.a.passage, pair.b.passage)) for pair in found.together]
    return Ranking(pairs, right(gold, SAME), overlap).at(scoring.THRESHOLD).recall


def baseline_table(found: Matching, gold: list[GoldPair]) -> Table:
    """Return the F1 of rapidfuzz alone."""
    rows: list[tuple[str, ...]] = []
    for filtered in (False, True):
        for name, measure in BASELINES.items():
            ranking = baseline(found, gold, measure, filtered=filtered)
            best = ranking.best_threshold()
            row = figure(ranking.at(best).f1), figure(ranking.left_out().f1), figure(ranking.average_precision())
            pairs = "same speaker and occasion" if filtered else "all pairs"
            rows.append((f"{name}, {pairs}", str(len(ranking.judged)), *row, f"{best:.2f}"))
    header = ("measure", "candidates", "best F1", "F1, from the other pairs", "AP", "best threshold")
    return Table("rapidfuzz alone on the same passages; half of the sentence.", header, tuple(rows))


def ablation_table(corpus: Corpus, gold: list[GoldPair]) -> Table:
    """Return what each part of the similarity is worth: F1 with one constant changed."""
    rows: list[tuple[str, ...]] = []
    for name, constants in ABLATIONS.items():
        with patched(constants):
            ranking = ranked(matching(corpus), gold, half_of_gold)
        best = ranking.best_threshold()
        scores = ranking.at(scoring.THRESHOLD).f1, ranking.left_out().f1, ranking.at(best).f1
        rows.append((name, *map(figure, (*scores, ranking.average_precision()))))
    header = ("change", "F1, default", "F1, from the other pairs", "best F1", "AP")
    return Table("What each part is worth; half of the sentence.", header, tuple(rows))


def tables(shared: Path) -> list[Table]:
    """Return all tables."""
    gold = alignments(shared)
    with full_texts(shared) as corpus:
        found, traced = matching(corpus), trace(corpus)
        return [
            matcher_table(found, traced, gold),
            demands_table(found, traced, gold),
            relations_table(found, gold),
            baseline_table(found, gold),
            ablation_table(corpus, gold),
        ]


def floors(shared: Path) -> dict[str, float]:
    """Return the figures that must not fall, by name."""
    gold = alignments(shared)
    with full_texts(shared) as corpus:
        found, traced = matching(corpus), trace(corpus)
    strict, loose = (ranked(found, gold, overlap) for overlap in (half_of_gold, half_of_shorter))
    return {
        "alignments.f1": strict.at(scoring.THRESHOLD).f1,
        "alignments.f1_left_out": strict.left_out().f1,
        "alignments.f1_shorter": loose.at(scoring.THRESHOLD).f1,
        "alignments.average_precision": strict.average_precision(),
        "alignments.same_recall": same_recall(found, gold, half_of_gold),
        "alignments.same_recall_shorter": same_recall(found, gold, half_of_shorter),
        "alignments.whole_is_same": _share_of_same(labels(found, gold, WHOLE)),
        "alignments.apart_from_other_occasion": float(with_other_occasion(traced) == (0, 0)),
    }


def _share_of_same(counts: Counter[str]) -> float:
    return counts[SAME] / sum(counts.values())


def main() -> None:
    """Print all tables, or why there are none."""
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED
    reason = missing(files(shared))
    print(f"alignments: {reason}" if reason else "\n".join(table.as_text() for table in tables(shared)))


if __name__ == "__main__":
    main()
