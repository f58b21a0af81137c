"""From the keys of a header and a text to an Article: every key known, every value of its kind."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from quotetrace.model import Article
from quotetrace.reading import values
from quotetrace.reading.faults import Place, collect, known_hint, line_and_column, report, shown
from quotetrace.reading.yaml_text import Scalar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from quotetrace.errors import InputError
    from quotetrace.reading.yaml_text import Node

PARSERS: dict[str, Callable[[str], object]] = {
    "id": values.identifier,
    "outlet": values.line,
    "title": values.line,
    "published": values.published,
    "url": values.url,
    "archive_url": values.url,
    "retrieved": values.moment,
    "language": values.language,
    "translated_from": values.language,
    "occasion": values.identifier,
    "extent": values.extent,
    "source_sha256": values.sha256,
}
_UNFIT_FOR_ID = re.compile(r"[^\w.-]+")
_PASSAGE_ENDING = re.compile(r"\.(?=\d+$)")
_MAX_ID_CHARACTERS = 80
_UNWRITABLE = re.compile("[\0\ud800-\udfff]")  # JSON can spell them, UTF-8 and files cannot


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as its file tells it, and the *places* of its keys, for faults that the corpus shows."""

    article: Article
    places: Mapping[str, Place]

    def place(self, key: str) -> Place:
        """Return where *key* is written, or the file if it is not."""
        return self.places.get(key, Place(self.article.path))


def draft(entries: Iterable[tuple[Scalar, Node]], text: str, body: Place, default_id: str) -> Draft:
    """Return the article that *text*, which begins at *body*, and the header's *entries* make.

    Raise InputError for a fault, CorpusError for several. A key with an empty value counts as left out.
    """
    faults: list[InputError] = []
    fields: dict[str, Any] = {"id": default_id}
    places: dict[str, Place] = {}
    for key, node in entries:
        with collect(faults):
            known(key, PARSERS)
            if not (isinstance(node, Scalar) and not node.text.strip()):
                fields[key.text] = values.fit(key.text, node, PARSERS[key.text])
                places[key.text] = node.place
    with collect(faults):
        _demand_words(text, body)
    report(faults, body.path)
    checksum = sha256(text.encode()).hexdigest()
    return Draft(Article(text=text, sha256=checksum, path=body.path, **fields), places)


def known(key: Scalar, keys: Iterable[str]) -> None:
    """Raise InputError if *key* is none of *keys*."""
    if key.text not in (names := list(keys)):
        raise key.place.fault(f"unknown key {shown(key.text)}", known_hint(key.text, names))


def id_of(stem: str) -> str:
    """Return the id of an article in a file of this name without its ending.

    What an id may not have becomes a hyphen; a name without a letter, as `20230509`, gets `article-`.
    """
    name = _UNFIT_FOR_ID.sub("-", unicodedata.normalize("NFC", stem)).strip("-.")
    name = _PASSAGE_ENDING.sub("-", name[:_MAX_ID_CHARACTERS]).rstrip("-.")
    return name if re.search(r"[^\W\d_]", name) else f"article-{name}".rstrip("-")


def _demand_words(text: str, body: Place) -> None:
    if not text.strip():
        raise body.fault("no text", "put the article's text here, or take the file out")
    if bad := _UNWRITABLE.search(text):
        line, column = line_and_column(text, bad.start())
        message = f"U+{ord(bad.group()):04X} in line {line}, column {column} of the text is no character"
        raise body.fault(message, "take it out")
