"""Who a reporting clause's subject is: a tracked speaker, another person, or nobody that can be told."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import dropwhile, takewhile
from typing import TYPE_CHECKING

from quotetrace.model import Evidence
from quotetrace.names import initial, mentions, personal_name, same_person, words_of
from quotetrace.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quotetrace.languages import Language
    from quotetrace.model import Speaker


@dataclass(frozen=True, slots=True)
class Attribution:
    """A speaker (a tracked speaker's id, a name as printed, or empty where uncertain), and how it was decided."""

    speaker: str
    evidence: Evidence


UNCERTAIN = Attribution("", Evidence.NONE)

# After "of", a name of two words is whom an office serves; a longer one has the body's name before the person's.
MAX_SERVED = 2
# How far into a sentence the person stands whom it is about: "On Monday the deputy finance minister Ann Lee …".
MAX_BEFORE_TOPIC = 8


@dataclass(slots=True, eq=False)
class _Person:
    label: str  # the tracked speaker's id, or the fullest name seen
    name: tuple[str, ...]
    names: list[tuple[str, ...]]
    offices: set[str] = field(default_factory=set)
    tracked: bool = False
    gender: str = ""  # as `Language.genders` has it; empty where the article has not told
    last_mention: int = -1
    last_speech: int = -1
    last_topic: int = -1  # when a sentence was last about the person

    @property
    def may_be_meant(self) -> bool:
        """Tell whether a pronoun can mean the person at all."""
        return self.last_speech >= 0 or (self.last_mention >= 0 and (self.tracked or bool(self.offices)))

    @property
    def is_human(self) -> bool:
        """Tell a person from a place or body that "says" things: those have one word and no office."""
        return self.tracked or bool(self.offices) or len(self.name) > 1


def _salience(person: _Person) -> tuple[int, int]:
    return max(person.last_speech, person.last_topic), person.last_mention


class Cast:
    """The people of one article, learnt while it is read from start to end.

    First the tracked speakers are known, by their names and offices; whoever is named in the text joins them.
    """

    def __init__(self, speakers: Iterable[Speaker], language: Language) -> None:
        self._language = language
        self._people = [_tracked(speaker, language) for speaker in speakers]
        self._by_initial: dict[str, list[_Person]] = defaultdict(list)
        for person in self._people:
            for name in person.names:
                self._index(person, name)
        self._clock = 0

    def _index(self, person: _Person, name: tuple[str, ...]) -> None:
        """Let a person be found by the initial of a surname, so that a long list of names takes no square of time."""
        if name and person not in self._by_initial[initial(name)]:
            self._by_initial[initial(name)].append(person)

    def read(self, text: str) -> None:
        """Take notice of the people that a sentence names; the first of them stands out most, and comes last."""
        for office, name in reversed(list(mentions(text, self._language))):
            person = self._named(name) if office or len(name) > 1 else self._known(name)
            if person:
                self._mention(person)
                if office:
                    person.offices.add(office)
                    self._learn_gender(person, office.split())
                if person.names and name[-1] in words_of(text)[:MAX_BEFORE_TOPIC]:
                    person.last_topic = self._clock
        self._meet_somebody(text)

    def _meet_somebody(self, text: str) -> None:
        """Take notice of "A spokesman for the port", who has no name, where a sentence is about him."""
        words = [fold(word) for word in words_of(text)[:MAX_BEFORE_TOPIC]]
        office = next((word for word in words if word in self._language.office_nouns), "")
        if office and self._is_indefinite(words[0]):
            label = " ".join(words[1 : words.index(office) + 1])
            somebody = _Person(label, (), [], {label})
            self._learn_gender(somebody, [office])
            self._people.append(somebody)
            self._mention(somebody)
            somebody.last_topic = self._clock

    def knows(self, name: str) -> bool:
        """Tell whether a person of that name, with or without an office before it, has been named."""
        return self._known(personal_name(words_of(name), self._language)) is not None

    def resolve(self, subject: str) -> Attribution:
        """Return whom the subject of a reporting clause means at this point of the article."""
        words = words_of(subject)
        folded = [fold(word) for word in words]
        if len(words) == 1 and folded[0] in self._language.plural_pronouns:
            return UNCERTAIN
        if len(words) == 1 and folded[0] in self._language.pronouns | self._language.source_pronouns:
            return self._pronoun(folded[0])
        determiners = len(list(takewhile(self._language.determiners.__contains__, folded)))
        words, folded = words[determiners:], folded[determiners:]
        own = self._without_institution(words)
        words, folded = words[:own], folded[:own]
        name = personal_name(words, self._language)
        if name and not self._serves(folded, len(words) - len(name)):
            person = self._named(name)
            self._learn_gender(person, folded)
            return self._speak(person, Evidence.CUE)
        if name or self._is_indefinite(subject):
            return self._unnamed(words)
        return self._holder(folded) or (self._unnamed(words) if len(words) > 1 and not determiners else UNCERTAIN)

    def _without_institution(self, words: Sequence[str]) -> int:
        """Return where the name ends in "the researcher Ann Lee of Utopia University": before the institution."""
        for at, word in enumerate(words):
            if fold(word) in self._language.serving and len(personal_name(words[:at], self._language)) > 1:
                return at
        return len(words)

    def _is_indefinite(self, subject: str) -> bool:
        """Tell "an official", who is somebody else, from "the official", who is somebody the article has named."""
        first = fold(words_of(subject)[0]) if words_of(subject) else ""
        return first in self._language.determiners - self._language.definite_determiners

    def _serves(self, folded: Sequence[str], name_at: int) -> bool:
        """Tell "an adviser to Minister Lee" from "the adviser Lee" and "head of the Bank of Utopia Ann Lee"."""
        if len(folded) - name_at > MAX_SERVED:
            return False
        before = list(dropwhile(self._language.office_nouns.__contains__, reversed(folded[:name_at])))
        office = self._language.office_nouns.intersection(before)
        return bool(office) and before[0] in self._language.serving

    def _learn_gender(self, person: _Person, words: Iterable[str]) -> None:
        told = [self._language.genders[word] for word in words if word in self._language.genders]
        person.gender = person.gender or (told[0] if told else "")

    def _pronoun(self, pronoun: str) -> Attribution:
        """Return who spoke last or whom a sentence was about since, of those whose gender does not forbid it.

        Before anybody spoke it is who was named last, of those who are surely people: with an office, or tracked.
        """
        gender = self._language.genders.get(pronoun, "")
        fitting = [person for person in self._people if person.may_be_meant and person.gender in ("", gender)]
        person = max(fitting, key=_salience, default=None)
        if person:
            person.gender = gender
        return self._speak(person, Evidence.PRONOUN)

    def _holder(self, office: Sequence[str]) -> Attribution | None:
        """Return the person last mentioned who holds the office, or None."""
        phrase = " ".join(office)
        holders = [
            person
            for person in self._people
            if phrase in person.offices or (person.last_mention >= 0 and self._holds(person, set(office)))
        ]
        if not holders:
            return None
        return self._speak(max(holders, key=lambda person: person.last_mention), Evidence.TITLE)

    def _holds(self, person: _Person, office: set[str]) -> bool:
        """Tell whether one of a person's offices has the same nouns, and nothing that speaks against it."""
        nouns = self._language.office_nouns
        for held in (set(phrase.split()) for phrase in person.offices):
            described, asked = held - nouns, office - nouns
            if held & nouns == office & nouns and (not described or not asked or described & asked):
                return True
        return False

    def _unnamed(self, words: Sequence[str]) -> Attribution:
        """Return somebody without a name, who is called as the article does: "water works official"."""
        return Attribution(" ".join(words), Evidence.CUE) if words else UNCERTAIN

    def _speak(self, person: _Person | None, evidence: Evidence) -> Attribution:
        if person is None:
            return UNCERTAIN
        self._mention(person)
        if person.is_human:
            person.last_speech = self._clock
        return Attribution(person.label, evidence)

    def _mention(self, person: _Person) -> None:
        self._clock += 1
        person.last_mention = self._clock

    def _known(self, name: tuple[str, ...]) -> _Person | None:
        alike = self._by_initial[initial(name)] if name else ()
        known = [person for person in alike if any(same_person(name, other) for other in person.names)]
        return max(known, key=lambda person: person.last_mention, default=None)

    def _named(self, name: tuple[str, ...]) -> _Person:
        """Return the person of that name, a new one if nobody has it."""
        person = self._known(name) or (self._known(name[-2:]) if len(name) > len(name[-2:]) else None)
        if person is None:
            person = _Person(" ".join(name), name, [name])
            self._people.append(person)
            self._index(person, name)
        elif not person.tracked and len(name) > len(person.name):
            person.name, person.label = name, " ".join(name)
            person.names.append(name)
            self._index(person, name)
        return person


def _tracked(speaker: Speaker, language: Language) -> _Person:
    """Sort a speaker's aliases into names and offices."""
    name = personal_name(words_of(speaker.name), language)
    person = _Person(speaker.id, name, [name], tracked=True)
    for alias in speaker.aliases:
        words = words_of(alias)
        while words and fold(words[0]) in language.determiners:
            words = words[1:]
        if any(fold(word) in language.office_nouns for word in words):
            person.offices.add(" ".join(fold(word) for word in words))
        elif words:
            person.names.append(tuple(words))
    return person
