"""What stands for what: variant words, learnt from passages that surely report the same words."""

from __future__ import annotations

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotetrace.matching.variants import NONE, Variants, learn

FARMERS = ("the farmers dug a well", "farmers dug wells by hand", "most farmers left", "no farmers were paid")
HERONS = ("two herons nest by the weir", "herons returned", "a heron was shot in may", "herons eat frogs")

# Pairs that differ in a word each, as most do.
OTHERS = [
    ([*"valley council met on".split(), a], [*"valley council met on".split(), b])
    for a, b in zip(
        "monday friday june wells dams roads pumps beans taxes birds".split(),
        "market budget money fishers ferry bridge mill rye levies reeds".split(),
        strict=True,
    )
]
WORDS = st.lists(st.sampled_from("well weir heron egret frog toad pump".split()), min_size=1, max_size=6)


def rewritten(texts: tuple[str, ...], before: str, after: str) -> list[tuple[list[str], list[str]]]:
    return [(text.split(), text.replace(before, after).split()) for text in texts]


def test_a_word_that_another_replaces_again_and_again_is_its_variant() -> None:
    found = learn(rewritten(FARMERS, "farmers", "growers") + rewritten(HERONS, "heron", "egret") + OTHERS)
    assert found.weight("farmers", "growers") == found.weight("growers", "farmers") > 0.5
    assert found.weight("herons", "egrets") > 0.5
    assert found.weight("farmers", "egrets") == found.weight("monday", "market") == 0


def test_one_replacement_is_no_variant() -> None:
    assert learn(rewritten(FARMERS[:1], "farmers", "growers") + OTHERS) == NONE


def test_among_several_replaced_words_the_pairs_together_tell_which_stands_for_which() -> None:
    both = [(a.split(), b.split()) for a, b in (("farmers dug wells", "growers dug shafts"),) * 3]
    apart = rewritten(FARMERS[2:], "farmers", "growers")
    found = learn(both + apart + OTHERS)
    assert found.weight("farmers", "growers") > 0.5
    assert found.weight("farmers", "shafts") == found.weight("wells", "growers") == 0


def test_words_that_both_passages_have_are_no_variants() -> None:
    found = learn([("heron weir".split(), "heron weir".split())] * 5)
    assert found == NONE
    assert found.weight("heron", "heron") == 1
    assert found.weight("heron", "weir") == 0


def test_a_variant_makes_passages_as_much_more_alike_as_it_weighs() -> None:
    variants = Variants({"farmer": {"grower": 0.6}, "grower": {"farmer": 0.6}})
    third = {"farmer": sqrt(1 / 3), "dig": sqrt(1 / 3), "well": sqrt(1 / 3)}
    other = {"grower": sqrt(1 / 3), "dig": sqrt(1 / 3), "well": sqrt(1 / 3)}
    assert variants.alike(third, other) == pytest.approx(0.6 / 3)
    assert variants.alike(third, third) == 0


def test_a_word_is_the_variant_of_one_word_only() -> None:
    variants = Variants({"grower": {"farmer": 0.6, "peasant": 0.8}})
    grower, two = {"grower": 1.0}, {"farmer": sqrt(1 / 2), "peasant": sqrt(1 / 2)}
    assert variants.alike(grower, two) == pytest.approx(0.8 * sqrt(1 / 2))


@given(st.lists(st.tuples(WORDS, WORDS), max_size=12), WORDS, WORDS)
def test_weights_go_both_ways_and_never_make_more_than_the_same_words(
    pairs: list[tuple[list[str], list[str]]], one: list[str], other: list[str]
) -> None:
    found = learn(pairs)
    for a, weights in found.weights.items():
        assert all(found.weight(b, a) == pytest.approx(weight) for b, weight in weights.items())
        assert all(0 < weight <= 1 for weight in weights.values())
    a, b = ({word: 1 / sqrt(len(set(words))) for word in words} for words in (one, other))
    assert found.alike(a, b) == pytest.approx(found.alike(b, a))
    assert found.alike(a, b) + sum(a[word] * b[word] for word in a.keys() & b.keys()) <= 1 + 1e-9
