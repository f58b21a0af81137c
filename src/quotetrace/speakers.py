"""One speaker among several: whom a name on the command line means, and what of a trace is that speaker's."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quotetrace.errors import UsageError
from quotetrace.nearest import nearest
from quotetrace.people.namesakes import same_person
from quotetrace.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from quotetrace.compare import Comparison, Pair
    from quotetrace.model import Corpus, Passage, Remark, Trace


def resolve_speaker(trace: Trace, name: str) -> str:
    """Return the speaker that *name* means: a tracked one's id, by id, name or alias, else a name of the articles.

    Raises UsageError where nobody or several are called so, with the nearest names.
    """
    wanted = fold(" ".join(name.split()))
    known = trace.corpus.speakers
    found = [one.id for one in known if wanted in (fold(one.id), fold(one.name))]
    found = found or [one.id for one in known if wanted in map(fold, one.aliases)]
    found = found or _untracked(trace, wanted)
    if len(found) > 1:
        raise UsageError(f"{name!r} may be any of: {', '.join(found)}", "name one of them")
    if not found:
        raise UsageError(f"no speaker is called {name!r}", _hint(trace, wanted))
    return found[0]


def _untracked(trace: Trace, wanted: str) -> list[str]:
    """Return the speakers that only the articles name so, in full or by surname."""
    tracked = {speaker.id for speaker in trace.corpus.speakers}
    labels = dict.fromkeys(passage.speaker for passage in trace.passages if passage.speaker not in tracked | {""})
    exact = [label for label in labels if fold(label) == wanted]
    return exact or [label for label in labels if wanted and same_person(fold(label).split(), wanted.split())]


def _hint(trace: Trace, wanted: str) -> str:
    names = [name for one in trace.corpus.speakers for name in (one.id, one.name, *one.aliases)]
    names += [passage.speaker for passage in trace.passages if passage.speaker]
    near = nearest(wanted, dict.fromkeys(names))
    tracked = ", ".join(speaker.id for speaker in trace.corpus.speakers) or "nobody"
    listed = f"tracked here: {tracked}"
    return f"did you mean {near[0]}? {listed}" if near else listed


def only_of(trace: Trace, name: str) -> Trace:
    """Return what of a trace is of the speaker that *name* means: remarks whole, alignments if one side is his.

    The passages stay, of everybody: they tell what stands around a speaker's words.
    """
    said = _said_by(trace, name)
    return replace(
        trace,
        alignments=tuple(one for one in trace.alignments if said(one.a) or said(one.b)),
        remarks=tuple(remark for remark in trace.remarks if _holds(remark, said)),
    )


def only_compared(trace: Trace, found: Comparison, name: str) -> Comparison:
    """Return what of a comparison is of the speaker that *name* means: pairs if one side is his."""
    said = _said_by(trace, name)

    def pairs(of: Iterable[Pair]) -> tuple[Pair, ...]:
        return tuple(pair for pair in of if said(pair.a) or said(pair.b))

    return replace(
        found,
        both=pairs(found.both),
        restated=pairs(found.restated),
        only_a=tuple(filter(said, found.only_a)),
        only_b=tuple(filter(said, found.only_b)),
    )


def demand_speaker(trace: Trace, passages: Iterable[Passage], name: str) -> None:
    """Raise UsageError if one of the passages is not of the speaker that *name* means."""
    said = _said_by(trace, name)
    for passage in passages:
        if not said(passage):
            whose = display_name(trace.corpus, passage.speaker) or "an uncertain speaker"
            raise UsageError(
                f"{passage.id} is of {whose}, not of {name}", "leave --speaker out, or name another passage"
            )


def only_articles(trace: Trace, name: str) -> Corpus:
    """Return the corpus with the articles alone that report the speaker whom *name* means."""
    said = _said_by(trace, name)
    reporting = {passage.article for passage in trace.passages if said(passage)}
    return replace(trace.corpus, articles=tuple(one for one in trace.corpus.articles if one.id in reporting))


def display_name(corpus: Corpus, speaker: str) -> str:
    """Return the name of a speaker: of a tracked one as `corpus.yaml` has it, else as it is."""
    known = {one.id: one.name for one in corpus.speakers}
    return known.get(speaker, speaker)


def _said_by(trace: Trace, name: str) -> Callable[[Passage], bool]:
    """Return what tells whether a passage is of the speaker that *name* means, in whatever spelling."""
    speaker = resolve_speaker(trace, name)
    tracked: set[str] = {one.id for one in trace.corpus.speakers}

    def said(passage: Passage) -> bool:
        if passage.speaker == speaker:
            return True
        untracked = passage.speaker and not {speaker, passage.speaker} & tracked
        return bool(untracked) and same_person(speaker.split(), passage.speaker.split())

    return said


def _holds(remark: Remark, said: Callable[[Passage], bool]) -> bool:
    return any(said(variant.passage) for variant in remark.variants)
