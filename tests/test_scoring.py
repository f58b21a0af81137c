"""The similarity of two passages: its bounds, its symmetry, what it is 1 for, and what moves it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotetrace.languages import get
from quotetrace.matching.candidates import candidates
from quotetrace.matching.context import MAX_SUPPORTERS, add_context
from quotetrace.matching.profiles import Ngrams, Profile, profiles
from quotetrace.matching.scoring import (
    MAX_OF_DIFFERENT_WORDS,
    Pair,
    alignment,
    relation,
    score,
    words,
    words_alike,
)
from quotetrace.model import Evidence, Passage, Presentation, Relation, Sentence, SentenceKind

EN = get("en")
DIRECT, NARRATION = Presentation.DIRECT, Presentation.NARRATION


def said(article: str, number: int, text: str, how: Presentation = DIRECT) -> Passage:
    sentence = Sentence(0, len(text), SentenceKind.SENTENCE, 0)
    return Passage(f"{article}.{number}", article, 0, len(text), text, sentence, how, "brell", Evidence.CUE, 0.9, "")


def profiles_of(**articles: list[str]) -> list[Profile]:
    return profiles((said(a, n, text), EN) for a, texts in articles.items() for n, text in enumerate(texts, 1))


def scored(of: list[Profile]) -> dict[tuple[str, str], Pair]:
    found = score(candidates(of), Ngrams(of))
    add_context(found)
    return {(pair.a.passage.id, pair.b.passage.id): pair for pair in found}


def test_the_same_words_are_1_whatever_the_case_and_the_marks() -> None:
    found = scored(profiles_of(a=["The wells are dry."], b=["“THE WELLS, are dry!”"], c=["It rains"]))
    assert found["a.1", "b.1"].similarity == 1.0


def test_the_same_words_in_another_order_are_less_than_1() -> None:
    found = scored(profiles_of(a=["dry are the wells"], b=["the wells are dry"], c=["It rains"]))
    assert found["a.1", "b.1"].similarity <= MAX_OF_DIFFERENT_WORDS < 1


def test_a_passage_and_its_negation_are_alike_but_never_1() -> None:
    long = "the ministry will reopen the wells in the valley before the farmers plant their beans in spring"
    negated = long.replace("will", "will not")
    found = scored(profiles_of(a=[long], b=[negated], c=["It rains"]))
    assert 0.8 < found["a.1", "b.1"].similarity <= MAX_OF_DIFFERENT_WORDS


def test_neighbours_that_match_raise_the_similarity_of_a_weak_pair() -> None:
    weak_a, weak_b = "The old pump costs a lot", "That old pump was rather dear"
    alone = scored(profiles_of(a=[weak_a, "Rain fell"], b=[weak_b, "Herons came"]))
    together = scored(profiles_of(a=[weak_a, "The wells leaked"], b=[weak_b, "The wells leaked"]))
    assert alone["a.1", "b.1"].neighbours == 0
    assert together["a.1", "b.1"].neighbours > 0
    assert together["a.1", "b.1"].similarity > together["a.1", "b.1"].words


def test_a_passage_of_a_third_article_that_matches_both_supports_a_pair() -> None:
    one, other = "The pump in the valley leaked again", "Again it leaked because farmers broke it"
    both = "The pump in the valley leaked again because farmers broke it"
    rest = ["Herons came", "Rain fell", "Farmers planted beans"]
    with_third = scored(profiles_of(a=[one], b=[other], c=[both], d=rest))
    without = scored(profiles_of(a=[one], b=[other], c=["It was dark"], d=rest))
    assert without["a.1", "b.1"].support == 0
    assert with_third["a.1", "b.1"].support > 0


def test_a_better_match_in_the_same_articles_is_a_rival() -> None:
    found = scored(
        profiles_of(
            a=["The pump in the valley leaked", "The pump in the hills is new"],
            b=["The pump in the valley leaked", "The pump in the hills is new"],
            c=["Herons came", "Farmers planted beans", "It rains"],
        )
    )
    assert found["a.1", "b.1"].rivalry == 0
    assert found["a.1", "b.2"].rivalry > 0
    assert found["a.1", "b.2"].similarity < found["a.2", "b.2"].similarity


REST = ["Herons came back to the ponds", "The farmers planted beans", "Rain fell in the hills", "The mill has closed"]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("The wells in the valley are dry", "the wells in the valley are dry", Relation.VERBATIM),
        ("The ministry's wells in the valley were dry by May", "The ministry’s wells in the valley were dry by May", Relation.VERBATIM),  # noqa: E501
        ("The wells in the valley have been dry since May", "Since May every valley well has been dry", Relation.REWRITE),  # noqa: E501
        ("The wells in the valley are dry and the farmers left the land", "The wells are dry", Relation.PARTIAL),
        ("The wells are dry", "The wells in the valley are dry and the farmers left the land", Relation.PARTIAL),
    ],
)  # fmt: skip
def test_relations_tell_copies_rewritings_and_parts(a: str, b: str, expected: Relation) -> None:
    one, other, *_ = profiles_of(a=[a], b=[b], c=REST)
    assert relation(one, other) is expected


def test_what_shares_few_words_is_partial_however_long() -> None:
    one, other, *_ = profiles_of(
        a=["The wells in the valley are dry since May"], b=["The farmers want deeper wells before the summer"], c=REST
    )
    assert relation(one, other) is Relation.PARTIAL


def test_an_alignment_carries_the_parts_of_its_similarity() -> None:
    of = profiles_of(a=["The pump in the valley leaked"], b=["The valley pump is leaking"], c=["Herons came"])
    pair = scored(of)["a.1", "b.1"]
    found = alignment(pair, one_occasion=True)
    assert (found.a.id, found.b.id, found.similarity) == ("a.1", "b.1", pair.similarity)
    assert words(found.parts) == pytest.approx(pair.words) == pytest.approx(words_alike(of[0], of[1], Ngrams(of)))
    assert alignment(pair, one_occasion=False).relation is Relation.RESTATED


WORDS = st.sampled_from("the wells are dry river low pump herons farmers beans 1997 don’t not".split())
TEXT = st.lists(WORDS, min_size=1, max_size=7).map(" ".join)
ARTICLES = st.dictionaries(st.sampled_from("abcd"), st.lists(TEXT, min_size=1, max_size=5), max_size=4)


@given(ARTICLES)
def test_similarity_and_its_parts_are_between_0_and_1(articles: dict[str, list[str]]) -> None:
    for pair in scored(profiles_of(**articles)).values():
        found = alignment(pair, one_occasion=True)
        parts = found.parts
        for value in (found.similarity, parts.stems, parts.ngrams, parts.order, parts.neighbours, parts.rivalry):
            assert -1e-9 <= value <= 1 + 1e-9


@given(ARTICLES)
def test_similarity_is_1_if_and_only_if_the_words_are_the_same_in_the_same_order(
    articles: dict[str, list[str]],
) -> None:
    for pair in scored(profiles_of(**articles)).values():
        assert (pair.similarity == 1) == (pair.a.passage.text.casefold() == pair.b.passage.text.casefold())


# So few passages that each can support every pair: with more, only the best matches do.
@given(st.dictionaries(st.sampled_from("abcd"), st.lists(TEXT, min_size=1, max_size=MAX_SUPPORTERS // 4), max_size=4))
def test_similarity_does_not_depend_on_which_article_comes_first(articles: dict[str, list[str]]) -> None:
    there = scored(profiles_of(**articles))
    back = scored(profiles_of(**dict(reversed(articles.items()))))
    assert there.keys() == {(b, a) for a, b in back}
    for (a, b), pair in there.items():
        assert pair.similarity == pytest.approx(back[b, a].similarity)


@given(TEXT, TEXT)
def test_a_pair_scores_alike_from_both_sides(a: str, b: str) -> None:
    of = profiles_of(a=[a], b=[b], c=["Herons came back"])
    ngrams = Ngrams(of)
    assert words_alike(of[0], of[1], ngrams) == pytest.approx(words_alike(of[1], of[0], ngrams))
    assert relation(of[0], of[1]) is relation(of[1], of[0])


@given(TEXT, TEXT)
def test_presentation_never_makes_two_passages_alike_that_are_not(a: str, b: str) -> None:
    quoted = scored(profiles([(said("a", 1, a), EN), (said("b", 1, b), EN)]))
    passages = [(said("a", 1, a), EN), (replace(said("b", 1, b), presentation=NARRATION), EN)]
    for key, pair in scored(profiles(passages)).items():
        assert pair.similarity <= quoted[key].similarity
