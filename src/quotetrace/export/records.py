"""Passages, articles and changes as the values that JSON and table cells are made of.

Speakers, outlets and occasions are given by their ids, as in `corpus.yaml`; what is not known is None.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quotetrace.changing.change import Change
    from quotetrace.export.table import Record
    from quotetrace.model import Article, Corpus, Passage, Trace, Variant

_SIMILARITY_DIGITS = 4

ATTRIBUTION_COLUMNS = ("evidence", "confidence", "nested", "relayed_by")


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


def changes(found: Iterable[Change]) -> list[Record]:
    """Return changes as JSON objects; the offsets are those of the two articles' texts."""
    return [
        {
            "type": change.type.value,
            "severity": change.severity.value,
            "reference": change.reference,
            "variant": change.variant,
            "reference_start": change.reference_span.start,
            "reference_end": change.reference_span.end,
            "variant_start": change.variant_span.start,
            "variant_end": change.variant_span.end,
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
        **dict(zip(ATTRIBUTION_COLUMNS, attribution_cells(passage), strict=True)),
    }


def attribution_cells(passage: Passage) -> tuple[str, float, bool, str | None]:
    """Return how the speaker was decided and how sure that is (0–1), and whether somebody relays the words, and who."""
    is_nested = passage.relayed_by is not None
    return passage.evidence.value, rounded(passage.confidence), is_nested, passage.relayed_by or None


def variant_record(trace: Trace, article: Article, variant: Variant, found: Iterable[Change]) -> Record:
    """Return one variant of a remark with its similarity to the reference and its changes, which were *found*."""
    return {
        **passage_record(article, variant.passage),
        "occasion": variant.passage.occasion or None,
        "occasion_inferred": variant.passage.id in trace.inferred_occasions,
        "relation": variant.relation.value,
        "similarity": rounded(variant.similarity),
        "is_reference": variant.passage is variant.against,
        "changes": changes(found),
    }
