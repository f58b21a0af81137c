"""Measure whom pronouns and offices are taken for, on subjects of reporting clauses that one reader resolved.

    python benchmarks/speakers.py [FOLDER]

FOLDER holds `text/*.txt`, the articles of PolNeAR's development set; it is `../shared/bench/quotes` beside the
repository by default. The annotations are `tests/data/speakers.jsonl`: offsets of a subject ("she", "the senator")
that is the source of an attribution in PolNeAR, and of a mention that names the person, or null where the article
never does. The cases were drawn at random: at most two pronouns and four offices an article. The articles are halved
at random: the rules were written with one half in view (`development`), the other was only measured (`check`).

How it is counted:

- An answer is right if it can be the name of the person named. Where the article names nobody, every name is wrong,
  and a phrase without a name ("his lawyer") is none.
- `accuracy` is over all cases: no answer is right only where nobody is named. `answered` is the share of the cases
  with a name for an answer, `accuracy if answered` is over these.
- `last speaker` answers with whoever a reporting clause named last, `last person named` with the last personal name
  outside of quotation marks, as the program finds both.
- The margin over a baseline is the difference of the accuracies; its interval holds 95 % of 10,000 resamples of
  articles (bootstrap; Efron and Tibshirani 1993), because the cases of one article are not independent.
"""

from __future__ import annotations

import json
import random
import sys
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from gold import REPOSITORY, SHARED
from quotetrace import languages
from quotetrace.model import Evidence
from quotetrace.people.attribution import Cast
from quotetrace.people.names import mentions, words_of
from quotetrace.people.namesakes import same_person
from quotetrace.sentences import split
from quotetrace.speech.discourse import learn, outer_text
from quotetrace.speech.lines import read_lines
from tables import Table, figure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from quotetrace.speech.lines import Line

QUOTES = SHARED / "bench" / "quotes"
CASES = REPOSITORY / "tests" / "data" / "speakers.jsonl"
HALVES = ("development", "check")
KINDS = ("pronoun", "title")
RESAMPLES = 10_000
SEED = 1
EN = languages.get("en")


@dataclass(frozen=True, slots=True)
class Case:
    """A subject of an article, and the mention that names the person, None where there is none."""

    article: str
    kind: str
    half: str
    subject: tuple[int, int]
    name: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What the program and the baselines say to a case: names, empty for no answer."""

    case: Case
    name: str  # the right one, empty where the article has none
    program: str
    last_speaker: str
    last_named: str


def cases(path: Path = CASES) -> list[Case]:
    """Read the annotations."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [
        Case(
            row["article"],
            row["kind"],
            row["half"],
            (row["start"], row["end"]),
            None if row["name_start"] is None else (row["name_start"], row["name_end"]),
        )
        for row in rows
    ]


def answers(folder: Path) -> list[Answer]:
    """Answer all cases, article by article."""
    found: list[Answer] = []
    for article, group in groupby(cases(), key=lambda case: case.article):
        text = (folder / "text" / f"{article}.txt").read_bytes().decode("utf-8")
        found.extend(_answered(text, list(group)))
    return found


def _answered(text: str, wanted: Sequence[Case]) -> Iterator[Answer]:
    """Read an article as the program does, and ask it at the subject of each case."""
    cast = Cast((), EN)
    lines = read_lines(text, split(text, EN), EN)
    learn(text, lines, cast)
    last_speaker = last_named = ""
    for line in lines:
        if line.span.start == line.sentence.start:
            cast.turn_to_next_sentence()
        at = line.span.start
        for start, end, case in _subjects(line, wanted):
            cast.read_on(outer_text(text, line, at, start))
            said_by = cast.resolve(text[start:end])
            at = end
            if case:
                name = text[slice(*case.name)] if case.name else ""
                nearest = _last_named(outer_text(text, line, line.span.start, start)) or last_named
                yield Answer(case, name, said_by.speaker, last_speaker, nearest)
            if said_by.evidence is Evidence.CUE:
                last_speaker = said_by.speaker
        cast.read_on(outer_text(text, line, at, line.span.end))
        last_named = _last_named(outer_text(text, line, line.span.start, line.span.end)) or last_named


def _subjects(line: Line, wanted: Sequence[Case]) -> list[tuple[int, int, Case | None]]:
    """Return the subjects of a sentence in order: those that the program finds, and those of the cases."""
    here = [(*case.subject, case) for case in wanted if line.span.start <= case.subject[0] < line.span.end]
    subject = line.clause.subject if line.clause else None
    found = [(subject.start, subject.end, None)] if subject else []
    others = [one for one in found if not any(one[0] < end and start < one[1] for start, end, _ in here)]
    return sorted([*here, *others], key=lambda subject: subject[0])


def _last_named(text: str) -> str:
    named = [" ".join(mention.name) for mention in mentions(text, EN)]
    return named[-1] if named else ""


def is_right(answer: str, name: str) -> bool:
    """Tell whether *answer* can be the name of the person named; empty means nobody."""
    if not name:
        return not is_name(answer)
    return same_person(words_of(answer), words_of(name))


def is_name(answer: str) -> bool:
    """Tell a name from a phrase that names nobody: "former doctor"."""
    return any(word[0].isupper() for word in answer.split()[-1:])


@dataclass(frozen=True, slots=True)
class Tally:
    """How many cases there are, how many have an answer, and how many answers are right."""

    cases: int
    right: int
    answered: int
    right_answers: int

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, str]]) -> Tally:
        """Count pairs of an answer and the right name."""
        judged = [(is_name(answer), is_right(answer, name)) for answer, name in pairs]
        answered = [right for named, right in judged if named]
        return cls(len(judged), sum(right for _, right in judged), len(answered), sum(answered))

    @property
    def accuracy(self) -> float:
        """The share of all cases that are right."""
        return self.right / self.cases

    @property
    def accuracy_if_answered(self) -> float:
        """The share of the answers that are right."""
        return self.right_answers / self.answered if self.answered else 0.0


METHODS: dict[str, Callable[[Answer], str]] = {
    "program": lambda answer: answer.program,
    "last speaker": lambda answer: answer.last_speaker,
    "last person named": lambda answer: answer.last_named,
}


def margin(found: Sequence[Answer], baseline: str) -> tuple[float, float, float]:
    """Return by how much the program's accuracy is above that of *baseline*, and the bounds of the interval."""
    by_article = [
        [_gain(answer, baseline) for answer in group] for _, group in groupby(found, lambda one: one.case.article)
    ]
    rng = random.Random(SEED)  # noqa: S311 -- resampling, no secret
    resampled = sorted(_mean(rng.choices(by_article, k=len(by_article))) for _ in range(RESAMPLES))
    return _mean(by_article), resampled[int(0.025 * RESAMPLES)], resampled[int(0.975 * RESAMPLES)]


def _gain(answer: Answer, baseline: str) -> int:
    ours, theirs = (is_right(METHODS[method](answer), answer.name) for method in ("program", baseline))
    return ours - theirs


def _mean(groups: Sequence[Sequence[int]]) -> float:
    return sum(map(sum, groups)) / sum(map(len, groups))


def files(folder: Path) -> list[Path]:
    """Return the files that the scores are measured on."""
    return [CASES, *sorted({folder / "text" / f"{case.article}.txt" for case in cases()})]


def tables(folder: Path) -> list[Table]:
    """Return the scores by half, kind and method, and the margins over the baselines."""
    found = answers(folder)
    rows = [row for half in HALVES for kind in (*KINDS, "all") for row in _rows(found, half, kind)]
    margins = [_margin_row(found, half, baseline) for half in (*HALVES, "all") for baseline in list(METHODS)[1:]]
    return [
        Table(
            "Whom pronouns and offices mean.",
            ("half", "subject", "method", "cases", "accuracy", "answered", "accuracy if answered"),
            tuple(rows),
        ),
        Table("The program's accuracy above a baseline's.", ("half", "baseline", "margin", "95 %"), tuple(margins)),
    ]


def chosen(found: Sequence[Answer], half: str, kind: str = "all") -> list[Answer]:
    """Return the answers to one half and one kind of the cases, or to `all`."""
    return [answer for answer in found if half in ("all", answer.case.half) and kind in ("all", answer.case.kind)]


def _rows(found: Sequence[Answer], half: str, kind: str) -> Iterator[tuple[str, ...]]:
    of_kind = chosen(found, half, kind)
    for method, answer_of in METHODS.items():
        tally = Tally.of((answer_of(answer), answer.name) for answer in of_kind)
        shares = (tally.accuracy, tally.answered / tally.cases, tally.accuracy_if_answered)
        yield (half, kind, method, str(tally.cases), *map(figure, shares))


def _margin_row(found: Sequence[Answer], half: str, baseline: str) -> tuple[str, ...]:
    mean, low, high = margin(chosen(found, half), baseline)
    return half, baseline, f"{mean:+.3f}", f"{low:+.3f} to {high:+.3f}"


def floors(folder: Path) -> dict[str, float]:
    """Return the figures that must not fall, by name."""
    found = answers(folder)
    program = Tally.of((answer.program, answer.name) for answer in found)
    return {
        "speakers.accuracy": program.accuracy,
        "speakers.accuracy_if_answered": program.accuracy_if_answered,
        "speakers.above_last_speaker": margin(found, "last speaker")[0],
    }


def main() -> None:
    """Print the tables, or why there are none."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else QUOTES
    if not (folder / "text").is_dir():
        print(f"speakers: skipped, no {folder / 'text'}")
        return
    print("\n".join(table.as_text() for table in tables(folder)))


if __name__ == "__main__":
    main()
