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
            assert small.cosine(a, b) == pytest.approx(large.cosine(a, b))


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
def test_cosines_are_symmetric_between_0_and_1_and_1_for_the_same_words(texts: list[str]) -> None:
    found = profiles_of(*texts)
    ngrams = Ngrams(found)
    for a in found:
        for b in found:
            for cosine in (lambda x, y: dot(x.stems, y.stems), ngrams.cosine):
                assert cosine(a, b) == pytest.approx(cosine(b, a))
                assert -1e-9 <= cosine(a, b) <= 1 + 1e-9
                if a.forms == b.forms:
                    assert cosine(a, b) == pytest.approx(1.0)
