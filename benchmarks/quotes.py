"""Measure quotations and speakers on news articles whose attributions people annotated.

    python benchmarks/quotes.py [FOLDER]

FOLDER holds `text/*.txt` and `attributions/*.ann` (brat's standoff form, of PolNeAR's development set); it is
`../shared/bench/quotes` beside the repository by default. Where several people annotated an article, the first file
by name counts.

How it is counted:

- The program reports at most one quotation a sentence, so gold contents are cut at the program's own sentence
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
from quotetrace.evaluation import Score
from quotetrace.model import Evidence
from quotetrace.quotations import CONFIDENCE, find_speech
from quotetrace.sentences import split
from quotetrace.text import fold
from tables import Table, figure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quotetrace.model import Quotation, Sentence

QUOTES = SHARED / "bench" / "quotes"
ALIKE = 0.8
FEWEST_WORDS = 5
DIRECT_SHARE = 0.8
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
QUOTED = re.compile(r"[“\"][^”\"\n]*(?:[”\"]|$)", re.MULTILINE)
NO_NAMES = languages.words("the a an he she it they we i you who his her its their our my this that these those")


@dataclass(frozen=True, slots=True)
class Piece:
    """Somebody's words within one sentence: the places of their letters, and what is known about them."""

    letters: frozenset[int]
    words: int
    kind: str
    source: str  # as annotated; empty in a found piece
    counts: bool


@dataclass(slots=True)
class Counts:
    """What was counted: spans by kind, of all quotations and of those with a cue, and speakers by evidence."""

    spans: dict[str, Score] = field(default_factory=lambda: defaultdict(lambda: Score(0, 0, 0)))
    cued: dict[str, Score] = field(default_factory=lambda: defaultdict(lambda: Score(0, 0, 0)))
    matched: dict[Evidence, int] = field(default_factory=lambda: defaultdict(int))
    judged: dict[Evidence, int] = field(default_factory=lambda: defaultdict(int))
    right: dict[Evidence, int] = field(default_factory=lambda: defaultdict(int))


def annotated(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield each article's text with its first annotation."""
    for path in sorted((folder / "text").glob("*.txt")):
        found = sorted((folder / "attributions").glob(f"{path.stem}_????.ann"))
        if found:
            yield path.read_bytes().decode("utf-8"), found[0]


def contents(text: str, annotation: Path) -> Iterator[tuple[list[tuple[int, int]], str, str]]:
    """Yield the spans of each gold content with the text of its cue and of its source."""
    lines = [line.partition("\t")[::2] for line in annotation.read_text(encoding="utf-8").split("\n")]
    spans = {id_: _places(rest) for id_, rest in lines if id_.startswith("T")}
    for roles in ([role.split(":") for role in rest.split()] for id_, rest in lines if id_.startswith("E")):
        cue, source = (
            " ".join(text[start:end] for start, end in _of_role(wanted, roles, spans)) for wanted in ("Cue", "Source")
        )
        yield _of_role("Content", roles, spans), cue, source


def _places(rest: str) -> list[tuple[int, int]]:
    """Read `Content 12 34;56 78`."""
    places = rest.partition("\t")[0].partition(" ")[2]
    return [(int(start), int(end)) for start, end in (place.split() for place in places.split(";"))]


def _of_role(wanted: str, roles: list[list[str]], spans: dict[str, list[tuple[int, int]]]) -> list[tuple[int, int]]:
    return [span for role, id_ in roles if role.rstrip("123456789") == wanted for span in spans[id_]]


def piece(text: str, places: Iterable[int], quoted: set[int], *, source: str = "", counts: bool = True) -> Piece:
    """Describe the words at *places*, which are in one sentence."""
    inside = sorted(places)
    letters = frozenset(at for at in inside if text[at].isalnum())
    words = len("".join(text[at] if text[at].isalnum() or text[at] in "'’" else " " for at in inside).split())
    share = len(letters & quoted) / len(letters) if letters else 0.0
    kind = "direct" if share >= DIRECT_SHARE else "mixed" if share else "indirect"
    return Piece(letters, words, kind, source, counts and words >= FEWEST_WORDS)


def gold_pieces(text: str, annotation: Path, sentences: list[Sentence], quoted: set[int]) -> list[Piece]:
    """Return the gold contents, cut at sentence boundaries."""
    pieces: list[Piece] = []
    for spans, cue, source in contents(text, annotation):
        says = SAYING.search(cue) is not None
        places = {at for start, end in spans for at in range(start, end)}
        for sentence in sentences:
            within = places.intersection(range(sentence.start, sentence.end))
            if any(text[at].isalnum() for at in within):
                pieces.append(piece(text, within, quoted, source=source, counts=says))
    return pieces


def found_piece(text: str, quotation: Quotation, quoted: set[int]) -> Piece:
    """Return what the program found as a piece."""
    places = set(range(quotation.start, quotation.end))
    if quotation.frame:
        places.difference_update(range(quotation.frame.start, quotation.frame.end))
    return piece(text, places, quoted)


def alike(a: Piece, b: Piece) -> bool:
    """Tell whether two pieces have nearly the same letters."""
    return len(a.letters & b.letters) >= ALIKE * len(a.letters | b.letters) > 0


def count_article(text: str, annotation: Path, counts: Counts) -> None:
    """Add what is right and wrong in one article to *counts*."""
    language = languages.get("en")
    sentences = list(split(text, language))
    quoted = {at for match in QUOTED.finditer(text) for at in range(match.start(), match.end())}
    wanted = gold_pieces(text, annotation, sentences, quoted)
    left = {id(one): one for one in wanted}
    for one in wanted:
        if one.counts:
            _add(Score(0, 0, 1), one.kind, counts, cued=True)
    for quotation in find_speech(text, sentences, (), language).quotations:
        found = found_piece(text, quotation, quoted)
        match = next((one for one in left.values() if alike(one, found)), None)
        if match:
            del left[id(match)]
            _count_match(match, quotation, counts)
        elif found.words >= FEWEST_WORDS:
            _add(Score(0, 1, 0), found.kind, counts, cued=quotation.evidence not in WITHOUT_CUE)


def _count_match(match: Piece, quotation: Quotation, counts: Counts) -> None:
    evidence = quotation.evidence
    if match.counts:
        _add(Score(1, 1, 0), match.kind, counts, cued=evidence not in WITHOUT_CUE)
    counts.matched[evidence] += 1
    if names(match.source) and quotation.speaker:
        counts.judged[evidence] += 1
        counts.right[evidence] += bool(_words(quotation.speaker) & _words(match.source))


def _add(score: Score, kind: str, counts: Counts, *, cued: bool) -> None:
    counts.spans[kind] += score
    if cued:
        counts.cued[kind] += score


def names(source: str) -> bool:
    """Tell whether a gold source has a capitalised word that is no article or pronoun."""
    return any(word[0].isupper() and fold(word) not in NO_NAMES for word in re.findall(r"\w[\w’'-]*", source))


def _words(name: str) -> set[str]:
    return {fold(word) for word in re.findall(r"\w[\w’'-]*", name)} - NO_NAMES - {"of", "and", "for", "in", "s"}


def count(folder: Path) -> Counts:
    """Count all articles."""
    counts = Counts()
    for text, annotation in annotated(folder):
        count_article(text, annotation, counts)
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
