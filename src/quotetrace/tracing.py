"""From a corpus to its trace: the one place where the steps are put in order."""

from __future__ import annotations

import gc
from collections import Counter, defaultdict
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from quotetrace import languages
from quotetrace.matching.matcher import Matching, match
from quotetrace.matching.remarks import Order, group
from quotetrace.matching.scoring import relation
from quotetrace.model import Presentation, Related, Relation, Remark, Trace, Variant
from quotetrace.passages import passages
from quotetrace.quotations import find_speech
from quotetrace.sentences import split
from quotetrace.speech.layout import with_title

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from quotetrace.languages import Language
    from quotetrace.matching.profiles import Profile
    from quotetrace.model import Alignment, Article, Corpus, Passage, Sentence
    from quotetrace.quotations import Speech

# Which presentation is nearest to the words as they were said: the reference of a remark is the first of these.
_NEAREST_TO_SPEECH = (
    Presentation.TRANSCRIPT,
    Presentation.DIRECT,
    Presentation.MIXED,
    Presentation.INDIRECT,
    Presentation.HEADLINE,
    Presentation.NARRATION,
)


def trace(corpus: Corpus, references: Collection[str] = ()) -> Trace:
    """Read, align and group everything that the articles of *corpus* report.

    The reference of a remark is the variant nearest to speech of an article whose id is in *references*; where a
    remark has none of them, or none are given, it is the one nearest to speech of all.
    """
    with _collector_paused():
        return _traced(corpus, references)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Keep the garbage collector from going over all the records again and again: none is in a cycle.

    Worth a tenth of the time on 500 articles (benchmarks/scale.py).
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _traced(corpus: Corpus, references: Collection[str]) -> Trace:
    read = [passage for article in corpus.articles for passage in read_article(article, corpus)]
    matching = match(corpus, _with_languages(corpus, read))
    alignments = tuple(matching.alignments())
    remarks = sorted(
        _remarks(corpus, matching, alignments, references), key=lambda remark: _place(remark.variants[0].passage)
    )
    return Trace(
        corpus=corpus,
        passages=tuple(profile.passage for profile in matching.profiles),
        alignments=alignments,
        remarks=tuple(_with_related(remarks, alignments)),
        inferred_occasions=frozenset(_inferred(matching)),
    )


def _inferred(matching: Matching) -> Iterator[str]:
    """Yield the ids of the articles and of the passages whose occasion was inferred."""
    yield from (id_ for id_, when in matching.when.items() if when.inferred)
    passages = (profile.passage for profile in matching.profiles)
    yield from (passage.id for passage in passages if matching.when_of(passage).inferred)


def explain(trace: Trace, a: Passage, b: Passage) -> Alignment:
    """Return the alignment of any two passages of *trace*, with its parts, also where they do not align."""
    return matching_of(trace).explain(a, b)


def matching_of(trace: Trace) -> Matching:
    """Compare the passages of *trace* once more, to explain pairs that it does not hold."""
    return match(trace.corpus, _with_languages(trace.corpus, trace.passages))


def read_article(article: Article, corpus: Corpus) -> tuple[Passage, ...]:
    """Return the passages of one article of *corpus*, without an inferred occasion."""
    _, speech = read_speech(article, corpus)
    return passages(article, speech)


def read_speech(article: Article, corpus: Corpus) -> tuple[list[Sentence], Speech]:
    """Return the sentences of one article of *corpus*, and what it presents as somebody's words."""
    language = languages.get(article.language)
    sentences = with_title(article.text, split(article.text, language), article.title)
    return sentences, find_speech(article.text, sentences, corpus.speakers, language)


def _with_languages(corpus: Corpus, of: Sequence[Passage]) -> list[tuple[Passage, Language]]:
    by_article = {article.id: languages.get(article.language) for article in corpus.articles}
    return [(passage, by_article[passage.article]) for passage in of]


def _place(passage: Passage) -> tuple[str, int]:
    return passage.article, passage.start


def _remarks(
    corpus: Corpus, matching: Matching, alignments: Sequence[Alignment], references: Collection[str]
) -> Iterator[Remark]:
    by_article = {article.id: article for article in corpus.articles}
    same, restated = _by_passage(alignments)

    def nearness(profile: Profile) -> Order:
        return _nearness(profile.passage, by_article)

    for members in group(matching, alignments, nearness):
        if all(member.passage.presentation is Presentation.NARRATION for member in members):
            continue
        ordered = sorted(members, key=nearness)
        wanted = (number for number, member in enumerate(ordered) if member.passage.article in references)
        chosen = next(wanted, 0)
        yield Remark(
            id=ordered[0].passage.id,
            speaker=_commonest(member.passage.speaker for member in ordered),
            occasion=_commonest(member.passage.occasion for member in ordered),
            variants=tuple(_variant(ordered[chosen], member, matching, same) for member in ordered),
            restated=_restated(ordered, restated),
            chosen=chosen,
        )


_Links = dict[str, dict[str, "Alignment"]]


def _by_passage(alignments: Sequence[Alignment]) -> tuple[_Links, _Links]:
    """Return the alignments of each passage, by the other passage's id: of one occasion, and across occasions."""
    same: _Links = defaultdict(dict)
    restated: _Links = defaultdict(dict)
    for found in alignments:
        links = restated if found.relation is Relation.RESTATED else same
        links[found.a.id][found.b.id] = links[found.b.id][found.a.id] = found
    return same, restated


def _nearness(passage: Passage, by_article: Mapping[str, Article]) -> Order:
    """Order by nearness to speech, then by date (unknown ones last), then by place."""
    published = by_article[passage.article].published
    return (
        _NEAREST_TO_SPEECH.index(passage.presentation),
        published.iso if published else "9999",
        *_place(passage),
    )


def _commonest(values: Iterator[str]) -> str:
    counts = Counter(value for value in values if value)
    return counts.most_common(1)[0][0] if counts else ""


def _variant(reference: Profile, member: Profile, matching: Matching, links: _Links) -> Variant:
    if member is reference:
        return Variant(member.passage, 1.0, Relation.VERBATIM, member.passage)
    found = links.get(reference.passage.id, {}).get(member.passage.id)
    return Variant(
        passage=member.passage,
        similarity=found.similarity if found else matching.similarity(reference, member),
        relation=found.relation if found else relation(reference, member),
        against=reference.passage,
    )


def _restated(members: Sequence[Profile], links: _Links) -> tuple[Variant, ...]:
    """Return what was said again on other occasions, each passage once, held against the one it is most like."""
    best: dict[str, tuple[Alignment, Passage, Passage]] = {}
    for member in members:
        for other, found in links.get(member.passage.id, {}).items():
            again = found.b if found.a.id == member.passage.id else found.a
            if other not in best or found.similarity > best[other][0].similarity:
                best[other] = found, member.passage, again
    return tuple(
        Variant(again, found.similarity, Relation.RESTATED, said)
        for found, said, again in sorted(best.values(), key=lambda entry: -entry[0].similarity)
    )


def _with_related(remarks: Sequence[Remark], alignments: Sequence[Alignment]) -> Iterator[Remark]:
    """Yield the remarks with what is aligned with their references and stands in another remark."""
    same, _ = _by_passage(alignments)
    home = {variant.passage.id: remark.id for remark in remarks for variant in remark.variants}
    for remark in remarks:
        said = remark.reference.passage
        found = sorted(same.get(said.id, {}).items(), key=lambda item: (-item[1].similarity, item[0]))
        related = (
            Related(Variant(one.b if one.a.id == said.id else one.a, one.similarity, one.relation, said), home[id_])
            for id_, one in found
            if home.get(id_, remark.id) != remark.id
        )
        yield replace(remark, related=tuple(related))
