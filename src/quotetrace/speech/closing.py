"""A reporting clause after the words that it reports, or inside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotetrace.speech.clauses import ReportingClause, after_words, beside_words
from quotetrace.speech.complements import MAX_BEFORE_COMPLEMENT, quotes_next, that_follows
from quotetrace.speech.outer import DASHES
from quotetrace.speech.subjects import MAX_SUBJECT

if TYPE_CHECKING:
    from quotetrace.model import Span
    from quotetrace.speech.outer import OuterSentence

MIN_WORDS_BEFORE_CLOSING_CLAUSE = 3
# "…, she said after the talks in the capital, visibly tired, “…”": further off it is another quotation.
MAX_BEFORE_RESUMED = 60
# "…, she told the state news agency."
MAX_CLOSING_OBJECT = 4

_PAUSES = frozenset({",", *DASHES})


def closing_clause(sentence: OuterSentence, subject: Span, start: int, after: int) -> ReportingClause | None:
    """Return the clause from token *start* with its verb before *after*, or None where it closes no words."""
    if not follows_words(sentence, start, after) or not _ends(sentence, start, after):
        return None
    return attached_clause(sentence, subject, start, after)


def follows_words(sentence: OuterSentence, start: int, after: int) -> bool:
    """Tell whether a clause from *start* with its verb before *after* follows words that it can report."""
    if _follows_quoted(sentence, start):
        return True
    if sentence.lower(start - 1) not in _PAUSES:
        return False
    words = sum(sentence.is_word(i) for i in range(max(0, start - MAX_SUBJECT), start))
    return words >= MIN_WORDS_BEFORE_CLOSING_CLAUSE - _goes_on(sentence, after)


def _follows_quoted(sentence: OuterSentence, start: int) -> bool:
    """Tell whether quoted words end before *start*, with a comma or a dash in between or without."""
    last = start - 1
    while sentence.lower(last) in _PAUSES:
        last -= 1
    return sentence.is_quoted(last)


def _ends(sentence: OuterSentence, start: int, after: int) -> bool:
    """Tell whether a clause from *start* with its verb before *after* ends a sentence: no words it reports follow."""
    if sentence.ends_clause(start - 1) and not _reports_on(sentence, after):
        return True
    if _announces(sentence, after):
        return False
    stops = sentence.language.phrase_enders | sentence.language.clause_openers
    if _follows_quoted(sentence, start) and not (sentence.is_title(start - 1) and sentence.is_word(after)):
        return True
    stopped = not sentence.is_word(after) or sentence.lower(after) in stops
    return not quotes_next(sentence, after) and (stopped or _tells_somebody(sentence, after, stops))


def _announces(sentence: OuterSentence, after: int) -> bool:
    """Tell whether "that" or a colon follows before the first pause."""
    for index in range(after, min(after + MAX_BEFORE_COMPLEMENT, len(sentence.tokens))):
        if that_follows(sentence, index) or sentence.lower(index) == ":":
            return True
        if not sentence.is_word(index) and not (sentence.is_quoted(index) and that_follows(sentence, index + 1)):
            break
    return False


def _tells_somebody(sentence: OuterSentence, after: int, stops: frozenset[str]) -> bool:
    """Tell whether nothing but a listener follows the verb: "…, she told the county news agency."."""
    if sentence.lower(after - 1) not in sentence.language.listener_verbs:
        return False
    rest = range(after, len(sentence.tokens))
    told = next((n for n, i in enumerate(rest) if not sentence.is_word(i) or sentence.lower(i) in stops), len(rest))
    return told <= MAX_CLOSING_OBJECT


def _reports_on(sentence: OuterSentence, after: int) -> bool:
    """Tell whether other words are reported right after the verb: "“Dry,” she said that …"."""
    return sentence.lower(after) in sentence.language.complementizers or quotes_next(sentence, after)


def attached_clause(sentence: OuterSentence, subject: Span, start: int, after: int) -> ReportingClause:
    """Build a clause after the words; where more of them follow, it stands inside them."""
    within = range(after, min(after + MAX_BEFORE_RESUMED, len(sentence.tokens)))
    resumed = next((i for i in within if sentence.is_quoted(i)), None)
    if resumed is not None and resumed > after and not _may_resume(sentence, resumed - 1):
        resumed = None
    if resumed is None and not _follows_quoted(sentence, start) and _goes_on(sentence, after):
        resumed = _next_comma(sentence, after) + 1
    if resumed is None:
        return after_words(sentence, subject, start)
    return beside_words(sentence, subject, start, resumed)


def _may_resume(sentence: OuterSentence, before: int) -> bool:
    """Tell whether quoted words after this token go on from those before the clause: "…, she said, but “…”"."""
    word, language = sentence.lower(before), sentence.language
    return not sentence.is_word(before) or word in language.joiners or word in language.complementizers


def _goes_on(sentence: OuterSentence, after: int) -> bool:
    """Tell whether a comma or dash right after the verb gives the word back to the speaker: "…, she said, …".

    After "…, she said on Monday," only what goes on with a verb does: "is dry".
    """
    if sentence.lower(after) in _PAUSES and sentence.is_word(after + 1):
        return sentence.verb_end(after + 1) is None  # "…, she said, adding that …"
    comma = _next_comma(sentence, after)
    language = sentence.language
    return sentence.lower(comma + 1) in language.passive_auxiliaries | language.infinitive_markers


def _next_comma(sentence: OuterSentence, after: int) -> int:
    """Return where the comma or dash is that ends a clause such as "she said on Monday,"."""
    within = range(after, min(after + MAX_BEFORE_COMPLEMENT, len(sentence.tokens)))
    return next((i for i in within if not sentence.is_word(i)), after)
