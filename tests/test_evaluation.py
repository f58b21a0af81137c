"""The measures, against counts made by hand, against slow and obvious ones, and against what must always hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bridge_case import (
    CALM,
    CLOSE,
    COPY_SAFE,
    CORPUS,
    COSTS,
    DRIVER,
    HERALD,
    HERALD_CLOSE,
    HERALD_SAFE,
    SAFE,
    SHRUG,
    TRACE,
)
from quotetrace import languages
from quotetrace.changing.change import Change, ChangeType, Severity
from quotetrace.evaluation import NO_SCORE, Ranking, Score, SpanPair, aligned_pairs, b_cubed, components, half_of_gold
from quotetrace.evaluation.alignments import measure_alignments, spans_of
from quotetrace.evaluation.changes import compare_sentences, measure_changes
from quotetrace.evaluation.gold import (
    Gold,
    GoldChange,
    GoldComparison,
    GoldPair,
    GoldQuotation,
    GoldSpan,
    Label,
)
from quotetrace.evaluation.quotations import Reading, judge, measure_quotations
from quotetrace.evaluation.remarks import measure_remarks
from quotetrace.evaluation.sentences import measure_sentences
from quotetrace.model import Evidence, Presentation, Quotation, Span
from quotetrace.sentences import split

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quotetrace.evaluation import Figure, Sheet
    from quotetrace.model import Passage

ENGLISH = languages.get("en")
COUNTS = st.integers(0, 50)


def figures(*sheets: Sheet) -> dict[str, Figure]:
    return {figure.name: figure for sheet in sheets for figure in sheet.figures}


def counts(figure: Figure) -> tuple[int | None, ...]:
    return figure.right, figure.predicted, figure.found, figure.gold


def span(passage: Passage) -> GoldSpan:
    """Return the sentence of a passage, as a reader would mark it."""
    return GoldSpan(passage.article, passage.sentence.start, passage.sentence.end)


def pair(a: Passage, b: Passage, label: Label) -> GoldPair:
    return GoldPair(SpanPair.of(span(a), span(b)), label)


# -- precision, recall, F1


@given(st.builds(lambda right, wrong, lost: Score(right, right + wrong, right + lost), COUNTS, COUNTS, COUNTS))
def test_f1_is_between_precision_and_recall(score: Score) -> None:
    assert 0 <= score.precision <= 1
    assert 0 <= score.recall <= 1
    assert min(score.precision, score.recall) - 1e-9 <= score.f1 <= max(score.precision, score.recall) + 1e-9


def test_scores_add_up() -> None:
    assert Score(1, 2, 4) + Score(2, 2, 3) == Score(3, 4, 7)
    assert (Score(3, 4, 6).precision, Score(3, 4, 6).recall, Score(3, 4, 6).f1) == (0.75, 0.5, 0.6)


# -- average precision


def at(place_a: int, place_b: int, other: str = "y") -> SpanPair:
    return SpanPair("x", place_a * 10, place_a * 10 + 10, other, place_b * 10, place_b * 10 + 10)


PAIRS = st.builds(at, st.integers(0, 3), st.integers(0, 3), st.sampled_from("yz"))
RANKED = st.lists(st.tuples(st.sampled_from([0.1, 0.3, 0.5, 0.9]), PAIRS), max_size=12)
GOLD = st.lists(PAIRS, max_size=6, unique=True)


@given(RANKED, GOLD)
def test_average_precision_is_that_of_the_slow_way(ranked: list[tuple[float, SpanPair]], gold: list[SpanPair]) -> None:
    """The slow way scores each threshold anew: what recall gains at it, times the precision there."""
    area, before = 0.0, 0.0
    for threshold in sorted({similarity for similarity, _ in ranked}, reverse=True):
        chosen = [one for similarity, one in ranked if similarity >= threshold]
        score = aligned_pairs(chosen, gold, half_of_gold)
        area += (score.recall - before) * score.precision
        before = score.recall
    found = Ranking(ranked, gold, half_of_gold).average_precision()
    assert found == pytest.approx(area if gold else 1.0)
    assert 0 <= found <= 1


@given(GOLD)
def test_a_perfect_ranking_has_an_average_precision_of_1(gold: list[SpanPair]) -> None:
    ranked = [(0.9, one) for one in gold] + [(0.2, at(9, 9))]
    assert Ranking(ranked, gold, half_of_gold).average_precision() == pytest.approx(1.0)


# -- B-cubed

# The example of Bagga and Baldwin (1998): twelve mentions in three chains, and two responses that each merge two.
TRUTH = ["12345", "67", "89ABC"]
MERGED_SMALL = ["12345", "6789ABC"]
MERGED_LARGE = ["1234589ABC", "67"]


def test_b_cubed_is_that_of_the_paper_that_has_defined_it() -> None:
    small, large = b_cubed(MERGED_SMALL, TRUTH), b_cubed(MERGED_LARGE, TRUTH)
    assert (round(small.precision, 2), small.recall) == (0.76, 1.0)
    assert (round(large.precision, 2), large.recall) == (0.58, 1.0)
    assert small.f1 == pytest.approx(2 * small.precision / (small.precision + 1))


def test_what_shares_more_classes_than_clusters_loses_recall_and_the_other_way_round() -> None:
    """Two items that share two classes and one cluster: every pair is right, and counts for half (Amigó 2009)."""
    once, twice = b_cubed(["ab"], ["ab", "ab"]), b_cubed(["ab", "ab"], ["ab"])
    assert (once.precision, once.recall) == (1.0, 0.5)
    assert (twice.precision, twice.recall) == (0.5, 1.0)


def test_an_item_in_two_groups_counts_once_with_all_its_neighbours() -> None:
    """In gold b is in two groups, and found is only one: a and b are all right; c finds itself and not b.

    Recall of a is (1 + 1) / 2; of b, which meets itself in one group of two, (1 + 1/2 + 0) / 3; of c 1 / 2.
    """
    score = b_cubed(["ab", "c"], ["ab", "bc"])
    assert score.precision == 1.0
    assert score.recall == pytest.approx((1 + 1 / 2 + 1 / 2) / 3)


def test_an_item_that_was_not_found_stands_alone_and_a_stranger_does_not_count() -> None:
    """Of the two of one class neither is found: both are sure, and each finds itself but not the other."""
    score = b_cubed(["x"], ["ab"])
    assert (score.precision, score.recall, score.items) == (1.0, 0.5, 2)


GROUPS = st.lists(st.frozensets(st.sampled_from("abcdefgh"), min_size=1), max_size=4)


@given(GROUPS)
def test_the_same_groups_in_another_order_are_perfect(gold: list[frozenset[str]]) -> None:
    score = b_cubed(gold[::-1], gold)
    assert (score.precision, score.recall) == pytest.approx((1.0, 1.0))


@given(GROUPS, GROUPS)
def test_b_cubed_is_a_share_and_turned_around_changes_precision_with_recall(
    found: list[frozenset[str]], gold: list[frozenset[str]]
) -> None:
    alone = [frozenset({item}) for item in set("abcdefgh") - set().union(*gold)]
    rest = [frozenset({item}) for item in set("abcdefgh") - set().union(*found)]
    score, turned = b_cubed(found + rest, gold + alone), b_cubed(gold + alone, found + rest)
    assert 0 < score.precision <= 1 + 1e-9
    assert 0 < score.f1 <= 1 + 1e-9
    assert (score.precision, score.recall) == pytest.approx((turned.recall, turned.precision))


def test_components_join_what_pairs_join_over_others() -> None:
    groups = components("ax", [("a", "b"), ("c", "b"), ("d", "e")])
    assert sorted(map(sorted, groups)) == [["a", "b", "c"], ["d", "e"], ["x"]]


# -- sentences


def test_sentences_are_judged_in_the_articles_that_were_annotated() -> None:
    """Herald has four sentences: of the two that are annotated both ends are right, and one start."""
    found = {"herald": split(HERALD, ENGLISH), "copy": split("Not annotated. At all.", ENGLISH)}
    first, calm = HERALD.index(".") + 1, HERALD.index("Traffic")
    gold = [GoldSpan("herald", 0, first), GoldSpan("herald", calm + 8, calm + len("Traffic was calm on Monday."))]
    read = figures(measure_sentences(found, gold))
    assert counts(read["boundaries"]) == (2, 3, 2, 2)
    assert counts(read["exact spans"]) == (1, 3, 1, 2)


@given(st.text(alphabet="ab. “”\n?", max_size=80))
def test_sentences_that_were_annotated_as_they_are_found_are_perfect(text: str) -> None:
    found = split(text, ENGLISH)
    read = figures(measure_sentences({"a": found}, [GoldSpan("a", one.start, one.end) for one in found]))
    assert {(figure.precision, figure.recall) for figure in read.values()} == {(1.0, 1.0) if found else (None, None)}


# -- alignments

LABELLED = [
    pair(HERALD_SAFE, SAFE, Label.SAME),  # aligned, as a rewrite
    pair(COPY_SAFE, SAFE, Label.RELATED),  # aligned, as partial: tempted
    pair(HERALD_CLOSE, COSTS, Label.PARTIAL),  # not aligned; HERALD_CLOSE aligns with CLOSE, which is wrong
]


def test_alignments_are_counted_by_overlap_label_and_relation() -> None:
    compared = [(found.similarity, spans_of(found.a, found.b)) for found in TRACE.alignments[:3]]
    strict, _ = measure_alignments(TRACE.alignments, compared, LABELLED)
    read = figures(strict)
    assert counts(read["same or partial"]) == (1, 3, 1, 2)
    assert read["average precision"].value == pytest.approx(0.5)  # the one that is found comes first
    assert (read["same pairs found"].recall, read["partial pairs found"].recall) == (1.0, 0.0)
    assert (read["called rewrite"].right, read["called rewrite"].predicted) == (1, 2)
    assert read["called verbatim"].precision is None
    assert read["verbatim or rewrite: same"].precision == 0.5
    assert (read["wrong, hit a related pair"].right, read["wrong, hit a related pair"].predicted) == (1, 2)


def test_alignments_that_were_annotated_as_they_are_found_are_perfect() -> None:
    found = TRACE.alignments[:3]
    gold = [GoldPair(spans_of(one.a, one.b), Label.SAME) for one in found]
    compared = [(one.similarity, spans_of(one.a, one.b)) for one in found]
    for sheet in measure_alignments(found, compared, gold):
        read = figures(sheet)
        assert (read["same or partial"].f1, read["average precision"].value) == (1.0, 1.0)
        assert read["wrong, hit a related pair"].predicted == 0


def test_what_is_restated_or_in_an_article_without_annotation_is_no_answer() -> None:
    only = [pair(HERALD_SAFE, SAFE, Label.SAME)]
    compared = [(found.similarity, spans_of(found.a, found.b)) for found in TRACE.alignments]
    read = figures(measure_alignments(TRACE.alignments, compared, only)[0])
    assert counts(read["same or partial"]) == (1, 2, 1, 1)  # not `copy`, nor what `weekly` restates
    assert read["average precision"].value == 1.0


def test_the_looser_overlap_takes_a_passage_in_a_long_sentence() -> None:
    """A passage of 24 characters in a sentence of 72 is less than half of it, and all of the shorter."""
    strict, loose = measure_alignments(TRACE.alignments, [], [pair(HERALD_CLOSE, CLOSE, Label.SAME)])
    wide = GoldSpan("herald", 0, HERALD.index("\n"))
    assert figures(strict)["same or partial"].found == 1
    gold = [GoldPair(SpanPair.of(wide, span(CLOSE)), Label.SAME)]
    strict, loose = measure_alignments(TRACE.alignments, [], gold)
    assert (figures(strict)["same or partial"].found, figures(loose)["same or partial"].found) == (0, 1)


# -- remarks


def test_remarks_are_what_same_pairs_join() -> None:
    """Gold joins SAFE, HERALD_SAFE and COPY_SAFE, and CLOSE with COSTS; found are the first three, the others alone.

    Every found cluster is pure; of CLOSE and COSTS each finds half of its remark: recall (3 + 2 * 1/2) / 5.
    """
    gold = Gold(
        pairs=[
            pair(HERALD_SAFE, SAFE, Label.SAME),
            pair(SAFE, COPY_SAFE, Label.SAME),
            pair(CLOSE, DRIVER, Label.SAME),
            pair(HERALD_CLOSE, COSTS, Label.PARTIAL),  # does not say, so that it does not count
        ]
    )
    figure = figures(measure_remarks(TRACE.remarks, gold))["B-cubed"]
    assert (figure.precision, figure.recall, figure.gold) == pytest.approx((1.0, 0.8, 5))


def test_given_remarks_count_before_pairs() -> None:
    gold = Gold(remarks={span(SAFE): {"bridge"}, span(CLOSE): {"bridge"}}, pairs=[pair(SAFE, DRIVER, Label.SAME)])
    figure = figures(measure_remarks(TRACE.remarks, gold))["B-cubed"]
    assert (figure.precision, figure.recall, figure.gold) == (1.0, 0.5, 2)


# -- quotations and speakers

TEXT = (
    "“The wells are dry,” Ana Ruiz said. She said rain will come “very soon” to us.\n\n“Then we wait for the river.”\n"
)
DRY, RAIN, RIVER = "The wells are dry,", "rain will come “very soon” to us", "Then we wait for the river."


def quotation(words: str, how: Presentation, speaker: str, evidence: Evidence = Evidence.CUE) -> Quotation:
    start = TEXT.index(words)
    return Quotation(start, start + len(words), how, speaker, evidence, 0.9)


def marked(words: str, *more: str, how: str = "", speaker: str = "") -> GoldQuotation:
    spans = tuple((TEXT.index(part), TEXT.index(part) + len(part)) for part in (words, *more))
    return GoldQuotation("a", spans, how, speaker)


def measured(found: Sequence[Quotation], gold: Sequence[GoldQuotation]) -> dict[str, Figure]:
    read = {"a": Reading(TEXT, split(TEXT, ENGLISH), found, ENGLISH)}
    return figures(*measure_quotations(read, gold, ["a"], CORPUS.speakers))


FOUND = (
    quotation(DRY, Presentation.DIRECT, "Ruiz"),
    quotation("rain will come “very soon” to", Presentation.MIXED, "", Evidence.PRONOUN),
    quotation("Then we wait", Presentation.DIRECT, "Ana Ruiz", Evidence.CONTINUATION),
)


def test_quotations_are_judged_by_their_letters() -> None:
    """The first is exact but for its comma, the second has 22 of 24 letters, the third 10 of 21."""
    read = measured(FOUND, [marked("The wells are dry"), marked(RAIN), marked(RIVER)])
    assert counts(read["direct, exact"]) == (1, 2, 1, 2)
    assert counts(read["direct, alike"]) == (1, 2, 1, 2)
    assert counts(read["mixed, exact"]) == (0, 1, 0, 1)
    assert counts(read["mixed, alike"]) == (1, 1, 1, 1)
    assert counts(read["all, alike"]) == (2, 3, 2, 3)
    letters = [sum(map(str.isalnum, words)) for words in (DRY, RAIN, RIVER)]
    assert (read["letters"].found, read["letters"].gold) == (letters[0] + 22 + 10, sum(letters))


def test_a_content_over_two_sentences_counts_twice_and_one_in_parts_once() -> None:
    read = measured([], [marked(DRY, RIVER), marked("rain will come", "to us")])
    assert read["all, exact"].gold == 3
    assert read["indirect, exact"].gold == 1


def test_annotated_presentations_count_before_the_marks() -> None:
    read = measured(FOUND[:1], [marked(DRY, how="transcript")])
    assert counts(read["transcript, exact"]) == (1, 1, 1, 1)
    assert "direct, exact" not in read


def test_a_reporting_clause_inside_is_no_part_of_a_quotation() -> None:
    text = "“The wells,” Ruiz said, “are dry.”"
    frame = Span(text.index("Ruiz"), text.index(" “are"))
    found = Quotation(1, len(text) - 1, Presentation.DIRECT, "Ruiz", Evidence.CUE, 0.9, frame)
    gold = GoldQuotation("a", ((1, 11), (text.index("are"), len(text) - 1)))
    reading = Reading(text, split(text, ENGLISH), [found], ENGLISH)
    read = figures(*measure_quotations({"a": reading}, [gold], ["a"], ()))
    assert read["all, exact"].f1 == 1.0


def test_speakers_are_judged_where_gold_has_a_name() -> None:
    gold = [marked(DRY, speaker="Ana Ruiz, a farmer"), marked(RAIN, speaker="Ana Ruiz"), marked(RIVER, speaker="She")]
    read = measured((*FOUND[:2], quotation(RIVER, Presentation.DIRECT, "Somebody")), gold)
    assert (read["all"].right, read["all"].predicted, read["all"].value) == (1, 1, 1.0)
    assert (read["left open"].right, read["left open"].predicted) == (1, 3)
    assert "continuation" not in read


@pytest.mark.parametrize(
    ("found", "gold", "judgement"),
    [
        ("ortiz", "ortiz", "right"),
        ("ortiz", "Ana Ortiz", "right"),
        ("Ortiz", "ortiz", "right"),
        ("Mayor Ana Ortiz", "Ortiz’s", "right"),
        ("ortiz", "The Mayor", "right"),
        ("Ruiz", "Ana Ortiz", "wrong"),
        ("Mayor Lee", "Mayor Ortiz", "wrong"),
        ("", "Ana Ortiz", "uncertain"),
        ("ortiz", "the official", "unjudged"),
        ("ortiz", "He", "unjudged"),
        ("ortiz", "", "unjudged"),
    ],
)
def test_a_speaker_is_right_that_shares_a_word_of_the_name(found: str, gold: str, judgement: str) -> None:
    assert judge(found, gold, {"ortiz": CORPUS.speakers[0]}, ENGLISH) == judgement


@given(st.lists(st.sampled_from([DRY, RAIN, RIVER]), unique=True, min_size=1))
def test_what_was_annotated_is_perfect_if_it_is_found(words: list[str]) -> None:
    found = [quotation(one, Presentation.DIRECT, "Ruiz") for one in words]
    read = measured(found, [marked(one, speaker="Ana Ruiz") for one in words])
    assert (read["all, exact"].f1, read["all, alike"].f1, read["letters"].f1, read["all"].value) == (1, 1, 1, 1)


# -- changes


def stretch(passage: Passage, words: str) -> tuple[GoldSpan, ...]:
    start = passage.start + passage.text.index(words)
    return (GoldSpan(passage.article, start, start + len(words)),)


WEEKS = GoldChange("number", stretch(CLOSE, "12"), stretch(HERALD_CLOSE, "15"), significant=True)
WOULD = GoldChange("modality", stretch(CLOSE, "will"), stretch(HERALD_CLOSE, "would"), significant=True)
RIVER_SIDE = GoldChange("dropped", stretch(CLOSE, "river side"), (), significant=False)


def named(kind: ChangeType, severity: Severity, before: str, after: str) -> Change:
    spans = [stretch(passage, words)[0] for passage, words in ((CLOSE, before), (HERALD_CLOSE, after))]
    return Change(kind, severity, before, after, *(Span(span.start, span.end) for span in spans))


def compare(reference: Passage, variant: Passage) -> list[Change]:
    assert (reference.article, variant.article) == (CLOSE.article, HERALD_CLOSE.article)
    return [
        named(ChangeType.NUMBER, Severity.MAJOR, "12 weeks", "15 weeks"),
        named(ChangeType.POLARITY, Severity.MAJOR, "first", ""),
        named(ChangeType.OMISSION, Severity.MINOR, "[the river side]", ""),
        named(ChangeType.WORDING, Severity.MINOR, "We will", "would"),
    ]


TEXTS = {article.id: article.text for article in CORPUS.articles}


def judged(*changes: GoldChange, passages: Sequence[Passage] = (CLOSE, SHRUG, CALM, HERALD_CLOSE)) -> dict[str, Figure]:
    comparison = GoldComparison(span(CLOSE), span(HERALD_CLOSE), changes)
    return figures(measure_changes(compare_sentences([comparison], passages, TEXTS, compare)))


def test_changes_are_right_by_type_and_place() -> None:
    read = judged(WEEKS, WOULD, RIVER_SIDE)
    assert counts(read["significant, same type"]) == (1, 2, 1, 2)
    assert counts(read["all, same type"]) == (2, 3, 2, 3)  # wording is nothing that is annotated
    assert counts(read["all, any type"]) == (2, 3, 2, 3)
    assert counts(read["all, polarity"]) == (0, 1, 0, 0)
    assert (read["all, modality"].recall, read["all, modality"].precision) == (0.0, None)
    assert "all, wording" not in read


def test_the_right_type_at_another_place_is_wrong() -> None:
    elsewhere = GoldChange("number", stretch(CLOSE, "first"), (), significant=True)
    read = judged(elsewhere)
    assert counts(read["all, number"]) == (0, 1, 0, 1)
    assert counts(read["significant, any type"]) == (1, 2, 1, 1)  # the polarity is there


def test_several_changes_may_be_one_for_a_reader() -> None:
    both = GoldChange("number", stretch(CLOSE, "12 weeks, [the river side] first"), (), significant=True)
    assert counts(judged(both)["all, any type"]) == (3, 3, 1, 1)


def test_what_a_reader_calls_dropped_may_be_called_omission_or_truncation() -> None:
    read = judged(RIVER_SIDE)
    assert (read["all, omission"].f1, read["all, truncation"].recall) == (1.0, 0.0)
    assert read["all, same type"].recall == 1.0


def test_changes_that_were_annotated_as_they_are_named_are_perfect() -> None:
    def at(passage: Passage, where: Span) -> tuple[GoldSpan, ...]:
        return (GoldSpan(passage.article, where.start, where.end),)

    gold = [
        GoldChange(
            one.type, at(CLOSE, one.reference_span), at(HERALD_CLOSE, one.variant_span), one.severity is Severity.MAJOR
        )
        for one in compare(CLOSE, HERALD_CLOSE)
        if one.type is not ChangeType.WORDING
    ]
    read = judged(*gold)
    assert {read[f"{which}, same type"].f1 for which in ("significant", "all")} == {1.0}


def test_a_sentence_without_a_passage_has_no_changes_and_still_counts() -> None:
    read = judged(WEEKS, passages=(CLOSE, CALM))
    assert counts(read["significant, same type"]) == (0, 0, 0, 1)
    assert read["significant, same type"].precision is None


def test_nothing_is_no_score() -> None:
    assert (NO_SCORE.precision, NO_SCORE.recall, NO_SCORE.f1) == (1.0, 1.0, 1.0)
