"""Which words of two texts stand for each other.

Words that are alike are linked first where the words around them are alike too, wherever they stand, so that a clause
that has moved is found (as in Wise, String Similarity via Greedy String Tiling, 1993; the surest link first, as in
Melamed, Models of Translational Equivalence among Words, 2000). Function words follow the words around them.
What is left between the same linked words stands in the same slot: "response" and "reaction".

`benchmarks/word_align.py` measures the links against those that people drew.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from itertools import pairwise, product
from types import MappingProxyType
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from quotetrace.text import stem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from quotetrace.languages import Language

    Link = tuple[int, int]
    Variants = Mapping[str, Mapping[str, float]]

# The constants were set on the training part of Edinburgh++ (Cohn, Callison-Burch and Lapata, Constructing Corpora
# for the Development and Evaluation of Paraphrase Systems, 2008). F1 moves by .005 at most if one is halved or doubled.
# How alike two words are, 0-1; two of the same form are 1.
_SAME_STEM = 0.9
_SAME_BEGINNING = 0.7
# A beginning in common: so many letters, and that share of the shorter word.
_BEGINNING = 4
_SHARE_OF_BEGINNING = 0.6
# Two words in one slot are spellings of each other from this similarity on.
_SAME_SPELLING = 0.75
# What a function word weighs where words of content weigh 1.
_LIGHT = 0.3
# What the words around add if they are alike, by their distance, and what a difference in relative position takes away.
_SUPPORT = ((1, 0.3), (-1, 0.3), (2, 0.2), (-2, 0.2), (3, 0.1), (-3, 0.1))
_DISTORTION = 0.6
# A run of the same words in the same order is taken as it is from so many words of content on.
_CONTENT_OF_RUN = 2
# A linked word on one side alone vouches for function words that are so near, and not more unequally near than that.
_REACH = 4
_UNEVEN = 2
# A slot with more words of content on one side says nothing about which stands for which.
_LARGEST_SLOT = 3
# A word that is repeated is compared with so many of its places in the other text, the nearest by relative position.
_PLACES = 8
_LIGHTNESS_CACHE_SIZE = 1 << 10  # a text is compared with several

NO_VARIANTS: Variants = MappingProxyType({})


def align(a: Sequence[str], b: Sequence[str], language: Language, variants: Variants = NO_VARIANTS) -> list[Link]:
    """Return the words of *a* and *b* that stand for each other, as pairs of indices in order.

    Words are folded forms (`text.fold`); one of them can be linked to several. *variants* are, by stem, the stems that
    stand for it in the corpus at hand with a weight of 0-1, listed both ways. The links from *b* to *a* are the same.
    """
    ours, theirs = tuple(a), tuple(b)
    if ours > theirs:  # which of two equal links is taken depends on the order of the texts
        return sorted((i, j) for j, i in _Alignment(theirs, ours, language, variants).links())
    return sorted(_Alignment(ours, theirs, language, variants).links())


@lru_cache(_LIGHTNESS_CACHE_SIZE)
def lightness(forms: tuple[str, ...], function_words: frozenset[str]) -> tuple[bool, ...]:
    """Tell of each word whether it says little by itself: a function word, or a mark."""
    return tuple(form in function_words or not form[0].isalnum() for form in forms)


class _Alignment:
    """Two texts whose words are linked step by step."""

    def __init__(self, a: tuple[str, ...], b: tuple[str, ...], language: Language, variants: Variants) -> None:
        self.a, self.b = a, b
        self.language = language
        self.variants = variants
        self.light_a = lightness(a, language.function_words)
        self.light_b = lightness(b, language.function_words)
        # The ends of the texts stand for each other.
        self.to_b = {-1: -1, len(a): len(b)}
        self.to_a = {-1: -1, len(b): len(a)}

    def links(self) -> set[Link]:
        """Link all words that can be, and return the links."""
        self._link_runs()
        alike = self._alike()
        content = {pair: -self._score(pair, alike) for pair in alike if not self.light_a[pair[0]]}
        for pair in sorted(content, key=lambda pair: (content[pair], pair)):
            self._link(*pair)
        self._link_light([pair for pair in alike if self.light_a[pair[0]]])
        slots = {link for slot in self._slots() for link in self._in_slot(*slot)}
        return slots | {(i, j) for i, j in self.to_b.items() if 0 <= i < len(self.a)}

    def _link(self, i: int, j: int) -> None:
        if self._free(i, j):
            self.to_b[i], self.to_a[j] = j, i

    def _free(self, i: int, j: int) -> bool:
        return i not in self.to_b and j not in self.to_a

    def _link_runs(self) -> None:
        """Link long runs of the same words in the same order: they need no weighing."""
        for run in Indel.opcodes(self.a, self.b):
            light = self.light_a[run.src_start : run.src_end]
            if run.tag == "equal" and light.count(False) >= _CONTENT_OF_RUN:
                ours, theirs = range(run.src_start, run.src_end), range(run.dest_start, run.dest_end)
                self.to_b.update(zip(ours, theirs, strict=True))
                self.to_a.update(zip(theirs, ours, strict=True))

    def _alike(self) -> dict[Link, float]:
        """Return the free words that are alike, with how much they weigh."""
        ours = [i for i in range(len(self.a)) if i not in self.to_b]
        theirs = [j for j in range(len(self.b)) if j not in self.to_a]
        if not ours or not theirs:
            return {}
        places = _Places(self, theirs)
        pace = len(self.b) / len(self.a)
        found: dict[Link, float] = {}
        for i in ours:
            alike = places.same if self.light_a[i] else places.alike
            for j, weight in alike(self.a[i], i * pace):
                found[i, j] = weight
        return found

    def key(self, form: str) -> str:
        """Return the stem of a word; of a number the digits, however it is written."""
        if form[0].isdigit():
            return form.replace(",", "")
        value = self.language.number_words.get(form)
        return stem(form, self.language.stemmer) if value is None else str(value)

    def _score(self, pair: Link, alike: Mapping[Link, float]) -> float:
        i, j = pair
        score = alike[pair] - _DISTORTION * abs((i + 0.5) / len(self.a) - (j + 0.5) / len(self.b))
        for step, weight in _SUPPORT:
            near = i + step, j + step
            if near in alike:
                score += weight * alike[near]
            elif self.to_b.get(near[0]) == near[1]:
                score += weight
        return score

    def _link_light(self, alike: Iterable[Link]) -> None:
        """Link function words that the linked words around them vouch for, the nearest first, until none is left."""
        pending = self._vouched(alike)
        while pending:
            for pair in sorted(pending, key=lambda pair: (-pending[pair], pair)):
                self._link(*pair)
            pending = self._vouched(alike)

    def _vouched(self, alike: Iterable[Link]) -> dict[Link, float]:
        """Return the free pairs that the next linked words make stand for each other, with how surely they do, 0-1."""
        free = [pair for pair in alike if self._free(*pair)]
        if not free:
            return {}
        sides = list(zip(_next_in(self.to_b, len(self.a)), _next_in(self.to_a, len(self.b)), strict=True))
        found: dict[Link, float] = {}
        for i, j in free:
            around = [(ours[i], theirs[j]) for ours, theirs in sides if self.to_b[ours[i]] == theirs[j]]
            near = [(abs(k - i), abs(m - j)) for k, m in around]
            if len(near) == 1 and (max(near[0]) > _REACH or abs(near[0][0] - near[0][1]) > _UNEVEN):
                continue
            if near:
                found[i, j] = sum(1 / (ours + theirs) for ours, theirs in near)
        return found

    def _slots(self) -> Iterator[tuple[range, range]]:
        """Yield the free words between two links that follow each other in both texts."""
        following = dict(pairwise(sorted(self.to_a)))
        for (i, j), (k, m) in pairwise(sorted(self.to_b.items())):
            if k - i > 1 and m - j > 1 and following.get(j) == m:
                yield range(i + 1, k), range(j + 1, m)

    def _in_slot(self, ours: Sequence[int], theirs: Sequence[int]) -> Iterable[Link]:
        """Return which words of one slot stand for each other: about half of these links are what people draw."""
        a, light_a = _parted(ours, self.light_a)
        b, light_b = _parted(theirs, self.light_b)
        spellings = [(i, j) for i, j in product(a, b) if _one_spelling(self.a[i], self.b[j])]
        if max(len(a), len(b)) > _LARGEST_SLOT or spellings:
            return spellings[:1]
        if len(a) == len(b):
            marks = {self.a[i][0].isalnum() for i in light_a} == {self.b[j][0].isalnum() for j in light_b}
            light = zip(light_a, light_b, strict=True) if len(light_a) == len(light_b) == 1 and marks else ()
            return [*zip(a, b, strict=True), *light]
        alone = min(len(a), len(b)) == 1 and not light_a and not light_b
        return product(a, b) if alone else ()


class _Places:
    """Where the free words of the second text stand, by their forms and by what else makes words alike."""

    def __init__(self, alignment: _Alignment, free: Iterable[int]) -> None:
        self._alignment = alignment
        self._forms: dict[str, list[int]] = {}
        self._stems: dict[str, list[int]] = {}
        self._beginnings: dict[str, list[int]] = {}
        for j in free:
            form = alignment.b[j]
            self._forms.setdefault(form, []).append(j)
            if not alignment.light_b[j]:
                self._stems.setdefault(alignment.key(form), []).append(j)
                self._beginnings.setdefault(form[:_BEGINNING], []).append(j)

    def same(self, form: str, expected: float) -> list[tuple[int, float]]:
        """Return the places of a function word nearest to the *expected* one, with what it weighs."""
        return [(j, _LIGHT) for j in _nearest(self._forms.get(form, ()), expected)]

    def alike(self, form: str, expected: float) -> list[tuple[int, float]]:
        """Return places of words that are like a word of content, with how much they are, the most alike last."""
        found: list[tuple[int, float]] = []
        if len(form) >= _BEGINNING:
            near = _nearest(self._beginnings.get(form[:_BEGINNING], ()), expected)
            found += [(j, _SAME_BEGINNING) for j in near if _begin_alike(form, self._alignment.b[j])]
        own = self._alignment.key(form)
        for other, weight in self._alignment.variants.get(own, {}).items():
            found += [(j, weight) for j in _nearest(self._stems.get(other, ()), expected)]
        if own in self._stems:
            found += [(j, _SAME_STEM) for j in _nearest(self._stems[own], expected)]
        if form in self._forms:
            found += [(j, 1.0) for j in _nearest(self._forms[form], expected)]
        return found


def _in_common(a: Sequence[str], b: Sequence[str], places: Iterable[int]) -> int:
    """Return how many of *places* hold the same in both, up to the first that does not."""
    count = 0
    for at in places:
        if a[at] != b[at]:
            break
        count += 1
    return count


def _nearest(places: Sequence[int], expected: float) -> Sequence[int]:
    if len(places) <= _PLACES:
        return places
    first = bisect_left(places, expected) - _PLACES // 2
    return places[max(first, 0) :][:_PLACES]


def _next_in(linked: Collection[int], size: int) -> tuple[list[int], list[int]]:
    """Return for each place the nearest *linked* one before it, and after it."""
    before, after = [-1] * size, [size] * size
    for at in range(1, size):
        before[at] = at - 1 if at - 1 in linked else before[at - 1]
        after[-at - 1] = size - at if size - at in linked else after[-at]
    return before, after


def _parted(places: Sequence[int], light: Sequence[bool]) -> tuple[list[int], list[int]]:
    return [at for at in places if not light[at]], [at for at in places if light[at]]


def _begin_alike(a: str, b: str) -> bool:
    shorter = min(len(a), len(b))
    return _in_common(a, b, range(shorter)) >= max(_BEGINNING, _SHARE_OF_BEGINNING * shorter)


def _one_spelling(a: str, b: str) -> bool:
    return min(len(a), len(b)) >= _BEGINNING and Indel.normalized_similarity(a, b) >= _SAME_SPELLING
