"""On which occasion an article's speaker spoke: given, by date, from copies, or not to be told."""

from __future__ import annotations

from datetime import date

import pytest

from bridge_case import CORPUS, article
from quotetrace.languages import get
from quotetrace.matching.occasions import MAX_DAYS, When, occasions, one_occasion
from quotetrace.matching.profiles import profiles
from quotetrace.matching.scoring import Pair
from quotetrace.model import (
    Article,
    Corpus,
    Evidence,
    Occasion,
    Passage,
    Precision,
    Presentation,
    Published,
    Sentence,
    SentenceKind,
)

EN = get("en")
VISIT = Occasion("visit", "Visit to the valley", "2031-05-04")
SPEECH = Occasion("speech", "Speech in the council", "2031-06-20")
UNDATED = Occasion("undated", "Interview")


def on(day: str, precision: Precision = Precision.DAY) -> Published:
    return Published(day, precision)


def corpus(*articles: Article, among: tuple[Occasion, ...] = (VISIT, SPEECH, UNDATED)) -> Corpus:
    return Corpus(CORPUS.root, articles, occasions={occasion.id: occasion for occasion in among})


def copies(a: str, b: str, number: int, alike: float = 0.9) -> list[Pair]:
    """Return *number* pairs of passages of two articles with this much lexical evidence."""
    text = "The wells are dry"
    sentence = Sentence(0, len(text), SentenceKind.SENTENCE, 0)
    known = (Presentation.DIRECT, "brell", Evidence.CUE, 0.9, "")
    one, other = profiles((Passage(f"{name}.1", name, 0, len(text), text, sentence, *known), EN) for name in (a, b))
    return [Pair(one, other, alike, alike) for _ in range(number)]


def test_a_given_occasion_is_kept_with_its_day() -> None:
    found = occasions(corpus(article("a", "x", occasion="visit", published=on("2031-07-01"))), [])
    assert found == {"a": When("visit", date(2031, 5, 4))}


@pytest.mark.parametrize("day", ["2031-05-04", "2031-05-05", "2031-05-04T23:59"])
def test_an_article_of_the_day_or_the_next_is_taken_to_report_the_occasion(day: str) -> None:
    found = occasions(corpus(article("a", "x", published=on(day))), [])["a"]
    assert (found.occasion, found.inferred) == ("visit", True)


@pytest.mark.parametrize("day", ["2031-05-03", "2031-05-06", "2031-05", "2031", "2030-05-04"])
def test_an_article_of_another_or_of_no_certain_day_is_not(day: str) -> None:
    found = occasions(corpus(article("a", "x", published=on(day))), [])["a"]
    assert (found.occasion, found.inferred) == ("", False)


def test_of_two_occasions_on_one_day_none_is_taken() -> None:
    second = Occasion("dinner", "Dinner", "2031-05-04")
    found = occasions(corpus(article("a", "x", published=on("2031-05-04")), among=(VISIT, second)), [])["a"]
    assert found == When("", date(2031, 5, 4))


def test_nothing_known_stays_unknown() -> None:
    assert occasions(corpus(article("a", "x")), []) == {"a": When()}


KNOWN = article("known", "x", occasion="visit")
OTHER = article("other", "x", occasion="speech")
COPY = article("copy", "x")


def test_enough_copied_passages_tie_an_article_to_an_occasion() -> None:
    found = occasions(corpus(KNOWN, COPY), copies("copy", "known", 2))
    assert found["copy"] == When("visit", date(2031, 5, 4), inferred=True)


def test_one_copied_passage_is_not_enough() -> None:
    assert not occasions(corpus(KNOWN, COPY), copies("copy", "known", 1))["copy"].is_known


def test_passages_that_are_no_copies_tie_nothing() -> None:
    assert not occasions(corpus(KNOWN, COPY), copies("copy", "known", 9, alike=0.5))["copy"].is_known


def test_an_article_between_two_occasions_stays_unknown() -> None:
    pairs = copies("copy", "known", 3) + copies("copy", "other", 2)
    assert not occasions(corpus(KNOWN, OTHER, COPY), pairs)["copy"].is_known


def test_an_article_with_twice_the_copies_of_one_occasion_is_of_that_one() -> None:
    pairs = copies("copy", "known", 4) + copies("copy", "other", 2)
    assert occasions(corpus(KNOWN, OTHER, COPY), pairs)["copy"].occasion == "visit"


def test_copies_of_a_given_occasion_do_not_change_it() -> None:
    assert occasions(corpus(KNOWN, OTHER), copies("known", "other", 9))["other"].occasion == "speech"


def test_a_copy_of_a_copy_is_of_the_same_occasion() -> None:
    pairs = copies("second", "copy", 3) + copies("copy", "known", 3)
    found = occasions(corpus(article("second", "x"), COPY, KNOWN), pairs)
    assert found["second"] == When("visit", date(2031, 5, 4), inferred=True)


def test_what_is_inferred_does_not_depend_on_the_order_of_articles_and_pairs() -> None:
    pairs = copies("copy", "known", 4) + copies("copy", "other", 2) + copies("copy", "second", 3)
    articles = [KNOWN, OTHER, COPY, article("second", "x")]
    there = occasions(corpus(*articles), pairs)
    back = occasions(corpus(*reversed(articles)), list(reversed(pairs)))
    assert there == back


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        (When("visit"), When("visit"), True),
        (When("visit"), When("speech"), False),
        (When("visit", date(2031, 5, 4)), When("speech", date(2031, 5, 4)), False),
        (When("", date(2031, 5, 4)), When("", date(2031, 5, 4 + MAX_DAYS)), True),
        (When("", date(2031, 5, 4)), When("", date(2031, 5, 5 + MAX_DAYS)), False),
        (When("visit", date(2031, 5, 4)), When("", date(2031, 5, 20)), False),
        (When("visit", date(2031, 5, 4)), When("", date(2031, 5, 6)), True),
        (When(), When("visit", date(2031, 5, 4)), True),
        (When(), When(), True),
    ],
)
def test_which_articles_can_report_one_occasion(a: When, b: When, *, one: bool) -> None:
    assert one_occasion(a, b) is one
    assert one_occasion(b, a) is one


def test_an_occasion_without_a_date_is_dated_by_its_article() -> None:
    spring = article("spring", "x", occasion="undated", published=on("2031-03-01"))
    autumn = article("autumn", "x", published=on("2031-10-01"))
    found = occasions(corpus(spring, autumn), [])
    assert not one_occasion(found["spring"], found["autumn"])
