"""Measure the naming of changes on pairs of sentences that a reader compared.

    python benchmarks/changes.py [FOLDER]

FOLDER holds `corpus/*.txt` and `gold/changes.jsonl`; it is `../shared` beside the repository by default. The two
annotated sentences of a pair are compared as they are given, so that the naming is measured and not the alignment.
A named change is right if gold has one of the same type whose words it shares on one side at least; a gold change is
found if some named change is right by it. What counts are the major changes against those that the reader calls
significant. It is one reader's view of five articles: a check, and nothing to make rules from.
"""

from __future__ import annotations

import json
import re
import sys
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from gold import SHARED, full_texts, missing
from gold import files as article_files
from quotetrace import languages
from quotetrace.changes import changes
from quotetrace.changing.change import ChangeType, Severity
from quotetrace.model import Span
from quotetrace.tracing import read_article
from tables import Table, figure

if TYPE_CHECKING:
    from quotetrace.changing.change import Change
    from quotetrace.model import Passage

# The reader's names that are not the program's, with what the program calls such a change.
NAMES = {
    "dropped": (ChangeType.OMISSION, ChangeType.TRUNCATION),
    "added": (ChangeType.ADDITION,),
    "time": (ChangeType.DATE, ChangeType.TENSE),
}
# Named without a counterpart in the annotation, which looks at meaning alone.
NOT_ANNOTATED = (ChangeType.WORDING, ChangeType.PRESENTATION, ChangeType.MARKS, ChangeType.SPLICE)
HALVES = ("even", "odd")


class GoldChange(NamedTuple):
    """A change that the reader saw: what it may be called, and where it is in the two articles."""

    types: tuple[ChangeType, ...]
    reference: Span
    variant: Span
    significant: bool


class Read(NamedTuple):
    """One pair of sentences: what the reader saw, and what the program names."""

    gold: list[GoldChange]
    named: list[Change]


class Counts(NamedTuple):
    """How many named changes are right, how many were named, how many gold ones were found, how many there are."""

    right: int
    named: int
    found: int
    gold: int

    @property
    def precision(self) -> float:
        """The share of the named changes that is right."""
        return self.right / self.named if self.named else 1.0

    @property
    def recall(self) -> float:
        """The share of the gold changes that was found."""
        return self.found / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def located(text: str, within: Span, words: str) -> Span:
    """Return where the reader's *words*, with `...` for what is left out, are in a sentence; no words, no stretch."""
    pattern = r".*?".join(re.escape(part.strip()) for part in words.split("..."))
    found = re.compile(pattern, re.DOTALL | re.IGNORECASE).search(text, within.start, within.end) if words else None
    return Span(found.start(), found.end()) if found else Span(within.start, within.start)


@cache
def read(shared: Path) -> list[Read]:
    """Return the annotated pairs with the program's changes between their two sentences."""
    rows = [json.loads(line) for line in files(shared)[-1].read_text(encoding="utf-8").splitlines()]
    with full_texts(shared) as corpus:
        texts = {article.id: article.text for article in corpus.articles}
        passages = {article.id: read_article(article, corpus) for article in corpus.articles}
    found = []
    for row in rows:
        a, b = (_sentence(row, side, texts, passages) for side in "ab")
        gold = [_gold(change, a, b, texts) for change in row["changes"]]
        found.append(Read(gold, list(changes(a, b, languages.get("en")))))
    return found


def _sentence(
    row: dict[str, Any], side: str, texts: dict[str, str], passages: dict[str, tuple[Passage, ...]]
) -> Passage:
    """Return an annotated sentence as a passage, presented as the program takes it to be."""
    article, start, end = row[f"article_{side}"], row[f"start_{side}"], row[f"end_{side}"]
    nearest = max(passages[article], key=lambda p: min(end, p.end) - max(start, p.start))
    return replace(nearest, start=start, end=end, text=texts[article][start:end])


def _gold(change: dict[str, Any], a: Passage, b: Passage, texts: dict[str, str]) -> GoldChange:
    types = NAMES.get(change["type"]) or (ChangeType(change["type"]),)
    before, after = (
        located(texts[p.article], Span(p.start, p.end), change[key]) for p, key in ((a, "a_span"), (b, "b_span"))
    )
    return GoldChange(types, before, after, change["significant"])


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def _is_right(named: Change, gold: GoldChange) -> bool:
    somewhere = _overlap(named.reference_span, gold.reference) or _overlap(named.variant_span, gold.variant)
    return somewhere and named.type in gold.types


def score(pairs: list[Read], *, typed: bool = True) -> Counts:
    """Score the major changes against the significant ones; without types, only the places count."""
    right = named = found = gold = 0
    for pair in pairs:
        wanted = [one for one in pair.gold if one.significant]
        major = [c for c in pair.named if c.severity is Severity.MAJOR and c.type not in NOT_ANNOTATED]
        if not typed:
            wanted = [one._replace(types=tuple(ChangeType)) for one in wanted]
        named, gold = named + len(major), gold + len(wanted)
        right += sum(any(_is_right(change, one) for one in wanted) for change in major)
        found += sum(any(_is_right(change, one) for change in major) for one in wanted)
    return Counts(right, named, found, gold)


def tables(shared: Path) -> list[Table]:
    """Return precision, recall and F1 in each half of the pairs and in all, with and without the types."""
    pairs = read(shared)
    parts = {"all pairs": pairs} | {f"{half} pairs": pairs[n::2] for n, half in enumerate(HALVES)}
    rows = []
    for name, part in parts.items():
        for typed in (True, False):
            counts = score(part, typed=typed)
            figures = (figure(counts.precision), figure(counts.recall), figure(counts.f1))
            rows.append((name, "type and place" if typed else "place", *figures, str(counts.named), str(counts.gold)))
    head = ("pairs", "right in", "P", "R", "F1", "named", "gold")
    return [Table("Major changes against those that a reader calls significant.", head, tuple(rows)), _by_type(pairs)]


def _by_type(pairs: list[Read]) -> Table:
    rows = []
    for kind in ChangeType:
        of_kind = [
            Read([g for g in pair.gold if kind in g.types], [c for c in pair.named if c.type is kind]) for pair in pairs
        ]
        counts = score(of_kind)
        if counts.named or counts.gold:
            rows.append(
                (kind.value, figure(counts.precision), figure(counts.recall), str(counts.named), str(counts.gold))
            )
    return Table("The same by type.", ("type", "P", "R", "named", "gold"), tuple(rows))


def floors(shared: Path) -> dict[str, float]:
    """Return the figures that must not fall, by name."""
    return {"changes.typed F1": score(read(shared)).f1, "changes.place F1": score(read(shared), typed=False).f1}


def files(shared: Path) -> list[Path]:
    """Return the files that are measured on, present or not."""
    return [*article_files(shared)[:-1], shared / "gold" / "changes.jsonl"]


def main() -> None:
    """Print the tables."""
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED
    reason = missing(files(shared))
    print(reason or "\n".join(table.as_text() for table in tables(shared)))


if __name__ == "__main__":
    main()
