"""Joined reports: where a second remark begins in a sentence, and whose it is."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotetrace.languages import get
from quotetrace.model import Span
from quotetrace.speech.marks import quoted_stretches
from quotetrace.speech.reports import Report, reports

EN = get("en")


def reports_in(text: str) -> list[Report]:
    span = Span(0, len(text))
    quoted = [part for stretch in quoted_stretches(text, [span], EN) for part in stretch]
    return reports(text, span, quoted, EN)


def subjects(text: str) -> list[str]:
    clauses = (report.clause for report in reports_in(text))
    return [text[clause.subject.start : clause.subject.end] for clause in clauses if clause and clause.subject]


# A new report begins where the bar stands, which is no part of the text.
@pytest.mark.parametrize(
    ("marked", "who"),
    [
        ("Brell said the wells are dry, |adding that the river is low.", ["Brell", "Brell"]),
        ("Brell said the wells are dry |and later stressed that the river is low.", ["Brell", "Brell"]),
        ("“The wells are dry,” Brell said, |adding: “The river is low.”", ["Brell", "Brell"]),
        ("Brell said the wells are dry; |Vance replied that they are full.", ["Brell", "Vance"]),
        ("Brell said the wells are dry, |but Vance denied that they are.", ["Brell", "Vance"]),
        ("Brell opened the meeting |by saying that the wells are dry.", ["Brell"]),
        ("Utopia's envoy left the hall, |saying the wells are dry.", ["Utopia's envoy"]),
        ("On Monday the envoy Anna Brell left the hall, |saying the wells are dry.", ["the envoy Anna Brell"]),
        ("The crowd cheered Anna Brell, |who said that the wells are dry.", ["Anna Brell"]),
        ("Brell gave an interview |in which she said that the wells are dry.", ["she"]),
        ("Brell said the wells are dry, |adding that the river is low |and warning that rain is far.", ["Brell"] * 3),
    ],
)  # fmt: skip
def test_where_another_report_begins(marked: str, who: list[str]) -> None:
    text = marked.replace("|", "")
    assert [text[report.span.start : report.span.end].strip() for report in reports_in(text)] == [
        part.strip() for part in marked.split("|")
    ]
    found = subjects(text)
    assert len(found) == len(who)
    assert all(subject.endswith(name) for subject, name in zip(found, who, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "Brell said that the wells are dry and that the river is low.",
        "Brell and Vance said that the wells are dry.",
        "“The wells are dry, Vance said, adding that we dig,” Brell said.",
        "Brell said that anybody who complains can dig.",
        "Brell said the wells are dry through what she calls a long drought.",
        "Rain fell on the hills, and the river rose.",
        "Brell said and repeated that the wells are dry.",
    ],
)
def test_a_sentence_with_one_report_or_none_stays_whole(text: str) -> None:
    assert len(reports_in(text)) == 1


PIECES = st.sampled_from(
    "Brell Vance said adding that the wells are dry , . ; : “ ” — and but who which in by saying she noted while Mr. "
    "told according to (R-Orlo) what 20 Monday".split(" ")
)


@given(st.one_of(st.lists(PIECES, max_size=30).map(" ".join), st.text(max_size=80)))
def test_the_parts_of_any_sentence_are_in_order_and_hold_all_its_words(text: str) -> None:
    found = reports_in(text)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all(0 <= report.span.start <= report.span.end <= len(text) for report in found)
    between = [text[a.span.end : b.span.start] for a, b in pairwise(found)]
    outside = text[: found[0].span.start] + "".join(between) + text[found[-1].span.end :]
    assert not re.sub(r"\(R-Orlo\)", "", outside).strip(" .")
