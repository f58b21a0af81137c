from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotetrace.word_diff import LONGEST, EditCounts, Op, WordDiff, count_edits, word_diff

TEXTS = st.text(st.sampled_from("ab AB.,-“”'’\n 12é\u0301桥[]"), max_size=60) | st.text(max_size=40)


def pieces(diff: WordDiff) -> list[tuple[str, str, str]]:
    return [
        (segment.op.value, diff.a[segment.a.start : segment.a.end], diff.b[segment.b.start : segment.b.end])
        for segment in diff.segments
    ]


def test_names_what_was_left_out_put_in_and_replaced() -> None:
    diff = word_diff("The old bridge is not safe today", "The bridge is hardly safe today, he said")

    assert pieces(diff) == [
        ("equal", "The ", "The "),
        ("delete", "old ", ""),
        ("equal", "bridge is ", "bridge is "),
        ("replace", "not ", "hardly "),
        ("equal", "safe today", "safe today, "),
        ("insert", "", "he said"),
    ]


def test_case_punctuation_and_possessives_are_no_difference() -> None:
    diff = word_diff("“The town’s bridge, finally…", "the TOWN's bridge - finally")

    assert not diff.differs
    assert diff.shared == 1


def test_punctuation_goes_with_the_word_that_it_touches() -> None:
    diff = word_diff("It is “safe”, people say", "It is unsafe people say")

    assert ("replace", "“safe”, ", "unsafe ") in pieces(diff)


def test_a_hyphen_joins_two_words_that_differ_by_themselves() -> None:
    assert ("replace", "non-", "re") not in pieces(word_diff("non-expansion now", "expansion now"))
    assert pieces(word_diff("non-expansion now", "expansion now"))[0] == ("delete", "non-", "")


def test_a_lone_function_word_between_large_changes_is_no_common_ground() -> None:
    diff = word_diff("closing roads quickly at the northern river side", "one two three four the five six seven eight")

    assert [op for op, _, _ in pieces(diff)] == ["replace"]
    assert diff.shared == 0


def test_a_function_word_between_two_small_changes_stays() -> None:
    diff = word_diff("It was the biggest ever", "It is the largest ever")

    assert [text for op, text, _ in pieces(diff) if op == "equal"] == ["It ", "the ", "ever"]


def test_the_language_says_which_words_carry_little() -> None:
    """In English `von` is a word like another, so it takes larger changes to let it go."""
    diff = word_diff("one two von three four", "five six von seven eight", "en")

    assert "equal" in [op for op, _, _ in pieces(diff)]


@pytest.mark.parametrize(
    ("a", "b", "ops"),
    [
        ("", "", []),
        ("", "word", ["insert"]),
        ("word", "", ["delete"]),
        ("…", "…", ["equal"]),
        ("…", "—", ["replace"]),
        ("…", "word", ["replace"]),
    ],
)
def test_texts_without_words(a: str, b: str, ops: list[str]) -> None:
    assert [op for op, _, _ in pieces(word_diff(a, b))] == ops


def test_counts_are_the_fewest_edits_of_single_words() -> None:
    assert count_edits("The old bridge is not safe", "the bridge is now unsafe, too") == EditCounts(
        substitutions=2, insertions=1, deletions=1, reference_tokens=6
    )
    assert count_edits("one two", "one two three") == EditCounts(0, 1, 0, 2)
    assert count_edits("", "") == EditCounts(0, 0, 0, 0)


@given(TEXTS, TEXTS)
def test_the_segments_of_each_side_give_back_its_text(a: str, b: str) -> None:
    diff = word_diff(a, b)

    assert "".join(left for _, left, _ in pieces(diff)) == a
    assert "".join(right for _, _, right in pieces(diff)) == b
    assert 0 <= diff.shared <= 1


@given(TEXTS, TEXTS)
def test_segments_alternate_and_have_the_sides_that_their_op_says(a: str, b: str) -> None:
    found = pieces(word_diff(a, b))

    assert all((left == "") == (op == Op.INSERT) for op, left, _ in found)
    assert all((right == "") == (op == Op.DELETE) for op, _, right in found)
    kinds = [op == Op.EQUAL for op, _, _ in found]
    assert all(kind != following for kind, following in pairwise(kinds))


@given(TEXTS)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert not word_diff(text, text).differs


@given(TEXTS, TEXTS)
def test_counts_are_symmetric_and_balance(a: str, b: str) -> None:
    there, back = count_edits(a, b), count_edits(b, a)

    assert there.reference_tokens + there.insertions - there.deletions == back.reference_tokens
    total = there.substitutions + there.insertions + there.deletions
    assert total == back.substitutions + back.insertions + back.deletions


def test_two_sentences_too_long_to_compare_are_replaced_whole() -> None:
    one, other = "well " * (LONGEST + 1), "pump " * (LONGEST + 2)

    assert [segment.op for segment in word_diff(one, other).segments] == [Op.REPLACE]
    assert count_edits(one, other) == EditCounts(LONGEST + 1, 1, 0, LONGEST + 1)
