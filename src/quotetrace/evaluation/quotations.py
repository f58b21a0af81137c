"""Quotations and their speakers against those that people marked."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quotetrace.evaluation.figures import Figure, Sheet
from quotetrace.evaluation.pieces import ALIKE, Cutter, Piece, matches
from quotetrace.evaluation.scores import NO_SCORE, Score
from quotetrace.model import Evidence, Presentation
from quotetrace.text import fold, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from quotetrace.evaluation.gold import GoldQuotation
    from quotetrace.languages import Language
    from quotetrace.model import Quotation, Sentence, Speaker

EXACT = 1.0  # every letter and digit; marks and spaces at the edges do not count


@dataclass(frozen=True, slots=True)
class Reading:
    """What the program read in one article: its sentences and quotations, by the rules of its language."""

    text: str
    sentences: Sequence[Sentence]
    quotations: Sequence[Quotation]
    language: Language


@dataclass(slots=True)
class Counts:
    """What was counted in all articles so far."""

    spans: dict[float, Counter[tuple[Presentation, str]]] = field(default_factory=lambda: defaultdict(Counter))
    letters: Score = NO_SCORE
    speakers: Counter[tuple[Evidence, str]] = field(default_factory=Counter)


def measure_quotations(
    read: Mapping[str, Reading], gold: Sequence[GoldQuotation], articles: Iterable[str], speakers: Sequence[Speaker]
) -> list[Sheet]:
    """Compare the quotations *read* with *gold* in *articles*, all of whose quotations are in gold.

    *speakers* are the corpus' own: annotations may name one of them by id, by name or by an alias.
    """
    counts = Counts()
    known = {speaker.id: speaker for speaker in speakers}
    by_marks = not any(quotation.presentation for quotation in gold)
    of_article: dict[str, list[GoldQuotation]] = defaultdict(list)
    for quotation in gold:
        of_article[quotation.article].append(quotation)
    for article in sorted(articles):
        _count(read[article], of_article[article], counts, known, by_marks=by_marks)
    return [_spans_sheet(counts, by_marks=by_marks), _speakers_sheet(counts)]


def _count(
    read: Reading, gold: Sequence[GoldQuotation], counts: Counts, known: Mapping[str, Speaker], *, by_marks: bool
) -> None:
    cutter = Cutter(read.text, read.sentences, read.language)
    found = [cutter.found(quotation, by_marks=by_marks) for quotation in read.quotations]
    wanted = [piece for quotation in gold for piece in cutter.gold(quotation)]
    for least in (EXACT, ALIKE):
        _count_spans(found, wanted, counts.spans[least], least)
    here, there = (frozenset[int]().union(*(piece.letters for piece in pieces)) for pieces in (found, wanted))
    counts.letters += Score(len(here & there), len(here), len(there))
    for f, g in matches(found, wanted):
        evidence = read.quotations[f].evidence
        counts.speakers[evidence, "matched"] += 1
        counts.speakers[evidence, judge(found[f].speaker, wanted[g].speaker, known, read.language)] += 1


def _count_spans(
    found: Sequence[Piece], wanted: Sequence[Piece], counts: Counter[tuple[Presentation, str]], least: float
) -> None:
    """Count a match under the presentation that gold has, and what is wrong under the one that was found."""
    matched = dict(matches(found, wanted, least))
    for piece in wanted:
        counts[piece.presentation, "gold"] += 1
    for position, piece in enumerate(found):
        right = matched.get(position)
        presentation = piece.presentation if right is None else wanted[right].presentation
        counts[presentation, "predicted"] += 1
        counts[presentation, "right"] += right is not None


def judge(found: str, gold: str, known: Mapping[str, Speaker], language: Language) -> str:
    """Return whether a speaker is `right`, `wrong`, `uncertain` (nobody was named) or `unjudged` (gold has no name).

    *found* is a name, or the id of a speaker who is *known*; *gold* can also be another name that the corpus gives
    such a speaker. Right is who has a word of the name in common with gold: "Ortiz" and "Mayor Ana Ortiz". Gold that
    says "he" or "the senator" does not tell whom it means.
    """
    wanted = _known_as(gold, known, language)
    if wanted not in known and not _names_somebody(gold, language):
        return "unjudged"
    if not found:
        return "uncertain"
    names = [_name(speaker, known, language) for speaker in (found, wanted)]
    return "right" if found == wanted or names[0] & names[1] else "wrong"


def _known_as(name: str, known: Mapping[str, Speaker], language: Language) -> str:
    """Return the id of the speaker whom *name* is an alias of, else the name."""
    words = [word for word in _forms(name, language) if word not in language.determiners]
    for speaker in known.values():
        for alias in (speaker.name, *speaker.aliases):
            if words == [word for word in _forms(alias, language) if word not in language.determiners]:
                return speaker.id
    return name


def _names_somebody(name: str, language: Language) -> bool:
    words = zip(tokens(name), _forms(name, language), strict=True)
    return any(name[token.start].isupper() and word not in _nobody(language) for token, word in words)


def _name(speaker: str, known: Mapping[str, Speaker], language: Language) -> set[str]:
    """Return the words of a name, or of the one that a known speaker is shown by."""
    name = known[speaker].name if speaker in known else speaker
    return set(_forms(name, language)) - _nobody(language)


def _forms(name: str, language: Language) -> list[str]:
    """Return the folded words of a name without possessive endings."""
    words = [token.form for token in tokens(name)]
    for ending in language.possessive_endings:
        words = [word.removesuffix(fold(ending)) for word in words]
    return words


def _nobody(language: Language) -> frozenset[str]:
    return (
        language.openers | language.determiners | language.pronouns | language.plural_pronouns | language.office_nouns
    )


def _spans_sheet(counts: Counts, *, by_marks: bool) -> Sheet:
    kinds = "by the marks around them" if by_marks else "as annotated; what is wrong as it was found"
    about = (
        "Words within one sentence: with the same letters (exact), or with a Jaccard index of the letters of at least "
        f"{ALIKE} (alike). Presentations are {kinds}. Letters: how many are in a quotation at all."
    )
    figures = [
        Figure.of(f"{presentation}, {name}", score)
        for least, name in ((EXACT, "exact"), (ALIKE, "alike"))
        for presentation, score in _by_presentation(counts.spans[least])
    ]
    return Sheet("quotations", about, (*figures, Figure.of("letters", counts.letters)))


def _by_presentation(counts: Counter[tuple[Presentation, str]]) -> Iterator[tuple[str, Score]]:
    total = NO_SCORE
    for presentation in Presentation:
        score = Score(*(counts[presentation, what] for what in ("right", "predicted", "gold")))
        if score != NO_SCORE:
            yield presentation.value, score
        total += score
    yield "all", total


def _speakers_sheet(counts: Counts) -> Sheet:
    about = (
        "Speakers of the quotations that are alike, by how they were decided: right if the names have a word in "
        "common. Speakers whom gold does not name are not judged; nor is one whom the program leaves open."
    )
    told = counts.speakers
    shown = [evidence for evidence in Evidence if told[evidence, "right"] + told[evidence, "wrong"]]
    figures = [_speaker_figure(evidence.value, [evidence], told) for evidence in shown]
    everything = _speaker_figure("all", list(Evidence), told)
    matched, uncertain = (sum(told[evidence, what] for evidence in Evidence) for what in ("matched", "uncertain"))
    unsure = Figure.share("left open", uncertain, matched)
    return Sheet("speakers", about, (*figures, everything, unsure))


def _speaker_figure(name: str, of: Sequence[Evidence], told: Counter[tuple[Evidence, str]]) -> Figure:
    right, wrong = (sum(told[evidence, what] for evidence in of) for what in ("right", "wrong"))
    return Figure.share(name, right, right + wrong)
