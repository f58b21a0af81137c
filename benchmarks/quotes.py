"""Measure quotations and speakers on news articles whose attributions people annotated.

    python benchmarks/quotes.py [FOLDER]

FOLDER is one as `polnear.py` describes it, `../shared/bench/quotes` beside the repository by default.

How it is counted:

- *Pieces*: gold contents are cut at the program's sentence boundaries, because a quotation of the program is within
  one sentence. A content over three sentences counts three times.
- *Whole contents* as they were annotated. The program's direct quotations are joined where one goes on from the other:
  inside the same marks, also over paragraphs (with or without new marks at their heads), and in the next sentence of
  the paragraph if it has no reporting clause of its own and no other speaker; an indirect report in between does not
  part them. A quotation in which somebody is quoted counts as a whole, and the nested words once more, as in the data.
- A found quotation matches gold if their letters and digits overlap by a Jaccard index of at least .8. A reporting
  clause inside a quotation is not counted as a part of it.
- `direct`, `mixed` and `indirect` go by the share of letters in quotation marks (.8 and more, some, none; two single
  marks are one), which is worked out here in the same way for gold and for what was found.
- Gold counts if its cue has one of the verbs of saying in `polnear.py` and it has five words or more. A found
  quotation is wrong if it has five words or more and matches no gold content. One that matches gold that does not
  count is left aside, and so is one of which four fifths of the letters are in such gold and in none that counts: with
  its edges right or wrong, it is about words that are not judged (as the "difficult" objects of PASCAL VOC are not).
- `cue only` leaves out what has no cue of its own: words that continue the speaker before them, and quoted words
  that are nobody's.
- *Quoted stretches*: what stands between quotation marks and has three words or more. Gold is a stretch of which four
  fifths of the letters are in a content of whatever cue; found is one of which as many are in a quotation.
- A speaker is judged on matched pieces whose gold source has a name: right if what was found shares a word with it.
  A source such as "he" or "the senator" cannot be judged, because the data do not say whom it means.
- *Halves*: every second article by name. What finds several reports in a sentence was written on the errors in the
  first half; the second half showed one false transcript, spoke against one rule, which was dropped, and its direct
  contents were read for how to join quotations and for one fault of pairing marks. All that is older was written on
  both.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from polnear import (
    FEWEST_WORDS,
    QUOTED,
    QUOTES,
    Article,
    Piece,
    annotated,
    files,
    gold_pieces,
    piece,
    places_of,
    read,
    wholes,
)
from quotetrace import languages
from quotetrace.evaluation import Score
from quotetrace.model import Evidence, Presentation
from quotetrace.quotations import SPEAKER_CONFIDENCE, WORDS_CONFIDENCE
from quotetrace.text import fold
from tables import Table, figure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from quotetrace.model import Quotation

__all__ = ["files", "floors", "tables"]
ALIKE = 0.8
FEWEST_WORDS_OF_STRETCH = 3
# Words that merely go on from those before, or that are in quotation marks and nobody's.
WITHOUT_CUE = (Evidence.CONTINUATION, Evidence.NONE)
CLASSES = ("direct", "mixed", "indirect")
NO_NAMES = languages.words("the a an he she it they we i you who his her its their our my this that these those")
NOTHING = Score(0, 0, 0)

Scores = dict[str, Score]


def _scores() -> Scores:
    return defaultdict(lambda: NOTHING)


@dataclass(slots=True)
class Counts:
    """What was counted: spans by kind, and speakers by evidence."""

    pieces: Scores = field(default_factory=_scores)
    cued: Scores = field(default_factory=_scores)
    whole: Scores = field(default_factory=_scores)
    stretches: Score = NOTHING
    told: dict[Presentation, list[bool]] = field(default_factory=lambda: defaultdict(list))  # is it somebody's words
    matched: dict[Evidence, int] = field(default_factory=lambda: defaultdict(int))
    judged: dict[Evidence, int] = field(default_factory=lambda: defaultdict(int))
    right: dict[Evidence, int] = field(default_factory=lambda: defaultdict(int))


def alike(a: Piece, b: Piece) -> bool:
    """Tell whether two pieces have nearly the same letters."""
    return len(a.letters & b.letters) >= ALIKE * len(a.letters | b.letters) > 0


def count_spans(wanted: Sequence[Piece], found: Sequence[Piece], scores: Scores) -> list[Piece | None]:
    """Add what is right and wrong to *scores*, and return the gold piece of each found one."""
    left = {id(one): one for one in wanted}
    matches: list[Piece | None] = []
    left_aside = _letters(gold for gold in wanted if not gold.counts) - _letters(gold for gold in wanted if gold.counts)
    for one in wanted:
        if one.counts:
            scores[one.kind] += Score(0, 0, 1)
    for one in found:
        match = next((gold for gold in left.values() if alike(gold, one)), None)
        matches.append(match)
        if match:
            del left[id(match)]
            scores[match.kind] += Score(1, 1, 0) if match.counts else NOTHING
        elif one.words >= FEWEST_WORDS and not _mostly(one, left_aside):
            scores[one.kind] += Score(0, 1, 0)
    return matches


def _letters(pieces: Iterable[Piece]) -> frozenset[int]:
    return frozenset().union(*(one.letters for one in pieces))


def count_article(article: Article, counts: Counts) -> None:
    """Add what is right and wrong in one article to *counts*."""

    def found(quotations: Iterable[Quotation]) -> Piece:
        return piece(article.text, set().union(*map(places_of, quotations)), article.quoted)

    told = [quotation for _, quotation in article.told]
    wanted = gold_pieces(article)
    matches = count_spans(wanted, [found([quotation]) for quotation in told], counts.pieces)
    cued = [found([quotation]) for quotation in told if quotation.evidence not in WITHOUT_CUE]
    count_spans(wanted, cued, counts.cued)
    whole = [piece(article.text, places, article.quoted) for places in wholes(article)]
    count_spans(article.contents, whole, counts.whole)
    for quotation, match in zip(told, matches, strict=True):
        if match:
            _count_speaker(match, quotation, counts)
    _count_words(article, counts)


def _count_speaker(match: Piece, quotation: Quotation, counts: Counts) -> None:
    evidence = quotation.evidence
    counts.matched[evidence] += 1
    if names(match.source) and quotation.speaker:
        counts.judged[evidence] += 1
        counts.right[evidence] += bool(_words(quotation.speaker) & _words(match.source))


def _count_words(article: Article, counts: Counts) -> None:
    """Count quoted stretches, and which quotations are somebody's words at all."""
    gold = _letters(article.contents)
    found = frozenset().union(*(places_of(quotation) for _, quotation in article.told))
    for match in QUOTED.finditer(article.text):
        stretch = piece(article.text, range(*match.span()), article.quoted)
        if stretch.words >= FEWEST_WORDS_OF_STRETCH:
            wanted, told = _mostly(stretch, gold), _mostly(stretch, found)
            counts.stretches += Score(wanted and told, told, wanted)
    for _, quotation in article.told:
        words = piece(article.text, places_of(quotation), article.quoted)
        counts.told[quotation.presentation].append(_mostly(words, gold))


def _mostly(words: Piece, places: frozenset[int]) -> bool:
    return len(words.letters & places) >= ALIKE * len(words.letters)


def names(source: str) -> bool:
    """Tell whether a gold source has a capitalised word that is no article or pronoun."""
    return any(word[0].isupper() and fold(word) not in NO_NAMES for word in re.findall(r"\w[\w’'-]*", source))


def _words(name: str) -> set[str]:
    return {fold(word) for word in re.findall(r"\w[\w’'-]*", name)} - NO_NAMES - {"of", "and", "for", "in", "s"}


def count(folder: Path, half: int | None = None) -> Counts:
    """Count all articles, or every second one from number *half* on."""
    counts = Counts()
    for number, annotation in enumerate(annotated(folder)):
        if half is None or number % 2 == half:
            count_article(read(*annotation), counts)
    return counts


def tables(folder: Path) -> list[Table]:
    """Return the scores of the quotations, and of the speakers by evidence."""
    counts = count(folder)
    header = ("kind", "P", "R", "F1", "gold")
    spans = (*_span_rows(counts.pieces, ""), *_span_rows(counts.cued, ", cue only"))
    stretches = _row("quoted stretches", counts.stretches)
    speakers = tuple(_speaker_row(evidence, counts) for evidence in Evidence if counts.matched[evidence])
    words = tuple(_words_row(kind, counts.told[kind]) for kind in Presentation if counts.told[kind])
    halves = ("kind", "first half", "second half")
    return [
        Table("Quotations with a verb of saying and five words or more, by sentences.", header, spans),
        Table("The same, whole contents.", header, (*_span_rows(counts.whole, ""),)),
        Table("Stretches of three words or more in quotation marks.", header, (stretches,)),
        Table("The same figures by halves of the articles, F1.", halves, _halves(folder)),
        Table(
            "Speakers of matched quotations, by how they were decided.",
            ("evidence", "matched", "judged", "right", "accuracy", "confidence shown"),
            (*speakers, _all_speakers(counts)),
        ),
        Table(
            "Quotations that are somebody's words, by how they are presented.",
            ("presentation", "found", "somebody's", "share", "confidence shown"),
            words,
        ),
    ]


def _halves(folder: Path) -> tuple[tuple[str, ...], ...]:
    halves = [_figures(count(folder, half)) for half in (0, 1)]
    return tuple((name, *(figure(half[name]) for half in halves)) for name in halves[0])


def _figures(counts: Counts) -> dict[str, float]:
    return (
        {kind: counts.pieces[kind].f1 for kind in CLASSES}
        | {f"{kind}, whole": counts.whole[kind].f1 for kind in CLASSES}
        | {"quoted stretches": counts.stretches.f1}
    )


def _span_rows(spans: Scores, suffix: str) -> Iterator[tuple[str, ...]]:
    scores = {kind: spans[kind] for kind in CLASSES}
    scores["all"] = sum(scores.values(), NOTHING)
    for name, score in scores.items():
        yield _row(name + suffix, score)


def _row(name: str, score: Score) -> tuple[str, ...]:
    return (name, *map(figure, (score.precision, score.recall, score.f1)), str(score.gold))


def _words_row(kind: Presentation, told: list[bool]) -> tuple[str, ...]:
    return (kind.value, str(len(told)), str(sum(told)), figure(sum(told) / len(told)), f"{WORDS_CONFIDENCE[kind]:.2f}")


def _speaker_row(evidence: Evidence, counts: Counts) -> tuple[str, ...]:
    judged, right = counts.judged[evidence], counts.right[evidence]
    accuracy = figure(right / judged) if judged else "–"
    shown = f"{SPEAKER_CONFIDENCE[evidence]:.2f}"
    return (evidence.value, str(counts.matched[evidence]), str(judged), str(right), accuracy, shown)


def _all_speakers(counts: Counts) -> tuple[str, ...]:
    matched, judged, right = (sum(of.values()) for of in (counts.matched, counts.judged, counts.right))
    return ("all", str(matched), str(judged), str(right), figure(right / judged) if judged else "–", "")


def floors(folder: Path) -> dict[str, float]:
    """Return the figures that must not fall, by name."""
    counts = count(folder)
    return (
        {f"quotes.{kind}_f1": counts.pieces[kind].f1 for kind in CLASSES}
        | {f"quotes.{kind}_whole_f1": counts.whole[kind].f1 for kind in CLASSES}
        | {
            "quotes.stretches_f1": counts.stretches.f1,
            "quotes.speakers": sum(counts.right.values()) / sum(counts.judged.values()),
        }
    )


def main() -> None:
    """Print the tables, or why there are none."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else QUOTES
    if not (folder / "text").is_dir():
        print(f"quotes: skipped, no {folder / 'text'}")
        return
    print("\n".join(table.as_text() for table in tables(folder)))


if __name__ == "__main__":
    main()
