"""What the program finds in a corpus against all that was annotated in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotetrace import languages, tracing
from quotetrace.changes import changes
from quotetrace.evaluation.alignments import measure_alignments, spans_of
from quotetrace.evaluation.changes import compare_sentences, measure_changes
from quotetrace.evaluation.quotations import Reading, measure_quotations
from quotetrace.evaluation.remarks import measure_remarks
from quotetrace.evaluation.sentences import measure_sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quotetrace.changing.change import Change
    from quotetrace.evaluation.changes import Compared
    from quotetrace.evaluation.figures import Sheet
    from quotetrace.evaluation.gold import Gold
    from quotetrace.evaluation.overlap import SpanPair
    from quotetrace.model import Corpus, Passage, Trace


def evaluate(corpus: Corpus, gold: Gold) -> list[Sheet]:
    """Return the sheets of all kinds of annotation that *gold* has; only the steps that they need are taken."""
    sheets: list[Sheet] = []
    if gold.sentences:
        read = _read(corpus, {span.article for span in gold.sentences})
        sheets.append(measure_sentences({id_: reading.sentences for id_, reading in read.items()}, gold.sentences))
    if gold.quoted_articles:
        read = _read(corpus, gold.quoted_articles)
        sheets += measure_quotations(read, gold.quotations, gold.quoted_articles, corpus.speakers)
    if gold.pairs or gold.remarks:
        sheets += _measure_matching(tracing.trace(corpus), gold)
    if gold.comparisons:
        sheets.append(measure_changes(compare_all(corpus, gold)))
    return sheets


def _read(corpus: Corpus, articles: Iterable[str]) -> dict[str, Reading]:
    wanted = frozenset(articles)
    read: dict[str, Reading] = {}
    for article in corpus.articles:
        if article.id in wanted:
            sentences, speech = tracing.read_speech(article, corpus)
            language = languages.get(article.language)
            read[article.id] = Reading(article.text, sentences, speech.quotations, language)
    return read


def _measure_matching(trace: Trace, gold: Gold) -> Iterator[Sheet]:
    if gold.pairs:
        yield from measure_alignments(trace.alignments, _compared(trace), gold.pairs)
    yield measure_remarks(trace.remarks, gold)


def _compared(trace: Trace) -> list[tuple[float, SpanPair]]:
    """Return all pairs that were compared and can be of one occasion, those below the threshold too."""
    pairs = tracing.matching_of(trace).together
    return [(pair.similarity, spans_of(pair.a.passage, pair.b.passage)) for pair in pairs]


def compare_all(corpus: Corpus, gold: Gold) -> list[Compared]:
    """Name the changes between all pairs of sentences of *gold*, and set those that were annotated beside them."""
    named = {span.article for comparison in gold.comparisons for span in (comparison.a, comparison.b)}
    articles = {article.id: article for article in corpus.articles if article.id in named}
    passages = [passage for article in articles.values() for passage in tracing.read_article(article, corpus)]
    texts = {id_: article.text for id_, article in articles.items()}

    def compare(reference: Passage, variant: Passage) -> Iterable[Change]:
        return changes(reference, variant, languages.get(articles[variant.article].language))

    return compare_sentences(gold.comparisons, passages, texts, compare)
