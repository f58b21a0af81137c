"""What is said about a passage beside its words: who, where, when, how, and how sure that is."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rich.text import Text

from quotetrace.changing.change import ChangeType, Severity
from quotetrace.model import Evidence, Presentation
from quotetrace.render.quoted import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quotetrace.changing.change import Change
    from quotetrace.model import Article, Corpus, Passage, Trace

# Changes that the marks in the text show, word for word; they are counted and not listed.
_MARKED = frozenset({ChangeType.WORDING, ChangeType.ADDITION, ChangeType.OMISSION, ChangeType.TRUNCATION})


def speaker(corpus: Corpus, name: str) -> str:
    """Return the display name of a speaker."""
    known = {speaker.id: speaker.name for speaker in corpus.speakers}
    return known.get(name, name) or "speaker uncertain"


def occasion(corpus: Corpus, name: str, *, inferred: bool) -> str:
    """Return the name and date of an occasion, and whether it was inferred and not stated."""
    known = corpus.occasions.get(name)
    shown = f"{known.name}, {known.date or 'date unknown'}" if known else name or "occasion unknown"
    return f"{shown} (occasion inferred)" if name and inferred else shown


def date(article: Article) -> str:
    """Return the day the article was published, as exactly as is known."""
    return article.published.day if article.published else "date unknown"


def presentation(passage: Passage) -> str:
    """Return how the words are presented, and whether it is uncertain whose they are.

    Quoted words that continue a speaker are nearly always that speaker's (153 of 154 with a name that
    `benchmarks/quotes.py` judges); the article's own words beside them mostly are not.
    """
    narrated = passage.presentation is Presentation.NARRATION
    how = "in the article's own words" if narrated else passage.presentation.value
    unsure = not passage.speaker or (narrated and passage.evidence is Evidence.CONTINUATION)
    return f"{how}, speaker uncertain" if unsure else how


def relayed(corpus: Corpus, passage: Passage) -> Text | None:
    """Return who relays the words of the speaker, if somebody whom the article quotes does."""
    if passage.relayed_by is None:
        return None
    said_by = quoted(speaker(corpus, passage.speaker)).append(", as ")
    return said_by.append_text(quoted(speaker(corpus, passage.relayed_by))).append(" tells it")


def clause(trace: Trace, passage: Passage) -> Text | None:
    """Return the reporting clause of the passage's sentence, if it has one."""
    if passage.frame is None:
        return None
    article = next(article for article in trace.corpus.articles if article.id == passage.article)
    words = article.text[passage.frame.start : passage.frame.end].lstrip(",;:—– ")
    return Text("reporting clause: ", style="dim").append_text(quoted(words, style="dim"))


def changes(found: Sequence[Change]) -> Iterator[Text]:
    """Yield a line for each change to look at, and one for each severity that counts the others.

    What the marks in the text show word for word is counted, and so is what is minor, but for the presentation.
    """
    listed = [change for change in found if _is_listed(change)]
    for change in listed:
        yield _change(change)
    for severity in Severity:
        counts = Counter(c.type.value for c in found if c.severity is severity and c not in listed)
        if counts:
            counted = ", ".join(f"{name} {count}" for name, count in counts.items())
            yield Text(f"{severity.value} changes of words: {counted}", style="yellow")


def _is_listed(change: Change) -> bool:
    if change.severity is Severity.MINOR:
        return change.type is ChangeType.PRESENTATION
    return change.type not in _MARKED


def _change(found: Change) -> Text:
    line = Text(f"{found.type.value} ({found.severity.value}): ", style="yellow")
    if not found.variant:
        return line.append_text(quoted(found.reference)).append(", left out")
    if not found.reference:
        return line.append_text(quoted(found.variant)).append(", put in")
    return line.append_text(quoted(found.reference)).append(" -> ").append_text(quoted(found.variant))
