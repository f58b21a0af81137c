"""From a corpus to its trace: exact, the same each time, and sound on articles with next to nothing in them."""

from __future__ import annotations

import gc
import subprocess
import sys
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from bridge_case import ARTICLES, CORPUS, article
from quotetrace.changing.change import ChangeType, Severity
from quotetrace.collation import Collation
from quotetrace.corpus import bundled, open_corpus
from quotetrace.model import Corpus, Precision, Presentation, Published, SentenceKind
from quotetrace.tracing import explain, trace

if TYPE_CHECKING:
    from pathlib import Path

    from quotetrace.model import Alignment, Trace


@pytest.fixture(scope="module")
def traced() -> Trace:
    return trace(open_corpus(bundled()))


def test_offsets_of_every_passage_give_its_text(traced: Trace) -> None:
    texts = {one.id: one.text for one in traced.corpus.articles}
    assert len(traced.passages) > 50
    for passage in traced.passages:
        assert texts[passage.article][passage.start : passage.end] == passage.text
        assert passage.sentence.start <= passage.start < passage.end <= passage.sentence.end
        assert passage.sentence.kind not in {SentenceKind.GAP, SentenceKind.DATELINE}


def test_nothing_is_left_that_only_the_paused_collector_could_free() -> None:
    corpus = open_corpus(bundled())
    trace(corpus)  # what is kept from run to run, such as compiled patterns, is made
    gc.collect()
    gc.disable()
    try:
        found = trace(corpus)
        assert gc.collect() < len(found.passages)
    finally:
        gc.enable()


def test_passages_stand_in_the_order_of_articles_and_of_text(traced: Trace) -> None:
    places = [(passage.article, passage.start) for passage in traced.passages]
    assert places == sorted(places)
    assert len({passage.id for passage in traced.passages}) == len(traced.passages)
    for a, b in pairwise(traced.passages):
        assert a.article != b.article or a.end <= b.start


def test_alignments_are_of_two_articles_each_once(traced: Trace) -> None:
    keys = [frozenset((found.a.id, found.b.id)) for found in traced.alignments]
    assert len(keys) == len(set(keys))
    for found in traced.alignments:
        assert found.a.article < found.b.article
        assert 0 < found.similarity <= 1


def test_every_attributed_passage_is_in_one_remark(traced: Trace) -> None:
    variants = [variant.passage.id for remark in traced.remarks for variant in remark.variants]
    assert len(variants) == len(set(variants))
    said = {p.id for p in traced.passages if p.presentation is not Presentation.NARRATION}
    assert said <= set(variants)


def test_what_stands_in_a_trace_is_one_and_the_same_passage_everywhere(traced: Trace) -> None:
    by_id = {passage.id: passage for passage in traced.passages}
    for found in traced.alignments:
        assert (by_id[found.a.id], by_id[found.b.id]) == (found.a, found.b)
    for remark in traced.remarks:
        for variant in (*remark.variants, *remark.restated):
            assert by_id[variant.passage.id] == variant.passage


def test_two_runs_find_the_same(traced: Trace) -> None:
    assert trace(open_corpus(bundled())) == traced


@pytest.fixture(scope="module")
def turned(traced: Trace) -> Trace:
    """Return the trace of the same articles, read in the opposite order."""
    return trace(replace(traced.corpus, articles=tuple(reversed(traced.corpus.articles))))


def by_pair(found: Trace) -> dict[frozenset[str], Alignment]:
    return {frozenset((alignment.a.id, alignment.b.id)): alignment for alignment in found.alignments}


def test_what_aligns_does_not_depend_on_the_order_in_which_articles_are_read(traced: Trace, turned: Trace) -> None:
    assert {p.id: p for p in turned.passages} == {p.id: p for p in traced.passages}
    there, back = by_pair(traced), by_pair(turned)
    assert there.keys() == back.keys()
    assert all(back[pair].relation is found.relation for pair, found in there.items())
    assert [[v.passage.id for v in r.variants] for r in turned.remarks] == [
        [v.passage.id for v in r.variants] for r in traced.remarks
    ]


def test_nor_does_how_much_alike_they_are(traced: Trace, turned: Trace) -> None:
    back = by_pair(turned)
    for pair, found in by_pair(traced).items():
        assert back[pair].similarity == pytest.approx(found.similarity)


def test_names_of_files_do_not_matter(tmp_path: Path) -> None:
    found = []
    for order in ((1, 2, 3), (3, 1, 2)):
        folder = tmp_path / "-".join(map(str, order))
        folder.mkdir()
        for number, name in zip(order, ("copy", "herald", "townhall"), strict=True):
            (folder / f"{number}.md").write_text(f"---\nid: {name}\n---\n{ARTICLES[name].text}\n", encoding="utf-8")
        read = trace(open_corpus(folder))
        found.append((read.passages, read.alignments, read.remarks))
    assert found[0] == found[1]
    assert found[0][2]


def test_a_trace_does_not_depend_on_how_python_hashes_strings() -> None:
    program = (
        "from quotetrace.corpus import bundled, open_corpus; from quotetrace.tracing import trace;"
        "t = trace(open_corpus(bundled()));"
        "print([(a.a.id, a.b.id, round(a.similarity, 9), a.relation) for a in t.alignments]);"
        "print([[v.passage.id for v in r.variants] for r in t.remarks])"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(printed) == 1


def test_explaining_a_pair_does_not_depend_on_its_order(traced: Trace) -> None:
    found = traced.alignments[0]
    there, back = explain(traced, found.a, found.b), explain(traced, found.b, found.a)
    assert there.similarity == back.similarity
    assert there.relation is back.relation


def test_passages_that_do_not_align_can_be_explained_too(traced: Trace) -> None:
    first = traced.passages[0]
    other = next(p for p in reversed(traced.passages) if p.article != first.article)
    explained = explain(traced, first, other)
    assert {explained.a.id, explained.b.id} == {first.id, other.id}
    assert 0 <= explained.similarity <= 1


@pytest.mark.parametrize(
    ("text", "passages"),
    [
        ("[…]", []),
        ("[…]\n\n[…]\n", []),
        ("A heading and nothing else", ["A heading and nothing else"]),
        ("“Quoted heading of four words”", ["Quoted heading of four words"]),
        ("MOSCOW, February 14. /TASS/.", []),
        ("***", []),
        ("Question:", ["Question:"]),
        ("“", []),
        ("”", []),
    ],
)
def test_an_article_with_next_to_nothing_in_it_is_traced(text: str, passages: list[str]) -> None:
    found = trace(Corpus(CORPUS.root, (article("bare", text), ARTICLES["townhall"])))
    assert [p.text for p in found.passages if p.article == "bare"] == passages


def test_a_corpus_without_articles_has_an_empty_trace() -> None:
    found = trace(Corpus(CORPUS.root, ()))
    assert (found.passages, found.alignments, found.remarks) == ((), (), ())


def test_one_article_has_remarks_and_no_alignments() -> None:
    found = trace(replace(CORPUS, articles=(ARTICLES["herald"],)))
    assert found.alignments == ()
    assert [remark.speaker for remark in found.remarks] == ["ortiz", "driver"]
    assert all(len(remark.variants) == 1 for remark in found.remarks)


def test_an_invented_case_is_traced_as_a_reader_would() -> None:
    record = article(
        "record",
        "Question: Is the bridge safe?\n\nMayor Ortiz: The old bridge is not safe. We will close it for 12 weeks.",
        published=Published("2031-05-04", Precision.DAY),
    )
    herald = article(
        "herald",
        "The mayor said that the old bridge is safe.\n\nTraffic was calm on Monday.\n\n“Buses wait,” said Otto Pike.",
        published=Published("2031-05-05", Precision.DAY),
    )
    found = trace(replace(CORPUS, articles=(herald, record)))
    [safe] = [r for r in found.remarks if len(r.variants) > 1]
    assert (safe.speaker, safe.occasion) == ("ortiz", "council")
    assert [v.passage.text for v in safe.variants] == ["The old bridge is not safe.", "the old bridge is safe."]
    found_changes = Collation(found).changes(safe.variants[1])
    assert [c.type for c in found_changes if c.severity is Severity.MAJOR] == [ChangeType.POLARITY]
    assert {p.text for p in found.passages if p.presentation is Presentation.NARRATION} == {
        "Traffic was calm on Monday."
    }
    assert {remark.speaker for remark in found.remarks} == {"ortiz", "Otto Pike", "Question"}
