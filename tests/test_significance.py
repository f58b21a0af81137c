"""How little of what passages share can be chance: by the rarity of the words, and by what their articles tell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotetrace.matching.scoring import Pair
from quotetrace.matching.significance import Significance
from test_scoring import TEXT, profiles_of

CHATTER = ["I think that is right", "I think we are there", "What do you think I am", "I know that we are right"]
WELLS = "The wells in the upper valley are dry"


def test_a_few_common_words_may_be_chance_and_three_rare_ones_are_none() -> None:
    of = profiles_of(a=[*CHATTER, WELLS], b=["I think it rains", "Upper valley wells ran low"], c=CHATTER)
    significance = Significance(of)
    by_id = {profile.passage.id: profile for profile in of}
    assert significance.alone(by_id["a.1"], by_id["b.1"]) < 0.5
    assert significance.alone(by_id["a.5"], by_id["b.2"]) == pytest.approx(1.0)


def test_articles_that_tell_the_same_lend_their_passages_significance() -> None:
    tales = [WELLS, "Herons left the northern marsh", "Ana Brell sold her mill", "Cranes crossed the frozen lagoon"]
    of = profiles_of(a=[*tales, "I think so now"], b=[*tales, "I think it rains"], c=["I think so", *CHATTER])
    pairs = [Pair(of[at], of[at + 5], 0.8, 0.8) for at in range(4)]
    significance = Significance(of)
    before = significance.of(of[4], of[9])
    significance.weigh(pairs)
    assert before < significance.of(of[4], of[9]) == pytest.approx(1.0)
    assert significance.of(of[4], of[10]) == significance.alone(of[4], of[10]) < 1.0


@given(st.lists(TEXT, min_size=1, max_size=4), st.lists(TEXT, min_size=1, max_size=4))
def test_significance_is_between_0_and_1_from_either_side(a: list[str], b: list[str]) -> None:
    of = profiles_of(a=a, b=b)
    significance = Significance(of)
    significance.weigh([Pair(of[0], of[-1], 0.5, 0.5)])
    for one, other in ((of[0], of[-1]), (of[-1], of[0])):
        assert 0 <= significance.alone(one, other) <= significance.of(one, other) <= 1
    assert significance.of(of[0], of[-1]) == significance.of(of[-1], of[0])
