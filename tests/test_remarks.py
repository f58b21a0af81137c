"""Remarks: who is in one with whom, what stands first, and that no chain of weak links joins two."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bridge_case import CORPUS, article
from quotetrace.corpus import bundled, open_corpus
from quotetrace.export.find_result import find_document
from quotetrace.matching import remarks
from quotetrace.matching.candidates import may_be_one_speaker
from quotetrace.model import (
    Article,
    Corpus,
    Occasion,
    Precision,
    Presentation,
    Published,
    Relation,
    Remark,
    Speaker,
    Trace,
)
from quotetrace.render.find import draw_hits
from quotetrace.render.screen import Screen, to_text
from quotetrace.search import find, parse
from quotetrace.tracing import trace

BRELL = Speaker("brell", "Anna Brell", ("the water minister",))
VISIT = Occasion("visit", "Visit to the valley", "2031-05-04")
SPEECH = Occasion("speech", "Speech in the council", "2031-06-20")
FILLER = "Herons came back to the northern ponds of the county after many a quiet winter."
DIG = "We will dig the wells in the valley deeper before the farmers plant their beans"


def traced(*articles: Article) -> Trace:
    ordered = tuple(sorted(articles, key=lambda one: one.id))
    return trace(Corpus(CORPUS.root, ordered, (BRELL,), {}, {"visit": VISIT, "speech": SPEECH}))


def reports(**texts: str) -> Trace:
    return traced(*(article(name, f"{text}\n\n{FILLER}") for name, text in texts.items()))


def members(remark: Remark) -> list[str]:
    return [variant.passage.id for variant in remark.variants]


def remark_with(found: Trace, words: str) -> Remark:
    [remark] = [r for r in found.remarks if any(words in v.passage.text for v in r.variants)]
    return remark


def test_the_same_words_in_two_articles_are_one_remark() -> None:
    found = reports(a=f"“{DIG},” Brell said.", b=f"Brell said that {DIG.lower()}.")
    assert [members(remark) for remark in found.remarks] == [["a.1", "b.1"]]
    [remark] = found.remarks
    assert (remark.id, remark.speaker) == ("a.1", "brell")
    assert (remark.reference.similarity, remark.reference.relation) == (1.0, Relation.VERBATIM)


def test_words_that_one_article_has_alone_are_a_remark_of_one() -> None:
    found = reports(a=f"“{DIG},” Brell said.", b="“Nobody has asked the herons yet,” Brell said.")
    assert [members(remark) for remark in found.remarks] == [["a.1"], ["b.1"]]


def test_narration_alone_is_no_remark() -> None:
    assert reports(a="The wells in the valley are dry.", b="The wells in the valley are dry.").remarks == ()


MILL = "The mill wheel turned all night because nobody closed the upper sluice gate"
MARSH = "Our cranes left their marsh when engineers drained the western lagoon"
MILL_AND_MARSH = "The mill wheel turned all night because nobody closed it, and cranes left their marsh when it froze"


def are_together(found: Trace, *ids: str) -> bool:
    return any(set(ids) <= set(members(remark)) for remark in found.remarks)


@pytest.mark.parametrize(("mill", "marsh", "both"), [("a", "b", "c"), ("a", "c", "b"), ("c", "a", "b")])
def test_a_chain_does_not_join_what_has_nothing_in_common(mill: str, marsh: str, both: str) -> None:
    texts = {mill: MILL, marsh: MARSH, both: MILL_AND_MARSH}
    found = reports(**{name: f"“{text},” Brell said." for name, text in texts.items()})
    assert not are_together(found, f"{mill}.1", f"{marsh}.1")
    assert are_together(found, f"{mill}.1", f"{both}.1") or are_together(found, f"{marsh}.1", f"{both}.1")


def test_nor_does_a_chain_whose_middle_comes_first() -> None:
    found = reports(a=f"“{MILL_AND_MARSH},” Brell said.", b=f"“{MILL},” Brell said.", c=f"“{MARSH},” Brell said.")
    assert not are_together(found, "b.1", "c.1")


def test_the_record_is_the_reference_even_if_it_came_out_last() -> None:
    record = f"Question: Will you dig?\n\nAnna Brell: {DIG}.\n\nQuestion: Until when?"
    found = traced(
        article("a", f"“{DIG},” Brell said.\n\n{FILLER}", published=Published("2031-05-04", Precision.DAY)),
        article("z", record, published=Published("2031-05-05", Precision.DAY)),
    )
    remark = remark_with(found, "dig the wells")
    assert remark.reference.passage.article == "z"
    assert remark.reference.passage.presentation is Presentation.TRANSCRIPT
    assert [variant.passage.article for variant in remark.variants] == ["z", "a"]


def test_of_quotations_the_earlier_one_is_the_reference_and_an_undated_one_the_last() -> None:
    text = f"“{DIG},” Brell said.\n\n{FILLER}"
    found = traced(
        article("a", text),
        article("b", text, published=Published("2031-05-05", Precision.DAY)),
        article("c", text, published=Published("2031-05-04", Precision.DAY)),
    )
    assert members(remark_with(found, "dig the wells")) == ["c.1", "b.1", "a.1"]


def test_direct_speech_comes_before_indirect_speech() -> None:
    found = reports(a=f"Brell said that {DIG.lower()}.", b=f"“{DIG},” Brell said.")
    assert members(remark_with(found, "dig the wells")) == ["b.1", "a.1"]


def test_a_quoted_heading_joins_the_passage_that_it_announces() -> None:
    text = (
        "“We treat the wells as a barrel”\n\nRain fell in the hills.\n\n"
        "“We treat the wells in the valley as a barrel without a bottom,” Brell said."
    )
    found = traced(article("a", text), article("b", FILLER))
    remark = remark_with(found, "bottom")
    assert members(remark) == ["a.3", "a.1"]
    assert remark.variants[1].passage.presentation is Presentation.HEADLINE


def test_a_heading_about_something_else_joins_nothing() -> None:
    text = f"“Herons never lie to an engineer”\n\n“{DIG},” Brell said."
    assert members(remark_with(traced(article("a", text), article("b", FILLER)), "dig the wells")) == ["a.2"]


def test_two_speakers_are_never_in_one_remark_not_even_through_an_uncertain_one() -> None:
    for names in ("abc", "bca", "cab"):
        first, second, nobody = names
        found = reports(
            **{
                first: f"“{DIG},” Anna Brell said.",
                second: f"“{DIG},” said Teodor Vance.",
                nobody: f"“{DIG}.”",
            }
        )
        for remark in found.remarks:
            assert not {f"{first}.1", f"{second}.1"} <= set(members(remark))
            assert {v.passage.speaker for v in remark.variants} - {""} in ({"brell"}, {"Teodor Vance"}, set())


def test_what_an_unnamed_spokesman_said_is_not_the_tracked_speakers_remark() -> None:
    found = reports(a=f"“{DIG},” Anna Brell said.", b=f"“{DIG},” a spokesman for the farmers said.")
    assert not are_together(found, "a.1", "b.1")


@pytest.mark.parametrize("somebody", ["a farmer", "a driver", "one official"])
def test_what_somebody_without_a_name_said_is_not_the_tracked_speakers_remark(somebody: str) -> None:
    found = reports(a=f"“{DIG},” Anna Brell said.", b=f"“{DIG},” {somebody} said.")
    assert not are_together(found, "a.1", "b.1")


def test_an_uncertain_speaker_joins_the_certain_one() -> None:
    found = reports(a=f"“{DIG},” Anna Brell said.", b=f"“{DIG}.”")
    remark = remark_with(found, "dig the wells")
    assert members(remark) == ["a.1", "b.1"]
    assert remark.speaker == "brell"


def test_the_same_words_on_another_occasion_are_restated_below_and_never_a_variant() -> None:
    text = f"“{DIG},” Brell said.\n\n{FILLER}"
    found = traced(
        article("a", text, occasion="visit"),
        article("b", text, occasion="visit"),
        article("c", text, occasion="speech"),
    )
    first, second = found.remarks
    assert (members(first), first.occasion) == (["a.1", "b.1"], "visit")
    assert [v.passage.id for v in first.restated] == ["c.1"]
    assert (members(second), second.occasion) == (["c.1"], "speech")
    assert {v.passage.article for v in second.restated} == {"a", "b"}
    assert {v.relation for v in (*first.restated, *second.restated)} == {Relation.RESTATED}


def test_two_occasions_are_never_in_one_remark_not_even_through_an_unknown_one() -> None:
    text = f"“{DIG},” Brell said.\n\n{FILLER}"
    found = traced(
        article("a", text),
        article("b", text, occasion="visit"),
        article("c", text, occasion="speech"),
    )
    assert not are_together(found, "b.1", "c.1")


def test_an_article_of_unknown_occasion_that_comes_last_joins_one_occasion_only() -> None:
    text = f"“{DIG},” Brell said.\n\n{FILLER}"
    found = traced(
        article("a", text, occasion="visit"),
        article("b", text, occasion="speech"),
        article("c", text),
    )
    assert not are_together(found, "a.1", "b.1")
    assert sum(len(remark.variants) for remark in found.remarks) == 3


def test_articles_of_far_dates_restate_each_other() -> None:
    text = f"“{DIG},” Brell said.\n\n{FILLER}"
    found = traced(
        article("a", text, published=Published("2031-01-01", Precision.DAY)),
        article("b", text, published=Published("2031-02-01", Precision.DAY)),
    )
    assert [members(remark) for remark in found.remarks] == [["a.1"], ["b.1"]]
    assert [[v.passage.id for v in remark.restated] for remark in found.remarks] == [["b.1"], ["a.1"]]


def test_one_article_says_a_remark_in_two_passages_only_where_both_match_the_reference() -> None:
    found = reports(a=f"“{DIG},” Brell said. “{DIG},” she repeated.", b=f"“{DIG},” Brell said.")
    assert sum(len(remark.variants) for remark in found.remarks) == 3
    assert all("b.1" not in members(r) or r.reference.passage.id == "a.1" for r in found.remarks)


CLAUSES = st.lists(
    st.sampled_from(["we will dig", "the wells are dry", "farmers plant beans", "herons left", "the pump leaks"]),
    min_size=1,
    max_size=3,
).map(" and ".join)
CUES = st.sampled_from(["“{}”, Brell said.", "“{}”, said Teodor Vance.", "“{} today.”", "Brell said that {}.", "{}."])
TEXTS = st.lists(st.tuples(CUES, CLAUSES).map(lambda drawn: drawn[0].format(drawn[1])), min_size=1, max_size=4)
OCCASIONS = st.sampled_from(["", "visit", "speech"])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(TEXTS, OCCASIONS), min_size=1, max_size=4))
def test_remarks_of_any_articles_keep_passages_speakers_and_occasions_apart(
    drawn: list[tuple[list[str], str]],
) -> None:
    found = traced(
        *(article(f"a{n}", "\n\n".join(texts), occasion=occasion) for n, (texts, occasion) in enumerate(drawn))
    )
    variants = [variant.passage.id for remark in found.remarks for variant in remark.variants]
    assert len(variants) == len(set(variants))
    said = {p.id for p in found.passages if p.presentation is not Presentation.NARRATION}
    assert said <= set(variants)
    for remark in found.remarks:
        passages = [variant.passage for variant in remark.variants]
        assert remark.id == passages[0].id
        if all(occasion for _, occasion in drawn):
            assert len({passage.occasion for passage in passages}) == 1
            assert not {v.passage.id for v in remark.restated} & {p.id for p in passages}
        for one in passages:
            assert all(may_be_one_speaker(one.speaker, other.speaker) for other in passages)


def test_two_groups_that_cannot_join_are_compared_once(monkeypatch: pytest.MonkeyPatch) -> None:
    refused: list[tuple[str, str]] = []
    may_join = remarks._may_join  # noqa: SLF001 -- it shows how often two groups are compared

    def noted(first: remarks._Cluster, second: remarks._Cluster, links: remarks._Links) -> bool:
        joins = may_join(first, second, links)
        if not joins:
            refused.append((first.members[0].passage.id, second.members[0].passage.id))
        return joins

    monkeypatch.setattr(remarks, "_may_join", noted)
    trace(open_corpus(bundled()))
    assert refused
    assert len(refused) == len(set(refused))


def test_a_remark_names_what_renders_it_but_stands_in_another() -> None:
    tax, crane = (
        "The tax on ferries across the valley ends next spring",
        "the harbour gets a second crane before summer",
    )
    found = reports(a=f"“{tax}. T{crane[1:]},” Brell said.", b=f"“{tax}, and {crane},” Brell said.")
    home, other = found.remarks
    assert [members(home), members(other)] == [["a.1", "b.1"], ["a.2"]]
    assert home.related == ()
    [related] = other.related
    assert (related.variant.passage.id, related.variant.against.id, related.remark) == ("b.1", "a.2", "a.1")
    query = parse("crane")
    hits = [hit for hit in find(found, query) if hit.remark is other]
    rows = json.loads(json.dumps(find_document(found, query, hits)))["remarks"][0]["also"]
    assert [(row["remark"], row["passage"]) for row in rows] == [("a.1", "b.1")]
    screen = Screen(100)
    line = f"also in a.1: unknown outlet (b), similarity {related.variant.similarity:.2f}"
    assert line in to_text(draw_hits(found, hits, screen), screen)
