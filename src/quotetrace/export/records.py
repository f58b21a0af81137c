"""Passages, articles and changes as the values that JSON and table cells are made of.

Speakers, outlets and occasions are given by their ids, as in `corpus.yaml`; what is not known is None.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quotetrace.export.table import Record
    from quotetrace.model import Article, Change, Corpus, Passage, Trace, Variant

_SIMILARITY_DIGITS = 4


def rounded(similarity: float) -> float:
    """Return a similarity with as many digits as are worth showing to a program."""
    return round(similarity, _SIMILARITY_DIGITS)


def articles_by_id(corpus: Corpus) -> dict[str, Article]:
    """Return the articles of a corpus by their ids."""
    return {article.id: article for article in corpus.articles}


def published(article: Article) -> str | None:
    """Return when the article was published, as exactly as is known, in ISO 8601."""
    return article.published.iso if article.published else None


def precision(article: Article) -> str | None:
    """Return how exactly it is known when the article was published."""
    return article.published.precision.value if article.published else None


def owner(corpus: Corpus, article: Article) -> str | None:
    """Return who owns the article's outlet."""
    outlet = corpus.outlets.get(article.outlet)
    return outlet.owner or None if outlet else None


def changes(found: Iterable[Change]) -> list[dict[str, str]]:
    """Return changes as JSON objects."""
    return [
        {
            "type": change.type.value,
            "severity": change.severity.value,
            "reference": change.reference,
            "variant": change.variant,
        }
        for change in found
    ]


def passage_record(article: Article, passage: Passage) -> Record:
    """Return one passage with the place in its article where it stands."""
    return {
        "passage": passage.id,
        "article": article.id,
        "outlet": article.outlet or None,
        "published": published(article),
        "language": article.language or None,
        "speaker": passage.speaker or None,
        "presentation": passage.presentation.value,
        "text": passage.text,
        "sentence": article.text[passage.sentence.start : passage.sentence.end],
        "start": passage.start,
        "end": passage.end,
    }


def variant_record(trace: Trace, article: Article, variant: Variant) -> Record:
    """Return one variant of a remark with its similarity to the reference and its changes."""
    return {
        **passage_record(article, variant.passage),
        "occasion": variant.passage.occasion or None,
        "occasion_inferred": variant.passage.id in trace.inferred_occasions,
        "relation": variant.relation.value,
        "similarity": rounded(variant.similarity),
        "changes": changes(variant.changes),
    }
