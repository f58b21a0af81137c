"""What an article recalls of an earlier occasion: told by the reporting clause, or by copies of older articles."""

from __future__ import annotations

from datetime import date

import pytest

from bridge_case import CORPUS, article
from quotetrace.languages import get
from quotetrace.matching.recalled import Telling, recalled
from quotetrace.model import Article, Corpus, Occasion, Passage, Precision, Published, Relation, Speaker, Trace
from quotetrace.tracing import read_article, trace

BRELL = Speaker("brell", "Anna Brell", ("the water minister",))
VISIT = Occasion("visit", "Visit to the valley", "2031-05-04")
SPEECH = Occasion("speech", "Speech in the council", "2031-06-20")
OCCASIONS = {"visit": VISIT, "speech": SPEECH}
FILLER = "Herons came back to the northern ponds of the county after many a quiet winter."
DIG = "We will dig the wells in the valley deeper before the farmers plant their beans"
TOLLS = "Nobody who crosses the new bridge on foot will ever have to pay a toll"
TAX = "The tax on ferries ends next spring, and the harbour gets a second crane"


def on(day: str) -> Published:
    return Published(day, Precision.DAY)


def traced(*articles: Article) -> Trace:
    ordered = tuple(sorted(articles, key=lambda one: one.id))
    return trace(Corpus(CORPUS.root, ordered, (BRELL,), {}, OCCASIONS))


def passages_of(text: str) -> tuple[Passage, ...]:
    return read_article(article("a", text), Corpus(CORPUS.root, (), (BRELL,)))


def recalled_words(text: str, day: str = "2031-06-21") -> list[str]:
    passages = passages_of(text)
    found = recalled(passages, Telling(text, get("en"), date.fromisoformat(day)))
    return [passage.text for passage in passages if passage.id in found]


@pytest.mark.parametrize(
    "text",
    [
        f"“{DIG},” Brell said last month.",
        f"Last month Brell said: “{DIG}.”",
        f"In April, Brell said that {DIG.lower()}.",
        f"“{DIG},” Brell said on 4 May.",
        f"“{DIG},” Brell said in 2029.",
        f"“{DIG},” Brell told farmers a year ago.",
        f"“{DIG},” Brell had said earlier this year.",
        f"In a speech in April, Brell said that {DIG.lower()}.",
        f"The valley was quiet, after talks with Brell, who said last month that {DIG.lower()}.",
        f"Brell said in April that {DIG.lower()}.",
    ],
)
def test_a_reporting_clause_with_an_earlier_date_recalls(text: str) -> None:
    assert len(recalled_words(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        f"“{DIG},” Brell said.",
        f"“{DIG},” Brell said on Friday.",
        f"“{DIG},” Brell said on 20 June.",
        f"“{DIG},” Brell said in 2031.",
        "“Last month we dug the wells in the valley deeper,” Brell said.",
        "Brell said that in April the wells in the valley were dry.",
        f"“{DIG},” Brell said, and may dig more.",
        f"Last month Brell dug a well.\n\n“{DIG},” she said.",
        f"Asked about the river, which has sunk a metre since April, Brell said that {DIG.lower()}.",
        f"Asked about the river, which sank in April, Brell said that {DIG.lower()}.",
        f"Brell, who came to the valley in 2029, said that {DIG.lower()}.",
        f"Brell, elected in April, said that {DIG.lower()}.",
        f"“{DIG},” said Brell, who lost a well last month.",
        f"“{DIG},” Brell said, after a drought that began last year.",
        f"Brell said that {DIG.lower()}, though the wells that were dug last month are dry.",
    ],
)
def test_what_is_said_about_the_past_recalls_nothing(text: str) -> None:
    assert recalled_words(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ранее, в апреле, Анна Брель говорила, что колодцы в долине сухие.", 1),
        ("На прошлой неделе Брель заявила, что колодцы в долине сухие.", 1),
        ("Брель заявила, что в апреле колодцы в долине были сухими.", 0),
        ("Брель, которая пришла в министерство в апреле, заявила, что колодцы в долине сухие.", 0),
    ],
)
def test_a_russian_reporting_clause_recalls_too(text: str, expected: int) -> None:
    brel = Speaker("brel", "Анна Брель", ("министр",))
    passages = read_article(article("a", text, language="ru"), Corpus(CORPUS.root, (), (brel,)))
    assert [p.speaker for p in passages] == ["brel"]
    assert len(recalled(passages, Telling(text, get("ru"), date(2031, 6, 21)))) == expected


def test_a_month_of_another_year_is_another_month() -> None:
    assert len(recalled_words("In June 2029, Brell said that the wells were dry.", day="2031-06-21")) == 1
    assert recalled_words("In June 2031, Brell said that the wells were dry.", day="2031-06-21") == []


def test_no_number_is_too_long_or_too_odd_to_be_no_year() -> None:
    for number in ("9" * 5000, "2\u00b3", "\u00b2"):
        assert recalled_words(f"In {number} Brell said that the wells were dry.") == []


def test_the_last_days_of_the_month_before_are_still_the_news() -> None:
    text = f"“{DIG},” Brell said on 30 May."
    assert recalled_words(text, "2031-06-02") == []
    assert len(recalled_words(text, "2031-06-21")) == 1


def test_without_a_date_of_the_article_a_month_tells_nothing() -> None:
    text = f"“{DIG},” Brell said in April."
    assert recalled(passages_of(text), Telling(text, get("en"), None)) == frozenset()


def test_words_that_go_on_without_a_cue_are_recalled_too() -> None:
    text = f"“{DIG},” Brell said last month. “{TOLLS}.”\n\n“{TAX},” Brell said."
    assert recalled_words(text) == [DIG, f"{TOLLS}."]


NEWS = f"“{TAX},” Brell said.\n\nBrell said that {TOLLS.lower()}.\n\n{FILLER}"
OLD = f"“{DIG},” Brell said.\n\n{FILLER}"


def occasions_of(found: Trace, words: str) -> dict[str, str]:
    return {p.article: p.occasion for p in found.passages if words in p.text.casefold()}


def remarks_with(found: Trace, words: str) -> list[set[str]]:
    return [
        {variant.passage.article for variant in remark.variants}
        for remark in found.remarks
        if any(words in variant.passage.text.casefold() for variant in remark.variants)
    ]


def test_a_recalled_remark_joins_the_remark_of_its_occasion() -> None:
    found = traced(
        article("old", OLD, occasion="visit"),
        article("new", f"{NEWS}\n\n“{DIG},” Brell said last month.", occasion="speech"),
    )
    assert occasions_of(found, "dig the wells") == {"old": "visit", "new": "visit"}
    assert remarks_with(found, "dig the wells") == [{"old", "new"}]
    recalling = next(p for p in found.passages if p.article == "new" and "dig" in p.text)
    assert recalling.id in found.inferred_occasions
    assert occasions_of(found, "tax on ferries") == {"new": "speech"}


def test_what_is_recalled_is_restated_by_the_news_and_never_the_same_remark() -> None:
    found = traced(
        article("a", f"“{DIG},” Brell said.\n\n{NEWS}", occasion="speech"),
        article("b", f"{NEWS}\n\n“{DIG},” Brell said last month.", occasion="speech"),
    )
    assert sorted(map(sorted, remarks_with(found, "dig the wells"))) == [["a"], ["b"]]
    assert Relation.RESTATED in {one.relation for one in found.alignments}
    assert remarks_with(found, "tax on ferries") == [{"a", "b"}]


def test_what_two_articles_recall_is_one_remark_of_an_unknown_occasion() -> None:
    background = f"{NEWS}\n\n“{DIG},” Brell said last month."
    found = traced(article("a", background, occasion="speech"), article("b", background, occasion="speech"))
    assert remarks_with(found, "dig the wells") == [{"a", "b"}]
    assert occasions_of(found, "dig the wells") == {"a": "", "b": ""}


def test_a_long_copy_of_an_older_article_is_background_of_a_dated_one() -> None:
    found = traced(
        article("old", OLD, published=on("2031-05-04")),
        article("new", f"{NEWS}\n\n“{DIG},” Brell said.", published=on("2031-06-20")),
    )
    assert occasions_of(found, "dig the wells") == {"old": "visit", "new": "visit"}
    assert remarks_with(found, "dig the wells") == [{"old", "new"}]


def test_words_said_again_as_the_news_are_restated() -> None:
    found = traced(
        article("old", OLD, published=on("2031-05-04")),
        article("new", OLD, published=on("2031-06-20")),
    )
    assert occasions_of(found, "dig the wells") == {"old": "visit", "new": "speech"}
    assert sorted(map(sorted, remarks_with(found, "dig the wells"))) == [["new"], ["old"]]


def test_a_given_occasion_is_only_left_by_what_says_so() -> None:
    found = traced(
        article("old", OLD, occasion="visit"),
        article("new", f"{NEWS}\n\n“{DIG},” Brell said.", occasion="speech"),
    )
    assert occasions_of(found, "dig the wells") == {"old": "visit", "new": "speech"}


ANSWER = "“Nobody asked the ferrymen about that,” said Karl Utz, the head of the ferry union."


@pytest.mark.parametrize("given", ["visit", ""])
def test_an_inferred_occasion_is_not_that_of_people_who_answer(given: str) -> None:
    found = traced(
        article("first", OLD, occasion=given, published=on("2031-05-04")),
        article("second", f"{OLD}\n\n{ANSWER}", published=on("2031-05-04")),
    )
    assert occasions_of(found, "dig the wells") == {"first": "visit", "second": "visit"}
    assert occasions_of(found, "ferrymen") == {"second": ""}
    answer = next(p for p in found.passages if "ferrymen" in p.text)
    assert answer.id not in found.inferred_occasions
    assert remarks_with(found, "dig the wells") == [{"first", "second"}]


def test_people_who_speak_on_a_given_occasion_share_it_where_it_is_inferred() -> None:
    found = traced(
        article("first", f"{OLD}\n\n{ANSWER}", occasion="visit", published=on("2031-05-04")),
        article("second", f"{OLD}\n\n{ANSWER}", published=on("2031-05-04")),
    )
    assert occasions_of(found, "ferrymen") == {"first": "visit", "second": "visit"}


def test_words_of_people_who_answer_are_still_aligned() -> None:
    found = traced(
        article("first", OLD, occasion="visit"),
        article("second", f"{OLD}\n\n{ANSWER}", published=on("2031-05-04")),
        article("third", f"{OLD}\n\n{ANSWER}", published=on("2031-05-05")),
    )
    assert remarks_with(found, "ferrymen") == [{"second", "third"}]
    assert occasions_of(found, "ferrymen") == {"second": "", "third": ""}
