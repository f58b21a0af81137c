"""What the names on the command line stand for: outlets, articles, passages, variants of remarks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quotetrace.errors import UsageError
from quotetrace.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quotetrace.model import Article, Corpus, Passage, Remark, Trace

_VARIANT = re.compile(r"(?P<remark>.+):(?P<number>\d+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Side:
    """One of two things to compare: whole articles, or a single one of their passages."""

    name: str
    articles: tuple[Article, ...]
    passage: Passage | None = None


def resolve(trace: Trace, address: str) -> Side:
    """Return what *address* names: an outlet (id or name), an article, `REMARK:2` or a passage's id.

    An outlet stands for all of its articles. Raises UsageError, which lists the names there are.
    """
    wanted = address.strip().casefold()
    if published := _of_outlet(trace.corpus, wanted):
        return Side(published[0].outlet, published)
    if named := _of_article(trace.corpus, wanted):
        return Side(named[0].id, named)
    found = _passage(trace, address.strip())
    if found is None:
        raise UsageError(f"no outlet, article or variant is called {address!r}", _names(trace.corpus, wanted))
    return Side(found.id, _of_article(trace.corpus, found.article.casefold()), found)


def articles_named(corpus: Corpus, name: str) -> frozenset[str]:
    """Return the ids of the articles that *name* stands for: those of an outlet (id or name), or one article.

    Raises UsageError, which lists the names there are.
    """
    wanted = name.strip().casefold()
    found = _of_outlet(corpus, wanted) or _of_article(corpus, wanted)
    if not found:
        raise UsageError(f"no outlet or article is called {name!r}", _names(corpus, wanted))
    return frozenset(article.id for article in found)


def narrowed(trace: Trace, side: Side, address: str) -> Side:
    """Return the article that *address* names where *side* is an outlet of that name, and else *side*."""
    named = _of_article(trace.corpus, address.strip().casefold())
    return Side(named[0].id, named) if named and not side.passage else side


def resolve_passage(trace: Trace, address: str) -> Passage:
    """Return the passage that *address* names: `REMARK:2` or a passage's id. Raises UsageError."""
    found = _passage(trace, address.strip())
    if found is None:
        ids = [passage.id for passage in trace.passages]
        near = nearest(address, ids) or [f"{ids[0]} to {ids[-1]}"] if ids else ["there is none"]
        hint = f"write a passage's id ({', '.join(near)}), or a remark and the number of its variant, REMARK:2"
        raise UsageError(f"no passage or variant is called {address!r}", hint)
    return found


def remarks_by_passage(trace: Trace) -> dict[str, Remark]:
    """Return for each passage's id the remark that it is a variant of."""
    return {variant.passage.id: remark for remark in trace.remarks for variant in remark.variants}


def common_remark(remarks: Mapping[str, Remark], a: Passage, b: Passage) -> str:
    """Return the id of the remark that holds both passages, or nothing."""
    held = remarks.get(a.id)
    return held.id if held is not None and held is remarks.get(b.id) else ""


def _of_outlet(corpus: Corpus, wanted: str) -> tuple[Article, ...]:
    return tuple(
        article
        for article in corpus.articles
        if article.outlet and wanted in (article.outlet.casefold(), corpus.outlet_name(article).casefold())
    )


def _of_article(corpus: Corpus, wanted: str) -> tuple[Article, ...]:
    return tuple(article for article in corpus.articles if article.id.casefold() == wanted)


def _passage(trace: Trace, address: str) -> Passage | None:
    variant = _VARIANT.fullmatch(address)
    if variant:
        return _variant(trace.remarks, variant["remark"], int(variant["number"]))
    wanted = address.casefold()
    return next((passage for passage in trace.passages if passage.id.casefold() == wanted), None)


def _variant(remarks: Sequence[Remark], name: str, number: int) -> Passage | None:
    """Return the passage of a remark's variant; variants count from 1. None where there is no such remark."""
    remark = next((remark for remark in remarks if remark.id.casefold() == name.casefold()), None)
    if remark is None:
        return None
    if not 1 <= number <= len(remark.variants):
        has = "has one variant" if len(remark.variants) == 1 else f"has {len(remark.variants)} variants"
        raise UsageError(
            f"remark {remark.id} {has}, there is no {number}",
            f"write {remark.id}:1 to {remark.id}:{len(remark.variants)}",
        )
    return remark.variants[number - 1].passage


def _names(corpus: Corpus, wanted: str) -> str:
    """Return a hint that lists the names there are, the nearest first."""
    names = list(dict.fromkeys(name for article in corpus.articles for name in (article.outlet, article.id) if name))
    near = nearest(wanted, names)
    listed = f"there are: {', '.join([*near, *(name for name in names if name not in near)])}"
    return f"did you mean {near[0]}? {listed}" if near else listed
