"""What passages are compared by: stems and n-grams, rare ones counting more."""

from __future__ import annotations

from dataclasses import replace
from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotetrace.languages import get
from quotetrace.matching.profiles import Ngrams, Profile, dot, profiles
from quotetrace.model import Evidence, Passage, Presentation, Sentence, SentenceKind, Span
from quotetrace.text import stem

EN = get("en")


def said(number: int, text: str, speaker: str = "brell") -> Passage:
    sentence = Sentence(0, len(text), SentenceKind.SENTENCE, 0)
    known = (Presentation.DIRECT, speaker, Evidence.CUE, 0.9, "")
    return Passage(f"a{number}.1", f"a{number}", 0, len(text), text, sentence, *known)


def profiles_of(*texts: str) -> list[Profile]:
    return profiles((said(number, text), EN) for number, text in enumerate(texts))


def test_a_word_of_few_passages_weighs_more_than_one_of_many() -> None:
    found = profiles_of("farmers heron", "farmers pump", "farmers well", "farmers beans")
    weights = found[0].stems
    assert weights[stem("heron", "english")] > 2 * weights[stem("farmers", "english")] > 0


def test_a_shared_rare_word_makes_two_passages_more_alike_than_a_shared_common_one() -> None:
    pump, rare, common, *_ = profiles_of(
        "farmers saw herons", "valley had herons", "valley had farmers", "farmers dug", "farmers paid", "farmers left"
    )
    assert dot(pump.stems, rare.stems) > dot(pump.stems, common.stems) > 0


def test_inflected_forms_share_their_stem() -> None:
    one, other, _ = profiles_of("leaking wells", "well leaked", "dry river")
    assert dot(one.stems, other.stems) == pytest.approx(1.0)
    assert one.forms != other.forms


def test_a_reporting_clause_inside_the_words_is_not_compared() -> None:
    text = "The wells,” Brell said, “are dry."
    clause = Span(text.index("Brell"), text.index(", “") + 1)
    [found] = profiles([(replace(said(0, text), frame=clause), EN)])
    assert found.forms == ("the", "wells", "are", "dry")


@pytest.mark.parametrize(("speaker", "asks"), [("Question", True), ("QUESTION", True), ("brell", False), ("", False)])
def test_a_turn_of_a_questioner_is_a_question(speaker: str, *, asks: bool) -> None:
    [found] = profiles([(said(0, "Are the wells dry?", speaker), EN)])
    assert found.is_question is asks


def test_ngrams_forgotten_for_space_are_made_again_alike() -> None:
    found = profiles_of("the wells are dry", "wells ran dry", "the river is low", "the wells are low")
    large, small = Ngrams(found), Ngrams(found, capacity=1)
    for a in found:
        for b in found:
            assert small.alike(a, b) == pytest.approx(large.alike(a, b))


def test_a_moved_clause_makes_passages_less_alike_than_their_ngrams_are(monkeypatch: pytest.MonkeyPatch) -> None:
    one, moved = profiles_of("the wells are dry since the weir was built", "since the weir was built the wells are dry")
    in_order = Ngrams([one, moved]).alike(one, moved)
    monkeypatch.setattr("quotetrace.matching.profiles.ORDER", 0.0)
    assert 0.4 < in_order < Ngrams([one, moved]).alike(one, moved) < 1


def test_passages_with_nothing_in_common_are_not_alike() -> None:
    one, other = profiles_of("the wells are dry", "big hippo jumps")
    assert Ngrams([one, other]).alike(one, other) < 0.05


def test_what_one_passage_alone_has_weighs_hardly_more_than_what_few_have() -> None:
    texts = ["heron", *["weir"] * 2, *["pump"] * 200, *["the"] * 300]
    heron, weir, pump = (profiles_of(*(f"{text} {text} mill" for text in texts))[at].stems for at in (0, 1, 3))
    assert heron["heron"] / heron["mill"] < 1.3 * weir["weir"] / weir["mill"]
    assert weir["weir"] / weir["mill"] > 3 * pump["pump"] / pump["mill"]


def test_no_passages_have_no_profiles() -> None:
    assert profiles([]) == []


WORDS = st.sampled_from("the wells are dry river low pump herons 1997 don’t Ünal 井 it".split())
TEXTS = st.lists(st.lists(WORDS, min_size=1, max_size=8).map(" ".join), min_size=1, max_size=8)


@given(TEXTS)
def test_stems_are_unit_vectors_of_weights_that_are_not_negative(texts: list[str]) -> None:
    for found in profiles_of(*texts):
        assert all(weight >= 0 for weight in found.stems.values())
        assert sqrt(sum(weight**2 for weight in found.stems.values())) == pytest.approx(1.0)


@given(TEXTS)
def test_both_measures_are_symmetric_between_0_and_1_and_1_for_the_same_words(texts: list[str]) -> None:
    found = profiles_of(*texts)
    ngrams = Ngrams(found)
    for a in found:
        for b in found:
            for alike in (lambda x, y: dot(x.stems, y.stems), ngrams.alike):
                assert alike(a, b) == pytest.approx(alike(b, a))
                assert -1e-9 <= alike(a, b) <= 1 + 1e-9
                if a.forms == b.forms:
                    assert alike(a, b) == pytest.approx(1.0)
