"""Whose words are whose: presentation, evidence and bounds of quotations in sentences as newspapers print them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotetrace.languages import get
from quotetrace.model import Evidence, Presentation, Quotation, SentenceKind, Speaker
from quotetrace.quotations import SPEAKER_CONFIDENCE, Speech, confidence, find_speech
from quotetrace.sentences import split

EN = get("en")
BRELL = Speaker("brell", "Anna Brell", ("the water minister", "the minister"))
DIRECT, MIXED, INDIRECT = Presentation.DIRECT, Presentation.MIXED, Presentation.INDIRECT


def speech_in(text: str) -> Speech:
    return find_speech(text, split(text, EN), [BRELL], EN)


def told(text: str) -> list[tuple[str, Presentation, str]]:
    return [(q.speaker, q.presentation, text[q.start : q.end]) for q in speech_in(text).quotations]


def only(text: str) -> Quotation:
    [quotation] = speech_in(text).quotations
    return quotation


@pytest.mark.parametrize(
    ("text", "how", "words"),
    [
        ("“The wells are dry,” Brell said.", DIRECT, "The wells are dry"),
        ('"The wells are dry," said Anna Brell on Monday.', DIRECT, "The wells are dry"),
        ("The wells are dry,” Brell said.", DIRECT, "The wells are dry"),
        ("“The wells are dry, ”Brell said.", DIRECT, "The wells are dry"),
        ("Brell said: “The wells are dry.”", DIRECT, "The wells are dry."),
        ("Brell said that the wells are dry.", INDIRECT, "the wells are dry."),
        ("Brell said last week that the wells are dry.", INDIRECT, "the wells are dry."),
        ("Brell said a year ago that the wells are “bone dry” again.", MIXED, "the wells are “bone dry” again."),
        ("Brell said last year was the worst that she saw.", INDIRECT, "last year was the worst that she saw."),
        ("The wells are dry, Brell said on Monday.", INDIRECT, "The wells are dry"),
        ("The wells in the valley are dry, according to Brell.", INDIRECT, "The wells in the valley are dry"),
        ("According to Brell, the wells are dry.", INDIRECT, "the wells are dry."),
        ("As Brell noted, the wells are dry.", INDIRECT, "the wells are dry."),
        ("Brell said that the wells in the valley are “bone dry” again.", MIXED, "the wells in the valley are “bone dry” again."),  # noqa: E501
        ("“The wells,” Brell said, “are dry.”", DIRECT, "The wells,” Brell said, “are dry."),
        ("Brell said the wells are treated as a“ barrel ”.", MIXED, "the wells are treated as a“ barrel ”."),
    ],
)  # fmt: skip
def test_words_come_without_their_frame_and_marks_and_with_their_presentation(
    text: str, how: Presentation, words: str
) -> None:
    assert told(text) == [("brell", how, words)]


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("“The wells are dry,” Brell said.", "Brell said."),
        ("Brell said that the wells are dry.", "Brell said that "),
        ("“The wells,” Brell said, “are dry.”", "Brell said,"),
    ],
)
def test_the_frame_is_kept_for_display(text: str, frame: str) -> None:
    kept = only(text).frame
    assert kept is not None
    assert text[kept.start : kept.end] == frame


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("“The wells are dry,” Brell said.", Evidence.CUE),
        ("“The wells are dry,” the minister said.", Evidence.TITLE),
        ("“The wells are dry and the river is low.”", Evidence.NONE),
    ],
)
def test_evidence_tells_how_the_speaker_was_decided_and_how_sure_it_is(text: str, evidence: Evidence) -> None:
    quotation = only(text)
    assert quotation.evidence is evidence
    assert quotation.confidence == confidence(evidence, quotation.presentation)


def test_confidence_falls_from_the_surest_evidence_to_none() -> None:
    order = [SPEAKER_CONFIDENCE[evidence] for evidence in Evidence]
    assert order == sorted(order, reverse=True)
    assert order[-1] == 0.0
    assert all(0 <= value < 1 for value in order)


def test_a_pronoun_is_evidence_of_its_own() -> None:
    text = "“The wells are dry,” Brell said. “We dig deeper,” she added."
    first, second = speech_in(text).quotations
    assert (first.speaker, second.speaker) == ("brell", "brell")
    assert second.evidence is Evidence.PRONOUN


def test_a_quotation_without_a_cue_continues_the_speaker_as_a_class_of_its_own() -> None:
    text = "“The wells are dry,” Brell said. “We will dig deeper.”"
    _, second = speech_in(text).quotations
    assert (second.speaker, second.evidence, second.confidence) == (
        "brell",
        Evidence.CONTINUATION,
        confidence(Evidence.CONTINUATION, DIRECT),
    )


def test_plain_words_continue_the_speaker_within_the_paragraph_only() -> None:
    text = "Brell said that the wells are dry. The river is low too.\n\nRain fell in the hills on Monday."
    found = speech_in(text)
    assert told(text) == [("brell", INDIRECT, "the wells are dry.")]
    assert {
        text[q.start : q.end]: (q.speaker, q.evidence)
        for _, q in found.told
        if q.presentation is Presentation.NARRATION
    } == {
        "The river is low too.": ("brell", Evidence.CONTINUATION),
        "Rain fell in the hills on Monday.": ("", Evidence.NONE),
    }


def test_a_closing_cue_names_the_speaker_of_the_whole_quoted_stretch() -> None:
    text = "“The wells are dry.\n\nThe river is low.\n\nWe will dig deeper,” Brell said.\n\nRain fell."
    found = speech_in(text).quotations
    assert [(q.speaker, q.presentation, text[q.start : q.end]) for q in found] == [
        ("brell", DIRECT, "The wells are dry."),
        ("brell", DIRECT, "The river is low."),
        ("brell", DIRECT, "We will dig deeper"),
    ]
    assert {q.evidence for q in found} == {Evidence.CUE}


def test_a_quotation_reopened_at_each_paragraph_has_one_speaker() -> None:
    text = "“The wells are dry,” Brell said.\n\n“The river is low as well.\n\n“We will dig deeper.”\n\nRain fell."
    assert [speaker for speaker, _, _ in told(text)] == ["brell"] * 3


def test_a_statement_is_attributed_by_the_sentence_after_it() -> None:
    text = "The wells in the valley will be closed. This was stated by Anna Brell, the water minister."
    assert told(text)[0] == ("brell", INDIRECT, "The wells in the valley will be closed.")


def test_two_speakers_in_one_article_are_kept_apart() -> None:
    text = (
        "“The wells are dry,” Brell said.\n\n“They are full to the brim,” said Teodor Vance, a farmer.\n\n"
        "“Look at them,” Vance added. “We never said so,” the minister replied."
    )
    assert [speaker for speaker, _, _ in told(text)] == ["brell", "Teodor Vance", "Teodor Vance", "brell"]


def test_they_said_has_no_speaker() -> None:
    text = "“The wells are dry,” Brell said.\n\n“The wells are full,” they said."
    assert [speaker for speaker, _, _ in told(text)] == ["brell", ""]


def test_scare_quotes_are_nobodys_words() -> None:
    assert told("The “drought” in the valley was over on Monday.") == []


def test_the_articles_own_words_are_no_quotation() -> None:
    assert told("The wells are dry.\n\nRain fell in the hills on Monday, and the river rose.") == []


def test_what_is_reported_inside_a_quotation_stays_the_quoted_speakers() -> None:
    text = "“Vance told us that the wells are full,” Brell said."
    assert told(text) == [("brell", DIRECT, "Vance told us that the wells are full")]


@pytest.mark.parametrize(
    "text",
    [
        "Brell has not said whether the wells are dry.",
        "Brell didn't say that the wells are dry.",
        "Brell never said that the wells are dry.",
        "Brell refused to say whether the wells are dry.",
        "Brell rejected the claim that the wells are dry.",
        "The minister cannot say that the wells are dry.",
        "Brell is expected to say that the wells are dry.",
        "Brell was told that the wells are dry.",
        "If Brell said that the wells are dry, she lied.",
    ],
)
def test_what_somebody_did_not_say_is_not_their_words(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "denial",
    ["denied that the wells are dry.", "denies saying that the wells are dry.", "denied the wells are dry."],
)
def test_a_denial_stays_one(denial: str) -> None:
    assert told(f"Brell {denial}") == [("brell", INDIRECT, denial)]


def test_what_somebody_was_asked_is_not_their_words() -> None:
    assert told("Asked whether the wells are dry, Brell said they are.") == [("brell", INDIRECT, "they are.")]


def test_words_of_two_speakers_are_kept() -> None:
    [(_, how, words)] = told("“The wells are dry,” Brell and Vance said in a joint statement.")
    assert (how, words) == (DIRECT, "The wells are dry")


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("The wells in the valley, Brell said, are dry.", "are dry."),
        ("The wells in the valley, Brell said on Monday, are dry.", "are dry."),
        ("The wells in the valley — she noted — are dry.", "are dry."),
        ("The well is “dry,” according to the minister, and “will stay so.”", "The well is “dry"),
    ],
)
def test_words_on_both_sides_of_a_clause_are_reported(text: str, rest: str) -> None:
    [(_, _, words)] = told(f"Brell came. {text}")[-1:]
    assert rest in words


@pytest.mark.parametrize("text", ["Brell told reporters.", "Brell told the Valley Post.", "The minister told him."])
def test_to_whom_it_was_said_is_not_what_was_said(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize("text", ["“Are the wells dry now?” Brell asked.", "“Dig the wells now!” Brell demanded."])
def test_a_question_or_an_exclamation_is_followed_by_its_clause(text: str) -> None:
    [(speaker, how, words)] = told(text)
    assert (speaker, how, words) == ("brell", DIRECT, text[1 : text.index("”")])


def test_a_word_quoted_at_the_end_keeps_its_closing_mark() -> None:
    assert told("Brell said that the wells are a “barrel”.")[0][2] == "the wells are a “barrel”."
    assert told("Brell said that they treat the wells as “a barrel”")[0][2] == "they treat the wells as “a barrel”"


def test_a_quotation_without_words_is_none() -> None:
    assert told("Anna Brell: “") == []


def test_a_dateline_is_nobodys_words() -> None:
    text = "ORLO, May 4. /VNA/. The wells in the valley are dry, Brell said on Monday."
    assert told(text) == [("brell", INDIRECT, "The wells in the valley are dry")]


@pytest.mark.parametrize(
    ("text", "reports"),
    [
        (
            "“The wells are dry,” Brell said, adding that the river is low.",
            [("brell", DIRECT, "The wells are dry"), ("brell", INDIRECT, "the river is low.")],
        ),
        (
            "“The wells are dry,” Brell said, adding later, “We dig deeper now.”",
            [("brell", DIRECT, "The wells are dry"), ("brell", DIRECT, "We dig deeper now.")],
        ),
        (
            "Brell said: “The wells are dry,” adding that the river is low.",
            [("brell", DIRECT, "The wells are dry"), ("brell", INDIRECT, "the river is low.")],
        ),
        (
            "Brell said the wells are dry and warned that the river is low.",
            [("brell", INDIRECT, "the wells are dry"), ("brell", INDIRECT, "the river is low.")],
        ),
        (
            "Brell said the wells are dry but noted that the “old river” never was.",
            [("brell", INDIRECT, "the wells are dry"), ("brell", MIXED, "the “old river” never was.")],
        ),
        (
            "Brell said that the wells are dry, though she noted the river is full.",
            [("brell", INDIRECT, "the wells are dry"), ("brell", INDIRECT, "the river is full.")],
        ),
        (
            "Brell said that the wells are dry, but Teodor Vance denied that they are.",
            [("brell", INDIRECT, "the wells are dry"), ("Teodor Vance", INDIRECT, "denied that they are.")],
        ),
        (
            "Brell said that the wells are dry; Teodor Vance replied that they are full.",
            [("brell", INDIRECT, "the wells are dry"), ("Teodor Vance", INDIRECT, "they are full.")],
        ),
        (
            "While Brell said that the wells are dry, Teodor Vance noted that they are full.",
            [("brell", INDIRECT, "the wells are dry"), ("Teodor Vance", INDIRECT, "they are full.")],
        ),
    ],
)
def test_a_sentence_can_report_two_remarks(text: str, reports: list[tuple[str, Presentation, str]]) -> None:
    assert told(text) == reports


@pytest.mark.parametrize(
    ("narrated", "report"),
    [
        ("Brell left the hall, ", "saying the wells are dry."),
        ("Brell opened the debate ", "by saying that the wells are dry."),
        ("The crowd cheered Anna Brell, ", "who said that the wells are dry."),
        ("Rain fell in the hills, ", "and Brell said that the wells are dry."),
    ],
)
def test_what_goes_before_a_report_in_its_sentence_is_narration(narrated: str, report: str) -> None:
    text = narrated + report
    assert told(text) == [("brell", INDIRECT, "the wells are dry.")]
    own = [text[q.start : q.end] for _, q in speech_in(text).told if q.presentation is Presentation.NARRATION]
    assert own == [narrated.rstrip(" ,")]


@pytest.mark.parametrize(
    "text",
    [
        "Brell said that the wells are dry and that the river is low.",
        "Brell said that the wells are dry because Vance told nobody to dig.",
        "Brell and Teodor Vance said that the wells are dry and the river is low.",
        "“The wells are dry, Vance said, and he added that we dig,” Brell said.",
        "Brell said that anybody who complains about the wells can dig.",
    ],
)
def test_one_remark_is_not_cut(text: str) -> None:
    assert len(told(text)) == 1


def test_each_report_of_a_sentence_has_its_own_frame() -> None:
    text = "Brell said the wells are dry and warned that the river is low."
    frames = [quotation.frame for quotation in speech_in(text).quotations]
    assert [text[f.start : f.end] for f in frames if f] == ["Brell said ", "and warned that "]


def test_a_turn_of_a_transcript_is_never_cut_into_reports() -> None:
    text = "Question: Are the wells dry?\n\nAnna Brell: Vance said they are dry and added that the river is low."
    assert [words for _, _, words in told(text)][1:] == ["Vance said they are dry and added that the river is low."]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Critics of the plan say the wells are dry.", "the wells are dry."),
        ("The network said it would dig deeper.", "it would dig deeper."),
        ("63 percent said the wells are dry.", "the wells are dry."),
        ("Many farmers have argued that the wells are dry.", "the wells are dry."),
        ("The wells in the valley are dry, according to the union.", "The wells in the valley are dry"),
    ],
)
def test_words_of_somebody_without_a_name_are_reported(text: str, words: str) -> None:
    [(_, how, found)] = told(text)
    assert (how, found) == (INDIRECT, words)


@pytest.mark.parametrize(
    "text",
    [
        "“The wells are dry,” Mr. Vance said at a meeting in the valley that was held on Monday.",
        "“The wells are dry,” Senator Teodor Vance (R-Orlo) told reporters after the talks that ended at noon.",
        "“The wells are dry,” Teodor Vance, the head of the union, a body of farmers, said of the report.",
    ],
)
def test_a_long_clause_after_quoted_words_is_no_part_of_them(text: str) -> None:
    [(speaker, how, words)] = told(text)
    assert (speaker.endswith("Vance"), how, words) == (True, DIRECT, "The wells are dry")


@pytest.mark.parametrize(
    ("text", "how", "words"),
    [
        ("Brell said: “The wells are dry,” when Vance left the hall.", DIRECT, "The wells are dry"),
        ("Brell called the wells “bone dry again” and left the hall.", DIRECT, "bone dry again"),
        (
            "Brell called Vance a “plain liar,” a “known thief” and a “crook” and left.",
            MIXED,
            "plain liar,” a “known thief” and a “crook",
        ),
        ("Brell scolded him: “The wells are dry,” she said.", DIRECT, "The wells are dry"),
        ("Brell told the “Valley Post” on Friday that “the wells” are dry.", MIXED, "the wells” are dry."),
        ("Brell told the Valley Post she would dig deeper.", INDIRECT, "she would dig deeper."),
        ("Brell told the farmers to dig deeper.", INDIRECT, "to dig deeper."),
        ("Brell said Monday the wells are dry.", INDIRECT, "the wells are dry."),
        ("In the hall of “The Old Well,” Brell said the “valley” is dry.", MIXED, "the “valley” is dry."),
    ],
)
def test_what_goes_on_around_the_words_is_no_part_of_them(text: str, how: Presentation, words: str) -> None:
    assert [(presentation, found) for _, presentation, found in told(text)] == [(how, words)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("‘The wells are dry,’ Brell said.", "The wells are dry"),
        ("‘We’ll dig in the farmers’ valley,’ Brell said.", "We’ll dig in the farmers’ valley"),
        ("'The wells aren't ours,' Brell said.", "The wells aren't ours"),
        ("‘I don’t know,’ said Brell, ‘but the “experts” do.’", "I don’t know,’ said Brell, ‘but the “experts” do."),
        ("“We called it ‘the dry hole,’ and left,” Brell said.", "We called it ‘the dry hole,’ and left"),
        ("«The wells are dry», — Brell said.", "The wells are dry"),
        ("„The wells are dry“, said Brell.", "The wells are dry"),
    ],
)
def test_marks_of_all_kinds_hold_direct_speech(text: str, words: str) -> None:
    assert told(text) == [("brell", DIRECT, words)]


def test_titles_of_works_are_nobodys_words() -> None:
    assert told("The prize went to “The Old Wells of the Valley” on Monday.") == []


def test_a_short_sentence_inside_a_quotation_is_a_part_of_it() -> None:
    text = "“Are the wells dry again? Probably. We will dig deeper.”"
    assert [words for _, _, words in told(text)] == ["Are the wells dry again?", "Probably.", "We will dig deeper."]


PIECES = st.sampled_from(
    ["Brell", "said", "that", "the wells", "are dry", ".", ",", "“", "”", '"', " ", "\n\n", "Question:", ":", "she",
     "This was stated by", "according to", "[…]", "Anna Brell:", "—", "’s", "Rain fell", "told reporters:", "‘", "’",
     "adding", "and said", "but", "who", "noted", ";", "by", "while", "Mr."]
)  # fmt: skip


@given(st.one_of(st.lists(PIECES, max_size=40).map(" ".join), st.lists(PIECES, max_size=40).map("".join)))
def test_quotations_of_any_text_are_in_order_inside_one_sentence_each_and_trimmed(text: str) -> None:
    sentences = split(text, EN)
    found = find_speech(text, sentences, [BRELL], EN).quotations
    assert all(a.end <= b.start for a, b in pairwise(found))
    for quotation in found:
        words = text[quotation.start : quotation.end]
        if not words:
            continue
        assert words == words.strip()
        [home] = [s for s in sentences if s.start <= quotation.start < s.end]
        assert quotation.end <= home.end
        assert home.kind is not SentenceKind.GAP
        assert quotation.confidence == confidence(quotation.evidence, quotation.presentation)
        assert (quotation.speaker == "") == (quotation.evidence is Evidence.NONE)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“The dam is safe,” Otto “Dam” Pike said.", "The dam is safe"),
        ('Otto "Dam" Pike said the wells are dry.', "the wells are dry."),
        ("The wells are dry, according to Otto 'Dam' Pike.", "The wells are dry"),
    ],
)
def test_a_nickname_in_marks_is_part_of_the_name(text: str, words: str) -> None:
    quotation = only(text)
    assert text[quotation.start : quotation.end] == words
    assert quotation.speaker.startswith("Otto")


def test_the_words_told_begin_with_their_pronoun_and_not_with_the_marks_inside_them() -> None:
    text = "Brell told the forum she was “wholly against the dam” because it was old."
    assert told(text) == [("brell", MIXED, "she was “wholly against the dam” because it was old.")]


def test_when_it_was_said_is_no_report() -> None:
    assert told("Anna Brell said as she left.") == []


def test_a_second_verb_of_the_speaker_ends_what_the_first_one_reports() -> None:
    assert told("Brell said she would dig a well and warned against the rain.") == [
        ("brell", INDIRECT, "she would dig a well")
    ]
    assert told("Brell said she had dug a well and warned against the rain.") == [
        ("brell", INDIRECT, "she had dug a well and warned against the rain.")
    ]


@pytest.mark.parametrize("verb", ["affirmed", "disclosed", "proclaimed", "retorted", "opined", "confided", "murmured"])
def test_words_are_reported_by_many_verbs(verb: str) -> None:
    assert told(f"“The wells are dry,” Brell {verb}.") == [("brell", DIRECT, "The wells are dry")]


def test_a_clause_after_a_full_stop_reports_its_own_words_and_not_those_before_it() -> None:
    text = "“It is hot,” said Anna Brell. “The wells in the valley are dry.” Karl Vance said rain would come by May."
    assert told(text) == [
        ("brell", DIRECT, "It is hot"),
        ("brell", DIRECT, "The wells in the valley are dry."),
        ("Karl Vance", INDIRECT, "rain would come by May."),
    ]


def test_a_clause_after_a_full_stop_that_has_no_words_of_its_own_reports_those_before_it() -> None:
    text = "“It is hot,” said Anna Brell. “The wells in the valley are dry.” Karl Vance said on Monday."
    assert told(text)[1] == ("Karl Vance", DIRECT, "The wells in the valley are dry.")


def test_who_owns_what_acts_does_not_speak_for_it() -> None:
    report = only("Utopia's lake board left its fee as it is on Monday, saying that the wells are almost dry.")
    assert (report.speaker, report.evidence) == ("", Evidence.NONE)


@pytest.mark.parametrize(
    "second",
    [
        "The governor, who took office last spring, said the wells should have been closed.",
        "The governor said the wells should have been closed.",
        "Torvald said the wells should have been closed.",
    ],
)
def test_an_office_or_a_surname_means_who_was_named_with_the_office_in_a_short_sentence(second: str) -> None:
    text = f"Governor Ines Torvald spoke on Thursday. {second}"
    report = only(text)
    assert (report.speaker, text[report.start : report.end]) == ("Ines Torvald", "the wells should have been closed.")
