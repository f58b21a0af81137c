"""Gold from a file or from a folder of them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from quotetrace.evaluation.brat import ENDING as BRAT
from quotetrace.evaluation.brat import read_brat
from quotetrace.evaluation.gold import Gold
from quotetrace.evaluation.rows import read_rows
from quotetrace.reading.faults import Place, collect, report

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from quotetrace.errors import InputError
    from quotetrace.model import Article, Corpus

_READERS: dict[str, Callable[[Path, Gold, Mapping[str, Article]], None]] = {".jsonl": read_rows, BRAT: read_brat}
ENDINGS = tuple(_READERS)


def read_gold(path: Path, corpus: Corpus) -> Gold:
    """Return what was annotated in the articles of *corpus*: in one file, or in all those of a folder and below.

    Raise InputError for a fault, CorpusError for several.
    """
    faults: list[InputError] = []
    gold = Gold()
    articles = {article.id: article for article in corpus.articles}
    of_corpus = {article.path.resolve() for article in corpus.articles}
    for file in _files(path):
        if path.is_dir() and file.resolve() in of_corpus:
            continue  # annotations may stand beside the articles
        with collect(faults):
            _READERS[file.suffix.lower()](file, gold, articles)
    report(faults, path)
    if not (gold.sentences or gold.pairs or gold.remarks or gold.quoted_articles or gold.comparisons):
        raise Place(path).fault("nothing is annotated here", "write one JSON object a line")
    return gold


def _files(path: Path) -> list[Path]:
    endings = " or ".join(ENDINGS)
    if path.is_dir():
        found = [
            Path(folder, name)
            for folder, _, names in os.walk(path)
            for name in names
            if Path(name).suffix.lower() in ENDINGS and not name.startswith(".")
        ]
        if not found:
            raise Place(path).fault("no annotations in this folder", f"put files in it that end in {endings}")
        return sorted(found)
    if not path.exists():
        raise Place(path).fault("there is no such file or folder", "name the annotations")
    if path.suffix.lower() not in ENDINGS:
        raise Place(path).fault("no form of annotation has this ending", f"give a file that ends in {endings}")
    return [path]
