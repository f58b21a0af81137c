"""On which occasion an article's speaker spoke: given, told by dates, or inferred from words in common."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from quotetrace.matching.candidates import may_be_one_speaker

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from quotetrace.matching.scoring import Pair
    from quotetrace.model import Article, Corpus, Passage

# Articles about one event come out within days of it; further apart, the same words were said again.
MAX_DAYS = 7
# An article printed this long after a declared occasion is still taken to report that one, if there is no other.
MAX_DAYS_AFTER = 1
# Passages this much alike in words are copies, not the same thought: what ties an article to an occasion.
COPY = 0.6
# So many copies are needed, and so many times as many as tie it to any other occasion.
MIN_COPIES = 2
MARGIN = 2


@dataclass(frozen=True, slots=True)
class When:
    """What is known of the occasion of an article or of a passage.

    An id or empty, a day or None, and whether it was inferred; *but_not* is the occasion that the article reports,
    where the passage recalls an earlier one.
    """

    occasion: str = ""
    day: date | None = None
    inferred: bool = False
    but_not: When | None = None

    @property
    def is_known(self) -> bool:
        """Whether an occasion or at least a day is known."""
        return bool(self.occasion) or self.day is not None


def one_occasion(a: When, b: When) -> bool:
    """Tell whether two can be of one occasion: the same id, else days that are near, else unknown."""
    if _is_what_the_other_is_not(a, b) or _is_what_the_other_is_not(b, a):
        return False
    if a.occasion and b.occasion:
        return a.occasion == b.occasion
    if a.day and b.day:
        return abs((a.day - b.day).days) <= MAX_DAYS
    return True


def _is_what_the_other_is_not(a: When, b: When) -> bool:
    return bool(b.but_not and not a.but_not and a.is_known and b.but_not.is_known and one_occasion(a, b.but_not))


def occasions(corpus: Corpus, pairs: Sequence[Pair]) -> dict[str, When]:
    """Return for each article's id on which occasion it reports, as far as that can be told.

    *pairs* carry the lexical evidence. An article without occasion and date takes those of the article with which
    it shares the most copied passages, if there are enough and no other occasion has nearly as many.
    """
    known = {article.id: _given(article, corpus) for article in corpus.articles}
    ties = _ties(pairs)
    unknown = [article for article, when in known.items() if not when.is_known]
    while unknown:
        inferred = {article: _inferred(ties[article], known) for article in unknown}
        learnt = {article: when for article, when in inferred.items() if when}
        if not learnt:
            break
        known.update(learnt)
        unknown = [article for article in unknown if article not in learnt]
    return known


def occasions_of_others(corpus: Corpus, passages: Sequence[Passage], articles: Mapping[str, When]) -> dict[str, When]:
    """Return what is known of the occasions of those passages, by id, that do not share the one of their article.

    An article's inferred occasion is that of the people it reports on, and no minister's or union's who answers them:
    of those who speak in articles that are given the occasion, or, where none is, of the speakers that the corpus
    names. For others the day remains. A passage of an uncertain speaker keeps what its article has.
    """
    speakers: dict[str, set[str]] = defaultdict(set)
    for passage in passages:
        if passage.speaker and not articles[passage.article].inferred:
            speakers[articles[passage.article].occasion].add(passage.speaker)
    tracked = {speaker.id for speaker in corpus.speakers}

    @cache
    def speaks(speaker: str, occasion: str) -> bool:
        return any(may_be_one_speaker(speaker, other) for other in speakers.get(occasion, tracked))

    inferred = (one for one in passages if articles[one.article].inferred and articles[one.article].occasion)
    return {
        passage.id: When("", articles[passage.article].day)
        for passage in inferred
        if passage.speaker and not speaks(passage.speaker, articles[passage.article].occasion)
    }


def _given(article: Article, corpus: Corpus) -> When:
    day = _day(article.published.iso if article.published else "")
    if article.occasion:
        declared = corpus.occasions.get(article.occasion)
        return When(article.occasion, (_day(declared.date) if declared else None) or day)
    if day:
        fitting = [
            occasion.id
            for occasion in corpus.occasions.values()
            if (held := _day(occasion.date)) and 0 <= (day - held).days <= MAX_DAYS_AFTER
        ]
        if len(fitting) == 1:
            return When(fitting[0], day, inferred=True)
    return When("", day)


def _day(iso: str) -> date | None:
    """Return the day of an ISO 8601 date or time, or None where it is not given to the day."""
    try:
        return date.fromisoformat(iso[:10])
    except ValueError:
        return None


def _ties(pairs: Iterable[Pair]) -> dict[str, dict[str, int]]:
    """Count the copied passages that articles have in common."""
    ties: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for pair in pairs:
        if pair.words >= COPY:
            a, b = pair.a.passage.article, pair.b.passage.article
            ties[a][b] += 1
            ties[b][a] += 1
    return ties


def _inferred(ties: Mapping[str, int], known: Mapping[str, When]) -> When | None:
    """Return the occasion of the article with the most ties, or None where that is not clear."""
    tied = {article: count for article, count in ties.items() if known[article].is_known}
    if not tied:
        return None
    best = max(tied, key=lambda article: (tied[article], article))
    elsewhere = [count for article, count in tied.items() if not one_occasion(known[article], known[best])]
    if tied[best] < MIN_COPIES or tied[best] < MARGIN * max(elsewhere, default=0):
        return None
    return When(known[best].occasion, known[best].day, inferred=True)
