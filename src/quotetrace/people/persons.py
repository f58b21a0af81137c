"""The people of one article: the tracked speakers, and whoever the article names, with offices and genders.

All of it is learnt from the article: offices from what stands beside a name, genders from titles ("Mrs. Lee"), from
offices that tell one ("spokeswoman") and from the pronouns of sentences about one person.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quotetrace.people.names import by_patronymic, is_office, mentions, personal_name, words_of
from quotetrace.people.namesakes import Namesakes
from quotetrace.people.offices import can_be_one, fits_tracked, read_office
from quotetrace.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quotetrace.languages import Language
    from quotetrace.model import Speaker
    from quotetrace.people.names import Mention
    from quotetrace.people.offices import Office

# A title tells a gender as surely as this many pronouns, of which some mean somebody else.
TITLE_WEIGHT = 3
# Fewer are not believed: every article has a pronoun that means somebody outside its sentence.
MIN_TOLD = 2
# A gender is known if it was told this many times as often as the other one.
GENDER_MAJORITY = 2


@dataclass(slots=True, eq=False)
class Person:
    """Somebody who may speak; *label* is a tracked speaker's id, else the fullest name seen."""

    label: str
    name: tuple[str, ...]
    names: list[tuple[str, ...]]
    offices: dict[str, Office] = field(default_factory=dict)  # by the phrase, folded
    tracked: bool = False
    by_surname: bool = False  # whether the article also uses the surname alone
    times: int = 0  # how often the person was mentioned
    genders: Counter[str] = field(default_factory=Counter)  # how often each was told
    # Where the reading is, in sentences; -1 is nowhere yet.
    last_mention: int = -1
    last_topic: int = -1  # the last sentence that the person opened
    last_speech: int = -1

    @property
    def gender(self) -> str:
        """The gender as `Language.genders` has it, or empty where the article has not told it clearly."""
        ranked = self.genders.most_common(2)
        if not ranked or ranked[0][1] < MIN_TOLD or (len(ranked) > 1 and ranked[0][1] < GENDER_MAJORITY * ranked[1][1]):
            return ""
        return ranked[0][0]

    @property
    def last_prominence(self) -> int:
        """The last sentence that the person opened, or spoke in."""
        return max(self.last_topic, self.last_speech)

    @property
    def is_human(self) -> bool:
        """Tell a person from a place or body that "says" things: those have one word and no office or gender."""
        return self.tracked or bool(self.offices) or bool(self.genders) or len(self.name) > 1

    @property
    def may_be_meant(self) -> bool:
        """Tell whether a pronoun can mean the person, who spoke, has an office or a gender, or goes by a surname."""
        return self.is_human and (
            self.tracked or self.last_speech >= 0 or self.by_surname or bool(self.offices) or bool(self.genders)
        )

    def holds(self, asked: Office, language: Language) -> bool:
        """Tell whether *asked* can be one of the person's offices in other words."""
        held = self.offices.values()
        if not self.tracked:
            return any(can_be_one(asked, one, language) for one in held)
        known = frozenset[str]().union(*(one.about for one in held))
        return any(fits_tracked(asked, one, known, language) for one in held)


class People:
    """The people of one article, found by name or office."""

    def __init__(self, speakers: Iterable[Speaker], language: Language) -> None:
        self._language = language
        self.all = [_tracked(speaker, language) for speaker in speakers]
        self._by_name: dict[tuple[str, ...], list[Person]] = {}  # as far as it was asked for
        self._namesakes: Namesakes[Person] = Namesakes(language.name_endings)
        self._mentions: dict[str, list[Mention]] = {}
        self._full_names: set[tuple[str, ...]] = set()
        self._alone: Person | None = None  # of whom alone the sentence before was
        for person in self.all:
            self._learn_names(person, person.names)

    def _learn_names(self, person: Person, names: Iterable[tuple[str, ...]]) -> None:
        """Let a person be found by names, and by the given name and patronymic of each."""
        for name in [*names]:
            self._index(person, name)
            address = by_patronymic(name, self._language)
            if address:
                person.names.append(address)
                self._index(person, address)

    def _index(self, person: Person, name: tuple[str, ...]) -> None:
        self._by_name.clear()
        if name:
            self._namesakes.add(person, name)

    def mentions(self, text: str) -> list[Mention]:
        """Return the names in a sentence or a part of one."""
        if text not in self._mentions:
            self._mentions[text] = list(mentions(text, self._language))
        return self._mentions[text]

    def learn(self, sentences: Iterable[str]) -> None:
        """Take notice of the people whom the sentences name, of their offices and their genders."""
        read = [(text, self.mentions(text)) for text in sentences]
        self._full_names.update(mention.name for _, found in read for mention in found if len(mention.name) == 2)  # noqa: PLR2004
        for text, found in read:
            self._learn_from(text, found)

    def _learn_from(self, text: str, found: Sequence[Mention]) -> None:
        named = {mention: self._learnt(mention) for mention in found}
        subjects = [mention for mention in found if not mention.is_placed]
        alone = named[subjects[0]] if len({named[mention] for mention in subjects}) == 1 else None
        words = words_of(text)
        start = subjects[0].at if subjects else len(words)
        pronouns = [(at, fold(word)) for at, word in enumerate(words) if self._tells(word)]
        self._learn_gender(self._alone, [word for at, word in pronouns[:1] if at == 0])
        self._learn_gender(alone, [word for at, word in pronouns if at > start])
        self._alone = alone or (self._alone if pronouns and not subjects else None)

    def _tells(self, word: str) -> bool:
        return fold(word) in self._language.gendered_pronouns

    def _learnt(self, mention: Mention) -> Person | None:
        """Return the person mentioned, a new one if the name is surely a person's or of several words."""
        if fold(mention.name[-1]) in self._language.body_nouns:
            return None
        surely = bool(mention.office or mention.titles or len(mention.name) > 1)
        person = self.named(mention.name, mention.titles) if surely else self.known(mention.name)
        if person and len(mention.name) < len(person.name):
            person.by_surname = True
        if person and mention.office:
            self.give_office(person, mention.office)
        if person:
            for _ in range(TITLE_WEIGHT):
                self._learn_gender(person, mention.titles)
        return person

    def tell_gender(self, name: tuple[str, ...], gender: str) -> None:
        """Note a gender that something as sure as a title tells of whoever has the name."""
        person = self.known(name)
        if person:
            person.genders[gender] += TITLE_WEIGHT

    def give_office(self, person: Person, phrase: str) -> None:
        """Note an office of a person, if *phrase* is one."""
        office = read_office(phrase.split(), self._language)
        if office:
            person.offices[phrase] = office

    def _learn_gender(self, person: Person | None, words: Iterable[str]) -> None:
        """Count a gender for a person if the words tell one and the same."""
        told = {self._language.genders[word] for word in words}
        if person and len(told) == 1:
            person.genders.update(told)

    def known(self, name: tuple[str, ...], titles: Sequence[str] = ()) -> Person | None:
        """Return the person of that name who stood out last, or None; *titles* tell a gender that must fit."""
        return max(self._of_name(name, titles), key=_standing, default=None)

    def _of_name(self, name: tuple[str, ...], titles: Sequence[str]) -> list[Person]:
        """Return everybody whom a name can mean, in the order in which they were added."""
        if name not in self._by_name:
            self._by_name[name] = self._namesakes.of(name) if name else []
        told = {self._language.genders[word] for word in titles}
        return [person for person in self._by_name[name] if not told or person.gender in ("", *told)]

    def is_shared(self, name: tuple[str, ...], titles: Sequence[str]) -> bool:
        """Tell whether a name means several tracked speakers, of whom nothing read so far tells which."""
        tracked = sorted((one for one in self._of_name(name, titles) if one.tracked), key=_standing, reverse=True)
        return len(tracked) > 1 and tracked[0].last_mention == tracked[1].last_mention

    def named(self, name: tuple[str, ...], titles: Sequence[str] = ()) -> Person:
        """Return the person of that name, a new one if nobody has it; the fullest name becomes the label."""
        if name[-2:] in self._full_names:  # "Rival Ann Lee", which opens a sentence
            name = name[-2:]
        person = self.known(name, titles)
        if person is None:
            return self.add(Person(" ".join(name), name, [name]))
        if not person.tracked and name == person.name[-2:]:  # "Engineer Ann Lee", which opened a sentence
            person.name, person.label = name, " ".join(name)
        elif not person.tracked and len(name) > len(person.name):
            person.name, person.label = name, " ".join(name)
            person.names.append(name)
            self._learn_names(person, [name])
        return person

    def add(self, person: Person) -> Person:
        """Let somebody else be found by name."""
        self.all.append(person)
        self._learn_names(person, person.names)
        return person

    def holders(self, office: Office, phrase: str) -> list[Person]:
        """Return everybody who holds an office; a described one ("water minister") is first sought by its words."""
        exact = [person for person in self.all if phrase in person.offices]
        if exact and office.about:
            return exact
        return [person for person in self.all if person in exact or person.holds(office, self._language)]


def _standing(person: Person) -> tuple[int, int]:
    return person.last_prominence, person.times


def _tracked(speaker: Speaker, language: Language) -> Person:
    """Sort a speaker's aliases into names and offices."""
    name = personal_name(words_of(speaker.name), language)
    person = Person(speaker.id, name, [name], tracked=True)
    for alias in speaker.aliases:
        words = words_of(alias)
        while words and fold(words[0]) in language.determiners:
            words = words[1:]
        office = read_office(words, language) if any(is_office(word, language) for word in words) else None
        if office:
            person.offices[" ".join(map(fold, words))] = office
        elif words:
            person.names.append(tuple(words))
    return person
