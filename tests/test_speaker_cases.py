"""Pronouns and offices in real articles, annotated by offsets; needs the articles, which are not redistributed."""

from __future__ import annotations

import pytest

import speakers
from speakers import QUOTES, Tally, answers, cases, chosen, is_right, margin

needs_articles = pytest.mark.skipif(not (QUOTES / "text").is_dir(), reason=f"no {QUOTES / 'text'}")


def test_no_article_is_in_both_halves() -> None:
    halves = [{case.article for case in cases() if case.half == half} for half in speakers.HALVES]
    assert halves[0].isdisjoint(halves[1])
    assert all(len(half) >= 20 for half in halves)


@needs_articles
def test_the_offsets_are_those_of_pronouns_offices_and_names() -> None:
    for case in cases():
        text = (QUOTES / "text" / f"{case.article}.txt").read_bytes().decode("utf-8")
        subject = text[slice(*case.subject)]
        assert (subject.casefold() in {"he", "she"}) == (case.kind == "pronoun")
        assert case.name is None or text[slice(*case.name)][0].isupper()


@needs_articles
def test_the_program_is_better_than_the_last_speaker() -> None:
    found = answers(QUOTES)
    assert len(found) == len(cases())
    mean, low, _ = margin(found, "last speaker")
    assert mean >= 0.1
    assert low > 0
    assert margin(chosen(found, "check"), "last speaker")[0] > 0


@needs_articles
def test_what_is_answered_is_mostly_right_in_articles_that_no_rule_was_written_on() -> None:
    tally = Tally.of((one.program, one.name) for one in chosen(answers(QUOTES), "check"))
    assert tally.accuracy_if_answered >= 0.85


@pytest.mark.parametrize(
    ("answer", "name", "right"),
    [
        ("Anna Brell", "Brell", True),
        ("Brell", "Anna Brell", True),
        ("Otto Brell", "Anna Brell", False),
        ("", "Anna Brell", False),
        ("", "", True),
        ("former doctor", "", True),
        ("Anna Brell", "", False),
    ],
)
def test_an_answer_is_right_if_it_can_be_the_person_named(answer: str, name: str, right: bool) -> None:  # noqa: FBT001
    assert is_right(answer, name) is right


def test_a_tally_counts_answers_apart_from_silence() -> None:
    tally = Tally.of([("Brell", "Brell"), ("", "Brell"), ("Pike", "Brell"), ("", "")])
    assert (tally.cases, tally.right, tally.answered, tally.right_answers) == (4, 2, 2, 1)
    assert tally.accuracy == tally.accuracy_if_answered == 0.5
