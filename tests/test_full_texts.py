"""The five full articles, against what people aligned in them."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from quotetrace.corpus import open_corpus
from quotetrace.evaluation import SpanPair, aligned_pairs, half_of_gold, half_of_shorter
from quotetrace.export.tables import TableName, build
from quotetrace.model import Passage, Relation, Trace
from quotetrace.search import find, parse
from quotetrace.tracing import trace

SHARED = Path(__file__).parents[2] / "shared"
TEXTS = SHARED / "corpus"
GOLD = SHARED / "gold" / "alignments.jsonl"
NAMES = ("lenta", "mfa", "sputnik", "tass", "unsourced")

FLOOR_F1 = 0.60
FLOOR_RECALL_OF_SAME = 0.85

SIDECARS = {
    "lenta": "outlet: Lenta.ru\nlanguage: en\ntranslated_from: ru\n",
    "mfa": 'outlet: MFA\npublished: "2022-01-27 12:42"\nlanguage: en\n',
    "sputnik": "outlet: Sputnik\npublished: 2022-01-27\nlanguage: en\n",
    "tass": "outlet: TASS\npublished: 2022-02-14\nlanguage: en\n",
    "unsourced": "language: en\ntranslated_from: ru\n",
}
CATALOGUE = """speakers:
  - id: lavrov
    name: Sergey Lavrov
    aliases:
      - Sergei Lavrov
      - Sergey Viktorovich Lavrov
      - Sergei Viktorovich Lavrov
      - Lavrov
      - Russian Foreign Minister
      - Foreign Minister
      - the minister
      - the diplomat
      - top Russian diplomat
      - head of the foreign policy department
      - head of the foreign affairs agency
"""


@pytest.fixture(scope="module")
def traced(tmp_path_factory: pytest.TempPathFactory) -> Trace:
    if not (GOLD.exists() and TEXTS.is_dir()):
        pytest.skip(f"the full texts and their annotation are not at {SHARED}")
    folder = tmp_path_factory.mktemp("full")
    (folder / "corpus.yaml").write_text(CATALOGUE, encoding="utf-8")
    for name in NAMES:
        shutil.copy(TEXTS / f"{name}.txt", folder / f"{name}.txt")
        (folder / f"{name}.yaml").write_text(SIDECARS[name], encoding="utf-8")
    return trace(open_corpus(folder))


@dataclass(frozen=True, slots=True)
class Gold:
    """What people aligned: the pairs that are right, and those of them with the same content."""

    right: list[SpanPair]
    same: list[SpanPair]


@pytest.fixture(scope="module")
def gold() -> Gold:
    if not GOLD.exists():
        pytest.skip(f"the annotation is not at {GOLD}")
    rows = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    pairs = [
        (
            row["label"],
            SpanPair.of(
                (row["article_a"], row["start_a"], row["end_a"]), (row["article_b"], row["start_b"], row["end_b"])
            ),
        )
        for row in rows
    ]
    right = [pair for label, pair in pairs if label in {"same", "partial"}]
    return Gold(right, [pair for label, pair in pairs if label == "same"])


def span(passage: Passage) -> tuple[str, int, int]:
    return passage.article, passage.start, passage.end


def predicted(traced: Trace) -> list[SpanPair]:
    return [SpanPair.of(span(found.a), span(found.b)) for found in traced.alignments]


def test_the_texts_are_read_as_they_are(traced: Trace) -> None:
    assert [article.id for article in traced.corpus.articles] == sorted(NAMES)
    for article in traced.corpus.articles:
        assert article.text == (TEXTS / f"{article.id}.txt").read_bytes().decode()


def test_what_a_copy_does_not_tell_stays_unknown(traced: Trace) -> None:
    known = {article.id: (article.outlet, article.published) for article in traced.corpus.articles}
    assert known["unsourced"] == ("", None)
    assert known["lenta"][1] is None
    assert known["mfa"][1] is not None
    assert known["mfa"][1].iso.startswith("2022-01-27T12:42")


def test_alignments_reach_the_floor(traced: Trace, gold: Gold) -> None:
    assert aligned_pairs(predicted(traced), gold.right, half_of_gold).f1 >= FLOOR_F1


def test_pairs_of_the_same_content_are_found(traced: Trace, gold: Gold) -> None:
    assert aligned_pairs(predicted(traced), gold.same, half_of_shorter).recall >= FLOOR_RECALL_OF_SAME


def test_a_later_occasion_only_restates(traced: Trace) -> None:
    with_tass = [found for found in traced.alignments if "tass" in {found.a.article, found.b.article}]
    assert with_tass
    assert {found.relation for found in with_tass} == {Relation.RESTATED}
    without = [found for found in traced.alignments if "tass" not in {found.a.article, found.b.article}]
    assert Relation.RESTATED not in {found.relation for found in without}


def test_no_remark_has_a_later_occasion_with_an_earlier_one(traced: Trace) -> None:
    for remark in traced.remarks:
        articles = {variant.passage.article for variant in remark.variants}
        assert articles == {"tass"} or "tass" not in articles


@pytest.mark.parametrize(
    ("query", "articles"),
    [
        ("menu", {"mfa", "unsourced"}),
        ("Oder", {"mfa", "lenta"}),
        ("leak", {"mfa", "unsourced", "sputnik", "lenta"}),
        ("1997", {"tass"}),
        ("shrugged", {"mfa"}),
    ],
)
def test_a_search_hits_exactly_the_right_articles_in_one_remark(traced: Trace, query: str, articles: set[str]) -> None:
    hits = find(traced, parse(query))
    assert [{variant.passage.article for variant in hit.remark.variants} for hit in hits] == [articles]


def test_the_menu_is_one_remark_with_the_subheading_that_announces_it(traced: Trace) -> None:
    [hit] = find(traced, parse("menu"))
    variants = [(variant.passage.article, variant.passage.presentation.value) for variant in hit.remark.variants]
    assert sorted(article for article, _ in variants) == ["mfa", "unsourced", "unsourced"]
    assert variants[0] == ("mfa", "transcript")
    assert variants[-1] == ("unsourced", "headline")
    assert hit.remark.variants[-1].passage.text.startswith("The West views the OSCE commitments as a “menu")
    assert {variant.passage.speaker for variant in hit.remark.variants} <= {"lavrov", ""}
    assert hit.remark.speaker == "lavrov"


def test_offsets_of_every_exported_row_give_back_its_text(traced: Trace) -> None:
    texts = {article.id: article.text for article in traced.corpus.articles}
    rows = list(build(traced, TableName.ALIGNMENTS).records())
    assert len(rows) == len(traced.alignments) > 50
    for row in rows:
        for side in "ab":
            start, end = row[f"start_{side}"], row[f"end_{side}"]
            assert isinstance(start, int)
            assert isinstance(end, int)
            assert texts[str(row[f"article_{side}"])][start:end] == row[f"text_{side}"]
