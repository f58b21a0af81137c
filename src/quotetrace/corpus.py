"""A folder of articles: open it, or check it and be told of every fault."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from quotetrace.errors import InputError
from quotetrace.model import Corpus
from quotetrace.reading import ENDINGS, read
from quotetrace.reading import catalogue as catalogues
from quotetrace.reading.catalogue import Catalogue
from quotetrace.reading.decoding import unreadable
from quotetrace.reading.faults import Place, collect, known_hint, report, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quotetrace.model import Article
    from quotetrace.reading import Draft

__all__ = ["bundled", "check", "open_corpus"]

_NO_ARTICLES = frozenset({"readme"})  # stems of files that describe a folder


def open_corpus(root: Path) -> Corpus:
    """Return the corpus in the folder *root* and the folders in it; hidden ones are passed over.

    Raise InputError if there is one fault, CorpusError with all of them if there are several.
    """
    corpus, faults = _gather(root)
    report(faults, root)
    return corpus


def check(root: Path) -> list[InputError]:
    """Return every fault of the corpus in the folder *root*, in the order of its files.

    Those are among them with which the corpus can be used, but not as it was meant: one alias of two speakers.
    """
    faults = _gather(root)[1]
    path = root / catalogues.FILE_NAME
    sound = not any(fault.path == str(path) for fault in faults)
    return [*(catalogues.shared_names(path) if sound and path.is_file() else ()), *faults]


def bundled() -> Path:
    """Return the folder of the corpus that comes with the program."""
    package = Path(__file__).parent
    for folder in (package / "bundled_corpus", package.parents[1] / "corpus"):  # a wheel, a source checkout
        if (folder / catalogues.FILE_NAME).is_file():
            return folder
    raise InputError("the bundled corpus is missing", "install the program again", path=package)


def _gather(root: Path) -> tuple[Corpus, list[InputError]]:
    faults: list[InputError] = []
    with collect(faults):
        _demand_folder(root)
    if faults:
        return Corpus(root, ()), faults
    catalogue = _catalogue(root, faults)
    drafts: list[Draft] = []
    files = _article_files(root, faults)
    for path in files:
        with collect(faults):
            drafts.extend(read(path))
    if not files and not faults:
        faults.append(_no_articles(root))
    faults.extend(_taken_ids(drafts))
    faults.extend(_unknown_occasions(drafts, catalogue))
    faults.sort(key=lambda fault: (fault.path != str(root / catalogues.FILE_NAME), fault.path, fault.line or 0))
    articles = sorted((_with_outlet(draft.article, catalogue) for draft in drafts), key=lambda article: article.id)
    return (
        Corpus(root, tuple(articles), catalogue.speakers, catalogue.outlets, catalogue.occasions),
        faults,
    )


def _demand_folder(root: Path) -> None:
    if root.is_dir():
        return
    if root.exists():
        raise Place(root).fault("a file, not a folder of articles", f"give the folder: {root.parent}")
    raise Place(root).fault("there is no such folder", "give the folder that holds the articles")


def _no_articles(root: Path) -> InputError:
    endings = ", ".join(ENDINGS)
    return Place(root).fault("no articles in this folder", f"put files in it that end in {endings}")


def _catalogue(root: Path, faults: list[InputError]) -> Catalogue:
    path = root / catalogues.FILE_NAME
    if path.exists():
        with collect(faults):
            return catalogues.read(path)
    return Catalogue()


def holds_articles(root: Path) -> bool:
    """Tell whether *root* is a folder with a corpus: with articles in it or below, or with a catalogue of them."""
    return (root / catalogues.FILE_NAME).is_file() or bool(_article_files(root, []))


def _article_files(root: Path, faults: list[InputError]) -> list[Path]:
    """Return the article files under *root*, sorted; add what cannot be looked into to *faults*."""

    def note(error: OSError) -> None:
        faults.append(unreadable(error, Path(error.filename or root)))

    found: list[Path] = []
    for folder, subfolders, names in os.walk(root, onerror=note):
        subfolders[:] = [name for name in subfolders if not name.startswith(".")]
        found.extend(Path(folder, name) for name in names if _is_article(name))
    return sorted(found)


def _is_article(name: str) -> bool:
    stem, ending = os.path.splitext(name)  # noqa: PTH122 -- a Path for each name costs more than the walk
    return not name.startswith(".") and ending.lower() in ENDINGS and stem.lower() not in _NO_ARTICLES


def _taken_ids(drafts: Sequence[Draft]) -> Iterator[InputError]:
    owners: dict[str, Article] = {}
    for draft in drafts:
        article = draft.article
        owner = owners.setdefault(article.id, article)
        if owner is not article:
            message = f"the id {shown(article.id)} is taken by {owner.path}"
            yield draft.place("id").fault(message, "write another one after `id:` in one of the two")


def _unknown_occasions(drafts: Sequence[Draft], catalogue: Catalogue) -> Iterator[InputError]:
    if not catalogue.occasions:
        return
    for draft in drafts:
        occasion = draft.article.occasion
        if occasion and occasion not in catalogue.occasions:
            message = f"{catalogues.FILE_NAME} has no occasion {shown(occasion)}"
            yield draft.place("occasion").fault(message, known_hint(occasion, catalogue.occasions))


def _with_outlet(article: Article, catalogue: Catalogue) -> Article:
    """Return *article* with the id of its outlet where it has the outlet's name, or another case."""
    wanted = article.outlet.casefold()
    if not wanted or article.outlet in catalogue.outlets:
        return article
    for outlet in catalogue.outlets.values():
        if wanted in {outlet.id.casefold(), outlet.name.casefold()}:
            return replace(article, outlet=outlet.id)
    return article
