from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotetrace.text import tokens
from quotetrace.word_diff import LONGEST, EditCounts, Op, WordDiff, count_edits, word_diff

TEXTS = st.text(st.sampled_from("ab AB.,-“”'’\n 12é\u0301桥[]"), max_size=60) | st.text(max_size=40)

CLAUSES = st.lists(
    st.sampled_from([
        "our western neighbours ", "the old stone bridge ", "is closed for repairs ", "after the spring flood, ",
        "and ", "not ", "Mayor Ortiz ", "“we closed the old bridge” ", "bridges ", "closing ", "the ",
    ]),
    max_size=7,
).map("".join)  # fmt: skip


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


def test_a_word_in_the_place_of_another_is_a_segment_by_itself() -> None:
    diff = word_diff("Several big bridges were closed", "Several large bridge was closed", "en")

    assert pieces(diff) == [
        ("equal", "Several ", "Several "),
        ("replace", "big ", "large "),
        ("replace", "bridges ", "bridge "),
        ("replace", "were ", "was "),
        ("equal", "closed", "closed"),
    ]


def test_a_clause_that_stands_elsewhere_has_moved() -> None:
    a = "After the spring flood, the council closed the bridge"
    b = "The council had closed the bridge after the spring flood"

    diff = word_diff(a, b)

    assert pieces(diff) == [
        ("moved", "After the spring flood, ", ""),
        ("equal", "the council ", "The council "),
        ("insert", "", "had "),
        ("equal", "closed the bridge", "closed the bridge "),
        ("moved", "", "after the spring flood"),
    ]
    away, here = diff.segments[0], diff.segments[-1]
    assert away.elsewhere == here.b
    assert here.elsewhere == away.a
    assert diff.differs


def test_the_heavier_of_two_clauses_stays() -> None:
    diff = word_diff(
        "we all will pay, the bridge near the old mill reopens", "the bridge near the old mill reopens, we all will pay"
    )

    assert {left or right for op, left, right in pieces(diff) if op == "moved"} == {
        "we all will pay, ",
        "we all will pay",
    }


def test_two_words_that_stand_elsewhere_are_no_clause() -> None:
    diff = word_diff(
        "Yesterday evening the council closed the bridge", "The council closed the bridge yesterday evening"
    )

    assert [op for op, _, _ in pieces(diff)] == ["delete", "equal", "insert"]


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
def test_segments_have_the_sides_that_their_op_says(a: str, b: str) -> None:
    found = pieces(word_diff(a, b))

    assert all((left == "") == (op == Op.INSERT) for op, left, _ in found if op != Op.MOVED)
    assert all((right == "") == (op == Op.DELETE) for op, _, right in found if op != Op.MOVED)
    assert all((left == "") != (right == "") for op, left, right in found if op == Op.MOVED)
    kinds = [op for op, _, _ in found]
    assert all((one, other) != (Op.EQUAL, Op.EQUAL) for one, other in pairwise(kinds))


@given(CLAUSES, CLAUSES)
def test_what_has_moved_stands_in_both_texts(a: str, b: str) -> None:
    diff = word_diff(a, b)
    moved = [segment for segment in diff.segments if segment.op is Op.MOVED]
    away = {(segment.a, segment.elsewhere) for segment in moved if segment.a.start < segment.a.end}
    here = {(segment.elsewhere, segment.b) for segment in moved if segment.b.start < segment.b.end}

    assert away == here
    assert all(
        other
        and [t.form for t in tokens(a[own.start : own.end])] == [t.form for t in tokens(b[other.start : other.end])]
        for own, other in away
    )


@given(TEXTS | CLAUSES, TEXTS | CLAUSES)
def test_the_differences_are_the_same_from_both_sides(a: str, b: str) -> None:
    swapped = {Op.INSERT: Op.DELETE, Op.DELETE: Op.INSERT}
    there, back = word_diff(a, b), word_diff(b, a)

    assert [(s.op, s.a, s.b, s.elsewhere) for s in there.segments] == [
        (swapped.get(s.op, s.op), s.b, s.a, s.elsewhere) for s in back.segments
    ]
    assert there.shared == back.shared


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
