"""Sentences: what parts them, what does not, and that no character is lost on the way."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path
from textwrap import fill

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotetrace.evaluation import Score, boundaries
from quotetrace.languages import get
from quotetrace.model import SentenceKind
from quotetrace.sentences import split

SHARED = Path(__file__).parents[2] / "shared"
EN = get("en")
HEADING, SENTENCE = SentenceKind.HEADING, SentenceKind.SENTENCE
DATELINE, GAP = SentenceKind.DATELINE, SentenceKind.GAP

# F1 that the splitter has reached; a change that loses some of it has to say why.
FLOOR_ARTICLES = 0.99
FLOOR_GUM = 0.965
FLOOR_EWT = 0.88

# One line a case: `|` stands where a sentence ends and the next begins; the space there is the text's own.
SPLITS = """
It rained. |The match was off.
He met J. R. Smith in the U.S. on Monday. |The U.S. President left.
He left the U.S. |He is gone.
J.K. Rowling wrote it. |A. A. Milne did not.
It began at 9 a.m. on Friday. |It ended at 5 p.m. |The police left.
Rates rose 2.5 percent. |See No. 5 and pp. 4-5. |No. 10 was closed.
He said no. |They agreed.
In Jan. 2022 it rose. |On Sept. 11 it fell.
Dr. No came. |Gen. Brown and Sen. White spoke at St. Petersburg. |They left.
He was a sales rep. |Officials said he was ill. |Police came.
Acme Inc. said so. |He works for Acme Corp. |The firm is big.
Smith et al. (2015) say so. |We met cats, dogs, etc. |Then we left.
It was 5 ft. 3 in. tall.
Visit www.example.com. |Or write to a.b@example.org. |Then go.
See https://example.org/a?b=C.D.E for more. |It helps.
Police came at 12:42. |The file is 106-27-01-2022. |It is closed.
World War II. |The end.
iPhone sales rose. |iPhone sales fell.
It ended.|The talks failed.
1. Open the file. |2. Read it.
He left (see p. 5. It is there.) and came back. |He slept.
He left. |(All of it is true. I saw it.) |Then he slept.
It cost too much (1,000 roubles). |They paid.
Any answer [the menu] is fine. |He [ответ] left.
It was so.[5] |He left.[1][2] |They came. [17] |She stayed.
“It is over. |We will not sign,” she said.
"It is over in this format," she said. |"The answer is no."
“It is over.” |He left.
She said: ‘It is over.’ |He left.
"Why?" he asked. |"Go!" she cried.
“Stop!” Mr. Smith said, laughing. |He left.
“Why not?” |The minister said he knew.
“It is over.” Smith said. |He left.
“It is over.” Smith said on Monday. |He left.
“It is over.” Smith told the reporters. |He left.
“It is over.” |Smith said the talks had failed.
“It is over.” |Smith replied on Monday.
“It is over.” |Smith told reporters the talks had failed.
“It is over,” said Jones. |“We go.” |Smith said: “Never.”
‘Really?’ she said. |‘Yes.’
He chose as from a“ menu ”, choosing only what is“ tasty ”for him. |He left.
It is good for them, ”Smith said. |He left.
“We go home. ”Smith added. |Then he left.
« Nous partons. » |Il est parti.
Well… he left. |He waited... and left... |The end.
Wait . . . what? |He left.
He added: “…and we go.” |“…We stay,” he said.
He waited; it rained; they left. |So did she.
Question: Will you go? |What then?
Jane Doe: I think so. |Yes.
What now? he wondered. |Yahoo! said so.
Really?! |Yes!!! |No…
Update:\u00a0 It is over.\u00a0 |It is still live.
Привет. |Как дела? |А. Б. Иванов пришёл. |Он ушёл.
你好。|你是谁？|我是。
مرحبا؟ |نعم. |لا
नमस्ते। |आप कैसे हैं।
Any time, said he, is good
“Why?” Smith asked the minister. |He left.
"""

KNOWN_FAILURES = [
    ("It ended at 5 p.m. |Police left.", "a.m. and p.m. may stand before a weekday or a zone in capitals"),
    ("He lives in Washington, D.C. |Police came.", "only a word of the language's openers shows the end"),
    ("He is gone! and nobody cared.", "a lower-case word after ! or ? opens a sentence in hurried prose"),
    ("It is true that I wanted to – |I mean, how could I?", "a broken-off sentence ends in a dash"),
    ("(It rained all day. |Nobody came.) |He left.", "brackets are never parted, asides being the rule"),
]


def units(text: str) -> list[str]:
    return [text[s.start : s.end] for s in split(text, EN)]


def kinds(text: str) -> list[tuple[SentenceKind, str]]:
    return [(s.kind, text[s.start : s.end]) for s in split(text, EN)]


def block_texts(text: str) -> list[str]:
    found: dict[int, list[str]] = {}
    for s in split(text, EN):
        found.setdefault(s.block, []).append(text[s.start : s.end])
    return [" ".join(parts) for parts in found.values()]


def expected(case: str) -> list[str]:
    return [part.strip() for part in case.split("|")]


@pytest.mark.parametrize("case", SPLITS.strip().splitlines())
def test_splits_where_a_reader_would(case: str) -> None:
    assert units(case.replace("|", "")) == expected(case)


@pytest.mark.parametrize(
    "case", [pytest.param(case, marks=pytest.mark.xfail(reason=why)) for case, why in KNOWN_FAILURES]
)
def test_splits_where_a_reader_would_but_rules_do_not_yet(case: str) -> None:
    assert units(case.replace("|", "")) == expected(case)


@pytest.mark.parametrize(
    "dateline",
    [
        "MOSCOW, February 14. /TASS/.",
        "MOSCOW. January 27 (Interfax) -",
        "WASHINGTON (Reuters) -",
        "LONDON, 3 May (AP) —",
        "NEW YORK, N.Y., Jan. 5, 2022 (GLOBE NEWSWIRE) --",
        "Washington, D.C., Jan. 5, 2022 (A Wire) --",
        "ROSTOV-ON-DON, Russia, Jan 5 (Interfax) –",
        "KYIV —",
        "PARIS, Jan. 5.",
        "(Reuters) -",
        "МОСКВА, 27 января. /ТАСС/.",
        "REUTERS -",
        "Rome. May 3. NEWSWIRE -",
        "Rome, 3 May, GLOBE WIRE —",
    ],
)
def test_a_dateline_is_one_unit(dateline: str) -> None:
    text = f"{dateline} Prices rose by 2.5 percent. They fell."
    assert kinds(text) == [
        (DATELINE, dateline),
        (SENTENCE, "Prices rose by 2.5 percent."),
        (SENTENCE, "They fell."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "NATO — an alliance — was founded.",
        "TCP/IP/UDP are protocols.",
        "John Smith (Labour) — The Man.",
        "Prices rose — The bank said so.",
        "UPDATE — Minister says no",
        "Rome. May 3. Newswire - The bank rose.",
        "The law of May 3 NEVER - it says - ends.",
    ],
)
def test_prose_is_no_dateline(text: str) -> None:
    assert DATELINE not in [kind for kind, _ in kinds(text)]


@pytest.mark.parametrize(
    "line",
    [
        "Putin to decide on next steps",
        "“The West views them as a “menu”",
        "12:42",
        "# What happened? We know.",
        "US Did Not Respond: Lavrov",
        "Ответ получен",
    ],
)
def test_a_line_without_full_stop_is_a_heading(line: str) -> None:
    assert kinds(f"{line}\n\nIt rained. He left.")[0] == (HEADING, line)


@pytest.mark.parametrize(
    "line",
    [
        "He left.",
        "Is it over?",
        "He told reporters:",
        "• An item",
        "- An item",
        "and so on",
        "***",
        "word " * 60,
    ],
)
def test_other_lines_are_no_headings(line: str) -> None:
    assert kinds(f"{line}\n\nIt rained.")[0] == (SENTENCE, line.strip())


def test_a_gap_is_a_unit_where_it_stands_between_sentences() -> None:
    assert kinds("One thing. […] Another thing. [...]\n\n[…]\n\nThe end […]") == [
        (SENTENCE, "One thing."),
        (GAP, "[…]"),
        (SENTENCE, "Another thing."),
        (GAP, "[...]"),
        (GAP, "[…]"),
        (SENTENCE, "The end"),
        (GAP, "[…]"),
    ]


@pytest.mark.parametrize("text", ["We will […] decide.", "He [the menu] left.", "“[…] We go,” he said."])
def test_marks_inside_a_sentence_are_no_gaps(text: str) -> None:
    assert kinds(text) == [(SENTENCE, text)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\n\n", "\n\u00a0\n", "\n \t\r\n"])
def test_line_ends_of_all_kinds_part_blocks(end: str) -> None:
    assert block_texts(f"A heading{end}It rained. He left.") == ["A heading", "It rained. He left."]


def test_every_bullet_is_a_block_with_its_mark() -> None:
    text = "• One\n- Two\n* Three\n1. Four. It goes on.\n\n  • Five"
    assert block_texts(text) == ["• One", "- Two", "* Three", "1. Four. It goes on.", "• Five"]


def test_a_byte_order_mark_inside_stays_with_its_line() -> None:
    assert units("\ufeffIt rained.\n\ufeffHe left.") == ["\ufeffIt rained.", "\ufeffHe left."]


HEAD = "Prices For Bread To Rise\nBy Jane Doe"
BREAD = (
    "The price of bread will rise in the spring, the head of the Bakers' Guild said on Monday, and nobody "
    "can say by how much. It may be the first rise since the mill of old Mr. Henderson burned down."
)
GUILD = (
    "NATO, the Ministry of Agriculture of the Russian Federation, Parliament and the Mayor of London had no "
    "comment. The Guild of Master Bakers met with President Brown. Brown, who has said that he eats no "
    "bread, left at 5 p.m. on Tuesday."
)


@pytest.mark.parametrize("width", range(55, 90, 5))
def test_hard_wrapped_paragraphs_stay_whole_and_short_lines_do_not_join_them(width: int) -> None:
    wrapped = [fill(BREAD, width), fill(GUILD, width)]
    found = block_texts("\n\n".join([HEAD, *wrapped]))
    assert found[:2] == ["Prices For Bread To Rise", "By Jane Doe"]
    assert [" ".join(block.split()) for block in found[2:]] == [BREAD, GUILD]


def test_sentences_of_a_hard_wrapped_paragraph_run_over_its_lines() -> None:
    text = fill(BREAD, 70)
    assert [unit.split()[-1] for unit in units(text)] == ["much.", "down."]


def test_wrapped_turns_and_items_are_blocks_of_their_own() -> None:
    text = (
        "Jane Doe: I have said it once, and I will say it again to the margin of\n"
        "this page, which is not far away, and then on and on to its full width.\n"
        "John Roe: Fine.\n"
        "- An item that is long enough to reach the margin and is then wrapped to\n"
        "  the next line.\n"
        "- Another."
    )
    assert [block[:8] for block in block_texts(text)] == ["Jane Doe", "John Roe", "- An ite", "- Anothe"]


def test_mail_quoted_with_marks_is_wrapped_text_too() -> None:
    text = "> The talks that were held in the old town went on until the\n> late hours of the night."
    assert len(block_texts(text)) == 1


def test_long_lines_are_never_taken_for_wrapped_ones() -> None:
    text = "A line that goes on and on " * 8 + "\n" + "and another one that does so too " * 6
    assert len(block_texts(text)) == 2


WORDS = ("It rained", "he", "said", "Mr", "U.S", "MOSCOW, May 5. /A/.", "5", "- ", "> ", "[…]")
MARKS = (*".?!…()[]\"“”'。—", "...", " ", " ", "\n", "\n\n", "\r\n", "\u2028", "\u00a0", "\ufeff")
PIECES = st.sampled_from([*WORDS, *MARKS])
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=60).map("".join))


@given(TEXTS)
def test_every_visible_character_is_in_exactly_one_sentence(text: str) -> None:
    covered = [i for s in split(text, EN) for i in range(s.start, s.end)]
    assert len(covered) == len(set(covered))
    assert all(char.isspace() for i, char in enumerate(text) if i not in set(covered))


@given(TEXTS)
def test_sentences_are_in_order_and_have_no_space_around_them(text: str) -> None:
    found = split(text, EN)
    for s in found:
        assert 0 <= s.start < s.end <= len(text)
        assert text[s.start : s.end] == text[s.start : s.end].strip()
    for a, b in pairwise(found):
        assert a.end <= b.start
        assert a.block <= b.block <= a.block + 1
    assert not found or found[0].block == 0


@given(TEXTS)
def test_gaps_are_markers_and_nothing_else(text: str) -> None:
    for s in split(text, EN):
        if s.kind is GAP:
            assert re.fullmatch(r"[\[(]\s?(…|\.\.\.|\. \. \.)\s?[\])]", text[s.start : s.end])


def test_an_empty_text_has_no_sentences() -> None:
    assert split("", EN) == []
    assert split(" \n\u00a0\r\n", EN) == []


def test_scores_count_each_boundary_once() -> None:
    score = boundaries([1, 2, 2, 3], [2, 3, 4, 5])
    assert score == Score(right=2, predicted=3, gold=4)
    assert (score.precision, score.recall) == (2 / 3, 1 / 2)
    assert score.f1 == pytest.approx(4 / 7)
    assert boundaries([], []).f1 == 1.0


def articles() -> dict[str, list[tuple[int, int]]]:
    path = SHARED / "gold" / "sentences.jsonl"
    if not path.exists():
        pytest.skip(f"the annotated articles are not at {path}")
    found: dict[str, list[tuple[int, int]]] = {}
    for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        found.setdefault(row["article"], []).append((row["start"], row["end"]))
    return found


def test_annotated_articles_are_split_as_people_split_them() -> None:
    score = Score(0, 0, 0)
    for name, gold in articles().items():
        text = (SHARED / "corpus" / f"{name}.txt").read_bytes().decode()
        score += boundaries([(s.start, s.end) for s in split(text, EN)], gold)
    assert score.f1 >= FLOOR_ARTICLES


@pytest.mark.parametrize(("name", "floor"), [("en_gum-dev", FLOOR_GUM), ("en_ewt-dev", FLOOR_EWT)])
def test_treebanks_are_split_as_people_split_them(name: str, floor: float) -> None:
    path = SHARED / "bench" / "sentences" / f"{name}.conllu"
    if not path.exists():
        pytest.skip(f"the treebank is not at {path}")
    score = Score(0, 0, 0)
    for paragraph in re.split(r"(?m)^# new(?:par|doc)(?: id.*)?$", path.read_text(encoding="utf-8")):
        sentences = re.findall(r"(?m)^# text = (.*)$", paragraph)
        ends = [len(" ".join(sentences[: i + 1])) for i in range(len(sentences))]
        predicted = {s.end for s in split(" ".join(sentences), EN)}
        score += boundaries(predicted - set(ends[-1:]), ends[:-1])
    assert score.f1 >= floor


def test_a_russian_dateline_with_an_agency_before_a_dash_is_one_unit() -> None:
    text = "Рязань. 3 мая. НОВОСТИ - Мост откроют в июне, сообщил мэр."
    assert [(s.kind, text[s.start : s.end]) for s in split(text, get("ru"))] == [
        (DATELINE, "Рязань. 3 мая. НОВОСТИ -"),
        (SENTENCE, "Мост откроют в июне, сообщил мэр."),
    ]
