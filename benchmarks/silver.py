"""Make articles of sentences that people translated twice, or of verses in several versions, as news might print them.

Which passages say the same is known without a reader: those of one sentence. Each article leaves sentences out,
puts blocks of them in another order, joins two into one and cuts some short, with a fixed seed.
"""

from __future__ import annotations

import json
import random
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from quotetrace import languages
from quotetrace.matching.matcher import Matching, match
from quotetrace.model import Article, Corpus, Evidence, Passage, Presentation, Sentence, SentenceKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SEED = 1998
# How often a sentence is left out, joined with the next one, or cut to its first half.
LEFT_OUT, JOINED, CUT = 0.3, 0.15, 0.1
# How often a block of sentences goes before the block before it, and the longest block.
SWAPPED, LONGEST_BLOCK = 0.3, 6
# Sentences of the originals that one corpus is made of.
SENTENCES = 60
# What may be said of a sentence: its first half, and its second.
HALVES = 2
VERSIONS = ("BSB", "BBE", "Twenty", "YLT")
SOURCES = ("translations/wmt21.cs-en.jsonl", "translations/wmt21.de-en.jsonl", "bible_en/gospels_acts.jsonl")


@dataclass(frozen=True, slots=True)
class Silver:
    """A made corpus: its compared pairs, and for each passage the halves of sentences that it says, by its id."""

    source: str
    matching: Matching
    says: dict[str, frozenset[str]]

    def is_right(self, a: Passage, b: Passage) -> bool:
        """Tell whether two passages say something in common."""
        return not self.says[a.id].isdisjoint(self.says[b.id])

    def is_whole(self, a: Passage, b: Passage) -> bool:
        """Tell whether two passages say the same, neither of them less."""
        return self.says[a.id] == self.says[b.id]


def files(shared: Path) -> list[Path]:
    """Return the files that the articles are made of, present or not."""
    return [shared / "bench" / source for source in SOURCES]


def silver(shared: Path, corpora: int) -> Iterator[Silver]:
    """Yield so many made *corpora* of each source, from all over it."""
    for path in files(shared):
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        for start in range(0, len(rows) - SENTENCES + 1, len(rows) // corpora):
            yield made(path.stem, start, [(row["id"], row["versions"]) for row in rows[start : start + SENTENCES]])


def made(source: str, start: int, rows: Sequence[tuple[str, dict[str, str]]]) -> Silver:
    """Return a corpus of one article a version of *rows*, which are ids with the sentence in each version."""
    chance = random.Random(f"{SEED} {source} {start}")  # noqa: S311 -- it must be the same each time
    versions = [version for version in rows[0][1] if version in (*VERSIONS, "human:A", "human:B")]
    says: dict[str, frozenset[str]] = {}
    passages: list[Passage] = []
    for version in versions:
        sentences = [(frozenset({f"{id_}/1", f"{id_}/2"}), texts[version]) for id_, texts in rows if version in texts]
        for number, (ids, text) in enumerate(_as_news(sentences, chance), start=1):
            passages.append(passage(version, number, text))
            says[passages[-1].id] = ids
    corpus = Corpus(Path(), tuple(article(version) for version in versions))
    return Silver(source, match(corpus, [(one, languages.get("en")) for one in passages]), says)


def passage(article: str, number: int, text: str) -> Passage:
    """Return a sentence as the words of one speaker."""
    sentence = Sentence(0, len(text), SentenceKind.SENTENCE, number)
    said = (Presentation.DIRECT, "speaker", Evidence.CUE, 1.0, "")
    return Passage(f"{article}.{number}", article, 0, len(text), text, sentence, *said)


def article(name: str) -> Article:
    """Return an article without a text, whose passages are given."""
    return Article(id=name, text="", sha256=sha256(b"").hexdigest(), path=Path(name), language="en")


_Said = tuple[frozenset[str], str]


def _as_news(sentences: Sequence[_Said], chance: random.Random) -> list[_Said]:
    """Return the sentences as an article might print them."""
    kept = [one for one in sentences if chance.random() >= LEFT_OUT]
    return [_cut(one, chance) for one in _joined(_reordered(kept, chance), chance)]


def _reordered(sentences: Sequence[_Said], chance: random.Random) -> list[_Said]:
    ends = [0]
    while ends[-1] < len(sentences):
        ends.append(min(len(sentences), ends[-1] + chance.randint(1, LONGEST_BLOCK)))
    blocks = [list(sentences[start:end]) for start, end in pairwise(ends)]
    for at in range(1, len(blocks)):
        if chance.random() < SWAPPED:
            blocks[at - 1], blocks[at] = blocks[at], blocks[at - 1]
    return [one for block in blocks for one in block]


def _joined(sentences: Sequence[_Said], chance: random.Random) -> list[_Said]:
    joined: list[_Said] = []
    for ids, text in sentences:
        if joined and len(joined[-1][0]) == HALVES and chance.random() < JOINED:
            before, start = joined.pop()
            joined.append((before | ids, f"{start} {text}"))
        else:
            joined.append((ids, text))
    return joined


def _cut(said: _Said, chance: random.Random) -> _Said:
    ids, text = said
    words = text.split()
    if len(ids) > HALVES or chance.random() >= CUT:
        return said
    return frozenset({min(ids)}), " ".join(words[: (len(words) + 1) // 2])
