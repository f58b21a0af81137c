"""Articles of PolNeAR's development part: what people annotated on them, and what the program finds in them.

A folder holds `text/*.txt` and `attributions/*.ann` (brat's standoff form). Where several people annotated an article,
the first file by name counts.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from gold import SHARED
from quotetrace import languages
from quotetrace.corpus import open_corpus
from quotetrace.evaluation.files import read_gold
from quotetrace.model import Presentation
from quotetrace.quotations import find_speech
from quotetrace.sentences import split

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from quotetrace.evaluation.gold import GoldQuotation
    from quotetrace.model import Quotation, Sentence

QUOTES = SHARED / "bench" / "quotes"
# The benchmark's own list, so that a shorter one in the program does not make its figures better.
SAYING = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old|elling)|add(?:s|ed|ing)?|stat(?:e|es|ed|ing)|not(?:e|es|ed|ing)"
    r"|explain(?:s|ed|ing)?|argu(?:e|es|ed|ing)|claim(?:s|ed|ing)?|announc(?:e|es|ed|ing)|declar(?:e|es|ed|ing)"
    r"|insist(?:s|ed|ing)?|warn(?:s|ed|ing)?|repl(?:y|ies|ied|ying)|respond(?:s|ed|ing)?|continu(?:e|es|ed|ing)"
    r"|wr(?:ite|ites|ote|iting)|tweet(?:s|ed|ing)?|report(?:s|ed|ing)?|suggest(?:s|ed|ing)?|according to)\b",
    re.IGNORECASE,
)
# Two single marks stand for a double one in some agencies' copy.
QUOTED = re.compile(r"(?:[“\"]|'')(?:(?!'')[^”\"\n])*(?:[”\"]|''|$)", re.MULTILINE)
_CLOSING = ("”", '"', "''")
FEWEST_WORDS = 5
DIRECT_SHARE = 0.8


@dataclass(frozen=True, slots=True)
class Piece:
    """Somebody's words: their places in the article, those of the letters, and what is known about them."""

    places: frozenset[int]
    letters: frozenset[int]
    words: int
    kind: str
    source: str  # as annotated; empty in a found piece
    counts: bool


@dataclass(frozen=True, slots=True)
class Article:
    """An annotated article, read by the program."""

    text: str
    quoted: frozenset[int]  # the places in quotation marks
    contents: tuple[Piece, ...]  # as annotated
    sentences: tuple[Sentence, ...]
    told: tuple[tuple[Sentence, Quotation], ...]  # the program's quotations, without narration


def read(text: str, annotations: Iterable[GoldQuotation]) -> Article:
    """Let the program read an annotated article."""
    language = languages.get("en")
    sentences = tuple(split(text, language))
    quoted = frozenset(at for match in QUOTED.finditer(text) for at in range(match.start(), match.end()))
    told = (pair for pair in find_speech(text, sentences, (), language).told)
    return Article(
        text,
        quoted,
        tuple(_content(text, quoted, content) for content in annotations),
        sentences,
        tuple(pair for pair in told if pair[1].presentation is not Presentation.NARRATION),
    )


def _content(text: str, quoted: frozenset[int], content: GoldQuotation) -> Piece:
    places = {at for start, end in content.spans for at in range(start, end)}
    return piece(text, places, quoted, source=content.speaker, counts=SAYING.search(content.cue) is not None)


def piece(text: str, places: Iterable[int], quoted: frozenset[int], *, source: str = "", counts: bool = True) -> Piece:
    """Describe the words at *places*."""
    inside = sorted(places)
    letters = frozenset(at for at in inside if text[at].isalnum())
    words = len("".join(text[at] if text[at].isalnum() or text[at] in "'’" else " " for at in inside).split())
    share = len(letters & quoted) / len(letters) if letters else 0.0
    kind = "direct" if share >= DIRECT_SHARE else "mixed" if share else "indirect"
    return Piece(frozenset(inside), letters, words, kind, source, counts and words >= FEWEST_WORDS)


def gold_pieces(article: Article) -> list[Piece]:
    """Return the gold contents, cut at sentence boundaries."""
    pieces: list[Piece] = []
    for content in article.contents:
        for sentence in article.sentences:
            within = content.places.intersection(range(sentence.start, sentence.end))
            found = piece(article.text, within, article.quoted, source=content.source, counts=content.counts)
            if found.letters:
                pieces.append(found)
    return pieces


def places_of(quotation: Quotation) -> set[int]:
    """Return the places of a quotation's words, without a reporting clause inside them."""
    places = set(range(quotation.start, quotation.end))
    if quotation.frame:
        places.difference_update(range(quotation.frame.start, quotation.frame.end))
    return places


def is_nested(quotation: Quotation) -> bool:
    """Tell whether somebody is quoted inside a quotation."""
    return quotation.relayed_by is not None


def wholes(article: Article) -> Iterator[set[int]]:
    """Yield the places of each whole quotation: of one or more of the program's that go on from each other.

    PolNeAR keeps a quotation whole in which somebody is quoted, and has the words of that one once more, as an
    attribution of their own. So they are counted twice here too, and the clause that attributes them belongs to the
    outer quotation.
    """
    for group in _joined(article):
        yield _outer_places(group)
        nested = filter(is_nested, group)
        for _, told in groupby(nested, key=lambda quotation: quotation.speaker):
            yield set().union(*map(places_of, told))


def _outer_places(group: list[Quotation]) -> set[int]:
    """Return the places of quotations that go on from each other, with what stands around those quoted inside one."""
    places = set().union(*map(places_of, group))
    for said, goes_on in pairwise(group):
        if is_nested(said) or is_nested(goes_on):
            places.update(range(said.end, goes_on.start))
    for frame in (quotation.frame for quotation in group if is_nested(quotation) and quotation.frame):
        places.update(range(frame.start, frame.end))
    return places


def _joined(article: Article) -> Iterator[list[Quotation]]:
    """Yield the program's quotations in groups of which each goes on from the one before, indirect ones aside."""
    group: list[Quotation] = []
    last: Sentence | None = None
    for sentence, quotation in article.told:
        if quotation.presentation is Presentation.INDIRECT:
            yield [quotation]
            continue
        if group and last and not _goes_on(article, (last, group[-1]), (sentence, quotation)):
            yield group
            group = []
        group, last = [*group, quotation], sentence
    if group:
        yield group


def _goes_on(article: Article, before: tuple[Sentence, Quotation], after: tuple[Sentence, Quotation]) -> bool:
    (first, said), (second, goes_on) = before, after
    if {said.presentation, goes_on.presentation} != {Presentation.DIRECT}:
        return False
    still_open = _still_open(article, said.end, goes_on.start)
    if first is second:  # somebody is quoted inside the quotation
        return is_nested(said) or is_nested(goes_on) or (still_open and goes_on.frame in {None, said.frame})
    if article.sentences.index(second) - article.sentences.index(first) != 1:
        return False
    if first.block != second.block:
        return still_open
    return still_open or (goes_on.frame is None and goes_on.speaker in {said.speaker, ""})


def _still_open(article: Article, end: int, start: int) -> bool:
    """Tell whether marks that are open before *end* are not closed up to *start*."""
    text = article.text
    head = text.rfind("\n", end, start) + 1 or start  # a mark at the head of a paragraph opens it once more
    closes = any(mark in text[end - 1 : head] for mark in _CLOSING)
    goes_on = all(at in article.quoted or not text[at].isalnum() for at in range(end, start))
    return end - 1 in article.quoted and goes_on and not closes


def annotated(folder: Path) -> Iterator[tuple[str, list[GoldQuotation]]]:
    """Yield each annotated article's text with its quotations."""
    corpus = open_corpus(folder / "text")
    gold = read_gold(folder / "attributions", corpus)
    of_article: dict[str, list[GoldQuotation]] = defaultdict(list)
    for quotation in gold.quotations:
        of_article[quotation.article].append(quotation)
    for article in corpus.articles:
        if article.id in gold.quoted_articles:
            yield article.text, of_article[article.id]


def files(folder: Path) -> list[Path]:
    """Return the files that the scores are measured on."""
    return sorted([*(folder / "text").glob("*.txt"), *(folder / "attributions").glob("*.ann")])
