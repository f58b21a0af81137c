"""What people annotated on the five full articles, and those articles as a corpus.

The full articles are not redistributed; the folder that holds them is `../shared` beside the repository.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from quotetrace import languages
from quotetrace.corpus import open_corpus
from quotetrace.evaluation import SpanPair
from quotetrace.evaluation.gold import GoldPair, Label
from quotetrace.matching.matcher import Matching, match
from quotetrace.tracing import read_article

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quotetrace.model import Corpus

REPOSITORY = Path(__file__).resolve().parents[1]
SHARED = REPOSITORY.parent / "shared"
# What the copies of the five articles tell about themselves. Two name no date, one of them no outlet either.
SIDECARS = {
    "mfa": "outlet: mfa\npublished: 2022-01-27 12:42\nlanguage: en\n",
    "sputnik": "outlet: sputnik\npublished: 2022-01-27\nlanguage: en\n",
    "tass": "outlet: tass\npublished: 2022-02-14\nlanguage: en\n",
    "lenta": "outlet: lenta\nlanguage: en\ntranslated_from: ru\n",
    "unsourced": "language: en\ntranslated_from: ru\n",
}
SAME, PARTIAL, RELATED = Label


def files(shared: Path) -> list[Path]:
    """Return the files that the alignments are measured on, present or not."""
    return [*(shared / "corpus" / f"{name}.txt" for name in sorted(SIDECARS)), shared / "gold" / "alignments.jsonl"]


def missing(paths: list[Path]) -> str:
    """Return why a benchmark is skipped, or an empty text where nothing is missing."""
    absent = [path for path in paths if not path.exists()]
    return f"skipped, no {absent[0]}" if absent else ""


@contextmanager
def full_texts(shared: Path) -> Iterator[Corpus]:
    """Open the five full articles as a corpus, with the speakers, outlets and occasions of the bundled one."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(REPOSITORY / "corpus" / "corpus.yaml", folder)
        for name, sidecar in SIDECARS.items():
            shutil.copy(shared / "corpus" / f"{name}.txt", folder)
            Path(folder, f"{name}.yaml").write_text(sidecar, encoding="utf-8")
        corpus = open_corpus(Path(folder))
        for article in corpus.articles:
            read = (shared / "corpus" / f"{article.id}.txt").read_bytes().decode("utf-8")
            if read != article.text:
                raise ValueError(f"the offsets of {article.id} are not those of its file")
        yield corpus


def matching(corpus: Corpus) -> Matching:
    """Compare the passages of a corpus as the program does, and return also the pairs below the threshold."""
    return match(
        corpus,
        [
            (passage, languages.get(article.language))
            for article in corpus.articles
            for passage in read_article(article, corpus)
        ],
    )


def alignments(shared: Path) -> list[GoldPair]:
    """Return the annotated pairs of sentences, the tempting wrong ones (`related`) too."""
    lines = (shared / "gold" / "alignments.jsonl").read_text(encoding="utf-8").splitlines()
    return [_pair(json.loads(line)) for line in lines]


def _pair(row: dict[str, str | int]) -> GoldPair:
    a, b = ((str(row[f"article_{x}"]), int(row[f"start_{x}"]), int(row[f"end_{x}"])) for x in "ab")
    return GoldPair(SpanPair.of(a, b), Label(str(row["label"])))
