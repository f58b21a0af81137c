"""Each passage of one version looks for itself in another version: how often the most similar one is the right one.

Recall at 1 is the share of the passages whose most similar passage of the other version is theirs. For the open-set
F1, the right answer is taken away for half of the passages: the most similar passage counts if it is right and as
similar as a threshold, the best one there is; an answer to a passage that has none is wrong.

Constants of the program were set on the passages at even places; figures are those of the passages at odd places,
which look among all. The words are weighed by all passages of both versions, and variants learnt from them, as the
program does with the passages of a corpus: neither needs to know which answer is right.
"""

from __future__ import annotations

from collections import defaultdict
from heapq import nlargest
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from rapidfuzz import fuzz, process

from quotetrace import languages
from quotetrace.matching.context import add_context
from quotetrace.matching.profiles import Ngrams, Profile, profiles
from quotetrace.matching.scoring import Pair, add_variants, pair_of, sure
from quotetrace.matching.variants import learn
from quotetrace.model import Evidence, Passage, Presentation, Sentence, SentenceKind
from tables import Table, figure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

# How many of the likeliest passages, by their rarest stems in common, are compared in full; and how many entries of
# the index are looked at for them.
COMPARED = 30
LOOKUPS = 3000
WORDS = "words with learnt variants"
CONTEXT = "in context: neighbours and rivals too"
BASELINES: dict[str, Callable[[str, str], float]] = {
    "ratio": fuzz.ratio,
    "token_set_ratio": fuzz.token_set_ratio,
    "token_sort_ratio": fuzz.token_sort_ratio,
}


class Hit(NamedTuple):
    """A passage that looks, by its place, the place of what it finds, and their similarity."""

    similarity: float
    looking: int
    found: int


class Result(NamedTuple):
    """Recall at 1 and open-set F1, both 0–1."""

    recall: float
    open_set: float


class Versions:
    """Two versions of one text, the passages at the same place being each other's answers, and their likely pairs."""

    def __init__(self, one: Sequence[str], other: Sequence[str]) -> None:
        self.size = len(one)
        texts = [*(("one", text) for text in one), *(("other", text) for text in other)]
        english = languages.get("en")
        everything = profiles((said(at, *text), english) for at, text in enumerate(texts))
        self.one, self.other = everything[: self.size], everything[self.size :]
        self._pairs = list(self._compared(Ngrams(everything, capacity=len(everything))))

    def _compared(self, ngrams: Ngrams) -> Iterator[Pair]:
        postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for at, profile in enumerate(self.other):
            for stem, weight in profile.stems.items():
                postings[stem].append((at, weight))
        for profile in self.one:
            for at in _likeliest(profile, postings):
                yield pair_of(profile, self.other[at], ngrams)

    def measured(self) -> dict[str, Result]:
        """Return how well each step of the program finds the answers."""
        hits, without = (self._hits(taken=taken) for taken in (False, True))
        return {step: Result(recall(hits[step]), open_set(without[step])) for step in hits}

    def _hits(self, *, taken: bool) -> dict[str, list[Hit]]:
        pairs = [
            Pair(pair.a, pair.b, pair.stems, pair.ngrams) for pair in self._pairs if not taken or self._is_left(pair)
        ]
        places = [(pair.a.index, pair.b.index - self.size) for pair in pairs]
        return {
            step: [Hit(value, *place) for value, place in zip(values, places, strict=True)]
            for step, values in steps(pairs)
        }

    def _is_left(self, pair: Pair) -> bool:
        return pair.b.index - self.size != pair.a.index or not is_taken(pair.a.index)

    def baseline(self, measure: Callable[[str, str], float], every: int) -> Result:
        """Return how well a measure of rapidfuzz finds the answers, for every so many passages that are judged."""
        choices = {at: profile.text for at, profile in enumerate(self.other)}
        looking = [at for at in range(self.size) if is_judged(at)][::every]
        hits, without = (
            [self._most_alike(at, choices, measure, taken=taken) for at in looking] for taken in (False, True)
        )
        return Result(recall(hits), open_set(without))

    def _most_alike(
        self, at: int, choices: Mapping[int, str], measure: Callable[[str, str], float], *, taken: bool
    ) -> Hit:
        left = {place: text for place, text in choices.items() if place != at} if taken and is_taken(at) else choices
        scorer = cast("Any", measure)  # rapidfuzz's own type of it asks for more than it uses
        _, similarity, found = process.extractOne(self.one[at].text, left, scorer=scorer)
        return Hit(similarity, at, found)


def said(at: int, article: str, text: str) -> Passage:
    """Return a text as a passage of somebody's speech."""
    sentence = Sentence(0, len(text), SentenceKind.SENTENCE, at)
    known = (Presentation.TRANSCRIPT, "", Evidence.TURN, 1.0, "")
    return Passage(f"{article}.{at}", article, 0, len(text), text, sentence, *known)


def _likeliest(profile: Profile, postings: Mapping[str, Sequence[tuple[int, float]]]) -> list[int]:
    """Return the places of the passages that share the most with *profile*, by its rarest stems."""
    shared: dict[int, float] = defaultdict(float)
    looked = 0
    for stem in sorted(profile.stems, key=lambda stem: (len(postings.get(stem, ())), stem)):
        found = postings.get(stem, ())
        looked += len(found)
        if looked > LOOKUPS and shared:
            break
        for at, weight in found:
            shared[at] += weight * profile.stems[stem]
    return nlargest(COMPARED, shared, key=lambda at: (shared[at], -at))


def is_judged(at: int) -> bool:
    """Tell whether the figures count the passage at a place: the program was tuned on the others."""
    return at % 2 == 1


def is_taken(at: int) -> bool:
    """Tell whether the answer of the passage at a place is taken away: of every second one that is judged, and not."""
    return at % 4 < 2


def recall(hits: Iterable[Hit]) -> float:
    """Return the share of the judged passages whose most similar one is theirs; one without any hit has none."""
    return _share(hit.found == hit.looking for hit in _first(hits))


def _share(right: Iterable[bool]) -> float:
    judged = list(right)
    return sum(judged) / len(judged)


def open_set(hits: Iterable[Hit]) -> float:
    """Return the F1 at the best threshold, where the answers of half of the passages were taken away."""
    first = sorted(_first(hits), reverse=True)
    answers = sum(not is_taken(hit.looking) for hit in first)
    right, best = 0, 0.0
    for found, hit in enumerate(first, 1):
        right += hit.found == hit.looking
        best = max(best, 2 * right / (found + answers))
    return best


def _first(hits: Iterable[Hit]) -> list[Hit]:
    """Return the most similar passage for each that is judged."""
    best: dict[int, Hit] = {}
    for hit in hits:
        if is_judged(hit.looking) and (hit.looking not in best or hit > best[hit.looking]):
            best[hit.looking] = hit
    return list(best.values())


def steps(pairs: list[Pair]) -> Iterator[tuple[str, list[float]]]:
    """Yield the similarities of *pairs* as the program makes them, step by step, with what each step adds."""
    yield "words", [pair.words for pair in pairs]
    add_variants(pairs, learn(list(sure(pairs))))
    values = [pair.words for pair in pairs]
    yield WORDS, values
    yield "each passage taken once, the surest first", each_once(pairs, values)
    add_context(pairs)
    yield CONTEXT, [pair.similarity for pair in pairs]


def each_once(pairs: list[Pair], values: list[float]) -> list[float]:
    """Return the values of the pairs that are left if no passage is taken twice, the surest first, and 0 for others."""
    taken: set[int] = set()
    kept = [0.0] * len(pairs)
    for at in sorted(range(len(pairs)), key=lambda at: -values[at]):
        places = {pairs[at].a.index, pairs[at].b.index}
        if not places & taken:
            taken |= places
            kept[at] = values[at]
    return kept


def rows(name: str, directions: Sequence[Versions], every: int = 1) -> Iterator[tuple[str, ...]]:
    """Yield a row for each baseline and each step of the program, the mean of the *directions*."""
    for measure, function in BASELINES.items():
        yield _row(name, measure, mean([versions.baseline(function, every) for versions in directions]))
    for step, result in measured(directions).items():
        yield _row(name, step, result)


def measured(directions: Sequence[Versions]) -> dict[str, Result]:
    """Return the results of each step of the program, the mean of the *directions*."""
    results = [versions.measured() for versions in directions]
    return {step: mean([result[step] for result in results]) for step in results[0]}


def mean(results: Sequence[Result]) -> Result:
    """Return the mean of some results."""
    return Result(*(sum(values) / len(results) for values in zip(*results, strict=True)))


def _row(name: str, measure: str, result: Result) -> tuple[str, ...]:
    return (name, measure, figure(result.recall), figure(result.open_set))


HEADER = ("set", "measure", "recall at 1", "open-set F1")


def table(about: str, drawn: Iterable[tuple[str, ...]]) -> Table:
    """Return the table of several sets."""
    return Table(about, HEADER, tuple(drawn))


def floors(section: str, sets: Mapping[str, Sequence[Versions]]) -> dict[str, float]:
    """Return the figures of the program's lexical evidence and of its whole similarity, by name."""
    found: dict[str, float] = {}
    for name, directions in sets.items():
        results = measured(directions)
        for step, short in ((WORDS, "words"), (CONTEXT, "context")):
            found[f"{section}.{name}, {short}, recall"] = results[step].recall
            found[f"{section}.{name}, {short}, open-set F1"] = results[step].open_set
    return found
