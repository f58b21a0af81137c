"""Measure quotations and speakers on news articles whose attributions people annotated.

    python benchmarks/quotes.py [FOLDER]

FOLDER holds `text/*.txt` and `attributions/*.ann` (brat's standoff form, of PolNeAR's development set); it is
`../shared/bench/quotes` beside the repository by default. Where several people annotated an article, the first file
by name counts.

How it is counted:

- The program's quotations do not cross sentences, so gold contents are cut at the program's own sentence
  boundaries, and the pieces are compared. A content over three sentences counts three times.
- A quotation matches a piece if their letters and digits overlap by a Jaccard index of at least .8. A reporting clause
  inside a quotation is not counted as a part of it.
- `direct`, `mixed` and `indirect` go by the share of letters in quotation marks (.8 and more, some, none), which
  is worked out here in the same way for gold and for what was found.
- Gold counts if its cue has one of the verbs of saying below and the piece has five words or more. A found
  quotation is wrong if it has five words or more and matches no piece of any gold content; one that matches gold
  that does not count is left aside.
- `cue only` leaves out what has no cue of its own: words that continue the speaker before them, and quoted words
  that are nobody's.
- A speaker is judged on matched pieces whose gold source has a name: right if what was found shares a word with it.
  A source such as "he" or "the senator" cannot be judged, because the data do not say whom it means.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from gold import SHARED
from quotetrace import languages
from quotetrace.corpus import open_corpus
from quotetrace.evaluation import Score
from quotetrace.evaluation.files import read_gold
from quotetrace.evaluation.pieces import Cutter, Piece, matches
from quotetrace.model import Evidence
from quotetrace.quotations import CONFIDENCE, find_speech
from quotetrace.sentences import split
from quotetrace.text import fold
from tables import Table, figure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quotetrace.evaluation.gold import GoldQuotation
    from quotetrace.model import Article, Quotation

QUOTES = SHARED / "bench" / "quotes"
FEWEST_WORDS = 5
# Words that merely go on from those before, or that are in quotation marks and nobody's.
WITHOUT_CUE = (Evidence.CONTINUATION, Evidence.NONE)
CLASSES = ("direct", "mixed", "indirect")
# The benchmark's own list, so that a shorter one in the program does not make its figures better.
SAYING = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old|elling)|add(?:s|ed|ing)?|stat(?:e|es|ed|ing)|not(?:e|es|ed|ing)"
    r"|explain(?:s|ed|ing)?|argu(?:e|es|ed|ing)|claim(?:s|ed|ing)?|announc(?:e|es|ed|ing)|declar(?:e|es|ed|ing)"
    r"|insist(?:s|ed|ing)?|warn(?:s|ed|ing)?|repl(?:y|ies|ied|ying)|respond(?:s|ed|ing)?|continu(?:e|es|ed|ing)"
    r"|wr(?:ite|ites|ote|iting)|tweet(?:s|ed|ing)?|report(?:s|ed|ing)?|suggest(?:s|ed|ing)?|according to)\b",
    re.IGNORECASE,
)
NO_NAMES = languages.words("the a an he she it they we i you who his her its their our my this that these those")


@dataclass(slots=True)
class Counts:
    """What was counted: spans by kind, of all quotations and of those with a cue, and speakers by evidence."""

    spans: dict[str, Score] = field(default_factory=lambda: defaultdict(lambda: Score(0, 0, 0)))
    cued: dict[str, Score] = field(default_factory=lambda: defaultdict(lambda: Score(0, 0, 0)))
    matched: dict[Evidence, int] = field(default_factory=lambda: defaultdict(int))
    judged: dict[Evidence, int] = field(default_factory=lambda: defaultdict(int))
    right: dict[Evidence, int] = field(default_factory=lambda: defaultdict(int))


def annotated(folder: Path) -> Iterator[tuple[Article, list[GoldQuotation]]]:
    """Yield each article with its quotations as they were annotated."""
    corpus = open_corpus(folder / "text")
    gold = read_gold(folder / "attributions", corpus)
    for article in corpus.articles:
        if article.id in gold.quoted_articles:
            yield article, [quotation for quotation in gold.quotations if quotation.article == article.id]


def asks(piece: Piece) -> bool:
    """Tell whether a gold piece counts: its cue says something, and it is long enough."""
    return piece.words >= FEWEST_WORDS and SAYING.search(piece.cue) is not None


def count_article(text: str, gold: list[GoldQuotation], counts: Counts) -> None:
    """Add what is right and wrong in one article to *counts*."""
    language = languages.get("en")
    sentences = split(text, language)
    cutter = Cutter(text, sentences, language)
    wanted = [piece for quotation in gold for piece in cutter.gold(quotation)]
    for piece in filter(asks, wanted):
        _add(Score(0, 0, 1), piece, counts, cued=True)
    quotations = find_speech(text, sentences, (), language).quotations
    found = [cutter.found(quotation, by_marks=True) for quotation in quotations]
    matched = dict(matches(found, wanted))
    for at, (piece, quotation) in enumerate(zip(found, quotations, strict=True)):
        if at in matched:
            _count_match(wanted[matched[at]], quotation, counts)
        elif piece.words >= FEWEST_WORDS:
            _add(Score(0, 1, 0), piece, counts, cued=quotation.evidence not in WITHOUT_CUE)


def _count_match(match: Piece, quotation: Quotation, counts: Counts) -> None:
    evidence = quotation.evidence
    if asks(match):
        _add(Score(1, 1, 0), match, counts, cued=evidence not in WITHOUT_CUE)
    counts.matched[evidence] += 1
    if names(match.speaker) and quotation.speaker:
        counts.judged[evidence] += 1
        counts.right[evidence] += bool(_words(quotation.speaker) & _words(match.speaker))


def _add(score: Score, piece: Piece, counts: Counts, *, cued: bool) -> None:
    counts.spans[piece.presentation] += score
    if cued:
        counts.cued[piece.presentation] += score


def names(source: str) -> bool:
    """Tell whether a gold source has a capitalised word that is no article or pronoun."""
    return any(word[0].isupper() and fold(word) not in NO_NAMES for word in re.findall(r"\w[\w’'-]*", source))


def _words(name: str) -> set[str]:
    return {fold(word) for word in re.findall(r"\w[\w’'-]*", name)} - NO_NAMES - {"of", "and", "for", "in", "s"}


def count(folder: Path) -> Counts:
    """Count all articles."""
    counts = Counts()
    for article, gold in annotated(folder):
        count_article(article.text, gold, counts)
    return counts


def files(folder: Path) -> list[Path]:
    """Return the files that the scores are measured on."""
    return sorted([*(folder / "text").glob("*.txt"), *(folder / "attributions").glob("*.ann")])


def tables(folder: Path) -> list[Table]:
    """Return the scores of the quotations, and of the speakers by evidence."""
    counts = count(folder)
    spans = (*_span_rows(counts.spans, ""), *_span_rows(counts.cued, ", cue only"))
    speakers = tuple(_speaker_row(evidence, counts) for evidence in Evidence if counts.matched[evidence])
    return [
        Table("Quotations with a verb of saying and five words or more.", ("kind", "P", "R", "F1", "gold"), spans),
        Table(
            "Speakers of matched quotations, by how they were decided.",
            ("evidence", "matched", "judged", "right", "accuracy", "confidence shown"),
            (*speakers, _all_speakers(counts)),
        ),
    ]


def _span_rows(spans: dict[str, Score], suffix: str) -> Iterator[tuple[str, ...]]:
    scores = {kind: spans[kind] for kind in CLASSES}
    scores["all"] = sum(scores.values(), Score(0, 0, 0))
    for name, score in scores.items():
        yield (name + suffix, *map(figure, (score.precision, score.recall, score.f1)), str(score.gold))


def _speaker_row(evidence: Evidence, counts: Counts) -> tuple[str, ...]:
    judged, right = counts.judged[evidence], counts.right[evidence]
    accuracy = figure(right / judged) if judged else "–"
    shown = f"{CONFIDENCE[evidence]:.2f}"
    return (evidence.value, str(counts.matched[evidence]), str(judged), str(right), accuracy, shown)


def _all_speakers(counts: Counts) -> tuple[str, ...]:
    matched, judged, right = (sum(of.values()) for of in (counts.matched, counts.judged, counts.right))
    return ("all", str(matched), str(judged), str(right), figure(right / judged) if judged else "–", "")


def floors(folder: Path) -> dict[str, float]:
    """Return the figures that must not fall, by name."""
    counts = count(folder)
    return {f"quotes.{kind}_f1": counts.spans[kind].f1 for kind in CLASSES} | {
        "quotes.speakers": sum(counts.right.values()) / sum(counts.judged.values())
    }


def main() -> None:
    """Print the tables, or why there are none."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else QUOTES
    if not (folder / "text").is_dir():
        print(f"quotes: skipped, no {folder / 'text'}")
        return
    print("\n".join(table.as_text() for table in tables(folder)))


if __name__ == "__main__":
    main()
