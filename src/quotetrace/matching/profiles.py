"""What two passages are compared by: stems and character n-grams, weighted by their rarity in the corpus at hand.

The weights are inverse document frequencies (Spärck Jones 1972) over the passages themselves, so that no list of
stop words decides what matters.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from math import fsum, log, sqrt
from typing import TYPE_CHECKING, TypeVar

from rapidfuzz import fuzz

from quotetrace.passages import spoken
from quotetrace.text import stem, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from quotetrace.languages import Language
    from quotetrace.model import Passage

# Letters at a time: 4 finds .01 more of the translations from Czech than 5 (benchmarks/translations.py), and as many
# verses; 3 aligns the annotated articles worse (benchmarks/alignments.py).
NGRAM = 4
# Added to document counts, as a share of all passages, so that below it rarity hardly rises: what only one of several
# versions has would else outweigh all that they have in common. Half a passage instead finds .83 of the verses
# (benchmarks/bible.py), a hundredth .86, a fiftieth .87; the annotated articles are aligned worse from a fiftieth on.
COMMON = 0.003


# What the order of the characters counts for beside the n-grams. A quarter finds .01 more of the verses and of the
# translations from Czech than none and aligns the annotated articles as well; more costs the latter (the same
# benchmarks).
ORDER = 0.25
# The share of characters in order that passages without a word in common have by chance.
CHANCE = 0.4

_Key = TypeVar("_Key", str, int)


@dataclass(eq=False)
class Profile:
    """A passage as it is compared: *stems* is a unit vector, *forms* its words in order."""

    index: int  # among the profiles of the corpus
    passage: Passage
    forms: tuple[str, ...]
    stems: dict[str, float]
    is_question: bool  # put to a speaker, in a transcript
    decisive: tuple[str, ...]  # the words by which one changes the meaning: numbers and negations
    language: str = ""  # the code of the language that its words were read in

    @cached_property
    def text(self) -> str:
        """The words in their order, for n-grams and rapidfuzz."""
        return " ".join(self.forms)

    @cached_property
    def sorted_words(self) -> str:
        """The words in alphabetical order, for rapidfuzz."""
        return " ".join(sorted(self.forms))


def profiles(passages: Iterable[tuple[Passage, Language]]) -> list[Profile]:
    """Return the profiles of *passages*, each given with the language of its article."""
    read = [(passage, language, _forms(passage)) for passage, language in passages]
    counts = [Counter(stem(form, language.stemmer) for form in forms) for _, language, forms in read]
    rarity = _rarity(counts, len(counts))
    return [
        Profile(
            index=index,
            passage=passage,
            forms=forms,
            stems=_unit({key: found * rarity[key] for key, found in count.items()}),
            decisive=tuple(sorted(form for form in forms if form[0].isdigit() or language.is_negator(form))),
            language=language.code,
            is_question=passage.speaker.casefold().partition(" ")[0] in language.question_labels,
        )
        for index, ((passage, language, forms), count) in enumerate(zip(read, counts, strict=True))
    ]


def _forms(passage: Passage) -> tuple[str, ...]:
    """Return the words of a passage; a reporting clause inside it is left out."""
    return tuple(token.form for token in tokens(spoken(passage)))


def _rarity(keys: Iterable[Iterable[str]], passages: int) -> dict[str, float]:
    """Return the weight of each key; *keys* are those of each of the *passages*, each once."""
    frequencies = Counter(chain.from_iterable(keys))
    common = COMMON * passages
    return {key: log((passages + common + 0.5) / (found + common)) for key, found in frequencies.items()}


def _unit(vector: dict[_Key, float]) -> dict[_Key, float]:
    length = sqrt(fsum([weight * weight for weight in vector.values()]))
    return {key: weight / length for key, weight in vector.items()} if length else vector


class Ngrams:
    """The character n-grams of profiles as unit vectors, made when they are first asked for.

    They are large, so that only the *capacity* last used ones are kept.
    """

    def __init__(self, of: Sequence[Profile], capacity: int = 16384) -> None:
        rarity = _rarity((set(_ngrams(profile)) for profile in of), len(of))
        # By numbers the n-grams are found faster than by their letters, and each is kept once.
        self._known = {gram: (number, weight) for number, (gram, weight) in enumerate(rarity.items())}
        self._capacity = capacity
        self._made: dict[int, dict[int, float]] = {}

    def alike(self, a: Profile, b: Profile) -> float:
        """Return how alike the characters of two profiles are, 0–1: the cosine of their n-grams, and their order.

        For the order: how much of them is a common subsequence, over what chance gives.
        """
        if a.forms == b.forms:
            return 1.0
        order = max(0.0, fuzz.ratio(a.text, b.text) / 100 - CHANCE) / (1 - CHANCE)
        return (1 - ORDER) * dot(self._vector(a), self._vector(b)) + ORDER * order

    def _vector(self, profile: Profile) -> dict[int, float]:
        made = self._made.pop(profile.index, None)
        if made is None:
            counts = Counter(_ngrams(profile))
            known = zip(map(self._known.__getitem__, counts), counts.values(), strict=True)
            made = _unit({gram: weight if found == 1 else (1 + log(found)) * weight for (gram, weight), found in known})
            if len(self._made) >= self._capacity:
                del self._made[next(iter(self._made))]
        self._made[profile.index] = made
        return made


def _ngrams(profile: Profile) -> list[str]:
    text = f" {profile.text} "
    return [text[at : at + NGRAM] for at in range(max(1, len(text) - NGRAM + 1))]


def dot(a: Mapping[_Key, float], b: Mapping[_Key, float]) -> float:
    """Return the dot product of two sparse vectors: for unit vectors, their cosine."""
    if len(a) > len(b):
        a, b = b, a
    # The keys' order may differ from run to run; fsum is exact whatever it is.
    return fsum([weight * b[key] for key, weight in a.items() if key in b])


def share(part: Profile, whole: Profile) -> float:
    """Return the share of the weight of *part* in stems that *whole* has too, 0–1."""
    return fsum([part.stems[key] ** 2 for key in part.stems.keys() & whole.stems.keys()])
