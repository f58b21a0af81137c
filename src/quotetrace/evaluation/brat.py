"""Annotations in brat's standoff form (Stenetorp et al., 2012; brat.nlplab.org/standoff.html).

A quotation is an entity `Content`, `Quotation` or `Quote`. Its `Source` or `Speaker` and its `Cue` are linked to it by
an event that names them by role, as in PolNeAR (Newell, Margolin and Ruths, 2018), or by a relation of the two
entities. An attribute named `Presentation` gives `direct`, `mixed` or `indirect`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quotetrace.evaluation.gold import GoldQuotation
from quotetrace.evaluation.rows import unknown_article
from quotetrace.model import Presentation
from quotetrace.reading.decoding import read_text
from quotetrace.reading.faults import Place, collect, known_hint, report, shown
from quotetrace.reading.metadata import id_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from quotetrace.errors import InputError
    from quotetrace.evaluation.gold import Gold
    from quotetrace.model import Article

ENDING = ".ann"
_ROLES = {"content": "content", "quotation": "content", "quote": "content"} | {
    "source": "source",
    "speaker": "source",
    "cue": "cue",
}
_ENTITY = re.compile(r"(?P<id>T\d+)\t(?P<type>\S+) (?P<places>\d+ \d+(?:;\d+ \d+)*)(?:\t(?P<text>.*))?")
_LINKS = re.compile(r"[ER]\d+\t(?P<type>\S+)(?P<roles>(?: \S+:[TE]\d+)*)\s*")
_ATTRIBUTE = re.compile(r"[AM]\d+\t(?P<name>\S+) (?P<of>[TER]\d+)(?: (?P<value>.+?))?\s*")
_LINE_FORMS = "T1<tab>Content 12 34<tab>its words, or E1<tab>Attribution:T4 Content:T1 Source:T2"

Places = tuple[tuple[int, int], ...]


@dataclass(slots=True)
class _Standoff:
    """The lines of a file, read: entities by id with their role and places, and what links them."""

    roles: dict[str, str] = field(default_factory=dict)
    places: dict[str, Places] = field(default_factory=dict)
    links: list[tuple[Place, list[tuple[str, str]]]] = field(default_factory=list)  # role and entity
    presentations: dict[str, str] = field(default_factory=dict)


def read_brat(path: Path, gold: Gold, articles: Mapping[str, Article]) -> None:
    """Add the quotations in the file at *path* to *gold*; its name tells of which article they are.

    `NAME.ann` is about the article NAME, and so is `NAME_XXXX.ann`, where XXXX names who annotated it. Of several
    files about one article the first by name counts. Raise InputError for a fault, CorpusError for several.
    """
    article = _article_of(path, articles)
    if article.id in gold.quoted_articles:
        gold.notes.append(f"{path.name} is passed over: another file has the quotations of {article.id}")
        return
    faults: list[InputError] = []
    standoff = _Standoff()
    for number, line in enumerate(_text_of(path).split("\n"), start=1):
        with collect(faults):
            _read_line(line.rstrip("\r"), Place(path, number), standoff, article)
    report(faults, path)
    gold.quotations.extend(_quotations(standoff, article))
    gold.quoted_articles.add(article.id)


def _text_of(path: Path) -> str:
    """Return the text of a file, which is empty where nothing was found to annotate."""
    return read_text(path) if path.stat().st_size else ""


def _article_of(path: Path, articles: Mapping[str, Article]) -> Article:
    for stem in (path.stem, path.stem.rpartition("_")[0]):
        if stem and (article := articles.get(stem) or articles.get(id_of(stem))):
            return article
    raise unknown_article(path.stem, Place(path), articles)


def _read_line(line: str, place: Place, standoff: _Standoff, article: Article) -> None:
    if not line.strip() or line[0] in "#*N":  # notes, equivalences, links to data bases
        return
    if line[0] == "T" and (found := _ENTITY.fullmatch(line)):
        standoff.roles[found["id"]] = _role(found["type"])
        standoff.places[found["id"]] = _places(found, place, article)
    elif line[0] in "ER" and (found := _LINKS.fullmatch(line)):
        roles = [role.split(":") for role in found["roles"].split()]
        standoff.links.append((place, [(role, id_) for role, id_ in roles if id_.startswith("T")]))
    elif line[0] in "AM" and (found := _ATTRIBUTE.fullmatch(line)):
        if found["name"].lower() == "presentation":
            standoff.presentations[found["of"]] = _presentation(found["value"] or "", place)
    else:
        raise place.fault(f"no line of brat's: {shown(line)}", f"write {_LINE_FORMS}")


def _role(name: str) -> str:
    """Return what an entity or an argument is: `Content2` is another part of the content."""
    return _ROLES.get(name.lower().rstrip("0123456789"), "")


def _places(entity: re.Match[str], place: Place, article: Article) -> Places:
    spans = tuple((int(start), int(end)) for start, end in (span.split() for span in entity["places"].split(";")))
    if any(not 0 <= start < end <= len(article.text) for start, end in spans):
        message = f"{entity['places']} is no stretch of {shown(article.id)}, which has {len(article.text)} characters"
        raise place.fault(message, "annotate the article's text without its header")
    words = " ".join(article.text[start:end] for start, end in spans)
    if entity["text"] is not None and words.split() != entity["text"].split():
        message = f"{entity['places']} of {shown(article.id)} is {shown(words)}, and not {shown(entity['text'])}"
        raise place.fault(message, "give the text that was annotated, without a header, as NAME.txt")
    return spans


def _presentation(value: str, place: Place) -> str:
    known = [presentation.value for presentation in Presentation if presentation is not Presentation.NARRATION]
    if value.lower() not in known:
        raise place.fault(f"Presentation: {shown(value)} is unknown", known_hint(value, known))
    return value.lower()


def _quotations(standoff: _Standoff, article: Article) -> Iterator[GoldQuotation]:
    """Yield the quotations: what each link joins, and each content that nothing is linked to."""
    linked: set[str] = set()
    for link in _links(standoff):
        if link["content"]:
            linked.update(link["content"])
            yield _quotation(link, standoff, article)
    for id_, role in standoff.roles.items():
        if role == "content" and id_ not in linked:
            yield _quotation({"content": [id_]}, standoff, article)


def _links(standoff: _Standoff) -> Iterator[dict[str, list[str]]]:
    """Yield the entities that are linked, by their role; the relations of one content are one link."""
    of_content: dict[str, dict[str, list[str]]] = {}
    for place, entities in standoff.links:
        link: dict[str, list[str]] = defaultdict(list)
        for role, id_ in entities:
            if id_ not in standoff.roles:
                raise place.fault(f"there is no {id_}", "add its line, or take this one out")
            link[_role(role) or standoff.roles[id_]].append(id_)
        if link["content"]:
            before = of_content.setdefault(link["content"][0], defaultdict(list))
            for role, ids in link.items():
                before[role] += [id_ for id_ in ids if id_ not in before[role]]
    yield from of_content.values()


def _quotation(link: Mapping[str, list[str]], standoff: _Standoff, article: Article) -> GoldQuotation:
    def words(role: str) -> str:
        spans = (span for id_ in link.get(role, ()) for span in standoff.places[id_])
        return " ".join(article.text[start:end] for start, end in spans)

    spans = sorted(span for id_ in link["content"] for span in standoff.places[id_])
    presentation = next((standoff.presentations[id_] for id_ in link["content"] if id_ in standoff.presentations), "")
    return GoldQuotation(article.id, tuple(spans), presentation, words("source"), words("cue"))
