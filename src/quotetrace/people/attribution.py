"""Who a reporting clause's subject is: a tracked speaker, another person, or nobody that can be told."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import dropwhile
from typing import TYPE_CHECKING

from quotetrace.model import Evidence
from quotetrace.people.coreference import meant_by_office, meant_by_pronoun, stands_out
from quotetrace.people.names import MAX_SERVED, is_office, own_name, personal_name, words_of
from quotetrace.people.offices import read_office
from quotetrace.people.persons import People, Person
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

# How far into a sentence the person stands whom it is about: "On Monday the deputy finance minister Ann Lee …".
MAX_BEFORE_TOPIC = 8
# "the retired water works official": a longer phrase before an office has a clause in it.
MAX_DESCRIPTION = 4


class Cast:
    """The people of one article, and the place up to which it was read.

    First the tracked speakers are known, by their names and offices; whoever is named in the text joins them. An
    article is learnt as a whole (`learn`), and then read from start to end (`read`), so that a subject is resolved
    with what the reader knows at its place, and with offices and genders that come out later.
    """

    def __init__(self, speakers: Iterable[Speaker], language: Language) -> None:
        self.language = language
        self._people = People(speakers, language)
        self._sentence = 0
        self._words_read = 0  # in the sentence
        self._topic: Person | None = None  # of the sentence

    def learn(self, sentences: Iterable[str], subjects: Iterable[str] = ()) -> None:
        """Take notice of the people whom the sentences name, and whom *subjects* of reporting clauses do."""
        self._people.learn(sentences)
        for words in map(words_of, subjects):
            name = personal_name(words, self.language)
            if name and len(name) == len(words):
                self._people.named(name)

    def learn_gender(self, subject: str, verbs: Iterable[str]) -> None:
        """Take notice of the gender of a subject that its verbs agree with: "сказала"."""
        name = own_name((), words_of(subject), self.language)
        endings = self.language.gendered_endings.items()
        told = {gender for verb in verbs for ending, gender in endings if verb.endswith(ending)}
        if name and len(told) == 1:
            self._people.tell_gender(name, told.pop())

    def read(self, sentence: str) -> None:
        """Learn and read a sentence."""
        self.learn([sentence])
        self.turn_to_next_sentence()
        self.read_on(sentence)

    def turn_to_next_sentence(self) -> None:
        """Begin to read a sentence."""
        self._sentence += 1
        self._words_read = 0
        self._topic = None

    def read_on(self, part: str) -> None:
        """Read a part of a sentence, of which people have been learnt; the first whom it names stands out."""
        if not self._words_read and not self._topic:
            self._topic = self._opened_by(words_of(part))
        for mention in self._people.mentions(part):
            person = self._people.known(mention.name, mention.titles)
            if person and not mention.is_placed:
                person.last_mention = self._sentence
                person.times += 1
                if self._topic is None and self._words_read + mention.at < MAX_BEFORE_TOPIC:
                    person.last_topic = self._sentence
                    self._topic = person
        self._words_read += len(words_of(part))

    def speaks_on(self, attribution: Attribution) -> None:
        """Take notice that whoever was quoted in the sentence before is quoted in this one too."""
        for person in self._people.all:
            if person.label == attribution.speaker and person.last_speech >= 0:
                person.last_speech = self._sentence

    def _opened_by(self, words: Sequence[str]) -> Person | None:
        """Return who opens a sentence without a name: "She", "The minister", "The 40-year-old", "A port official"."""
        first = fold(words[0]) if words else ""
        person = None
        if first in self.language.pronouns - self.language.plural_pronouns:
            person = meant_by_pronoun(self._people.all, self.language.genders.get(first, ""), self._sentence)
        elif self._is_indefinite(first):
            person = self._meet_somebody(self._office_at_head(words[1:]))
        elif first in self.language.definite_determiners - self.language.possessive_determiners:
            person = self._described(words[1:])
        elif not self.language.has_articles and first not in self.language.openers:
            person = self._described(words)
        if person:
            person.last_mention = person.last_topic = self._sentence
        return person

    def _described(self, words: Sequence[str]) -> Person | None:
        """Return whom an office that opens a sentence means, or an age or a people, which goes on with somebody."""
        if words and (fold(words[0]) in self.language.age_words or self._is_demonym(words[0])):
            return stands_out(self._people.all, self._sentence)
        phrase = self._office_at_head(words)
        is_object = bool(phrase) and fold(phrase[0]) in self.language.office_forms  # "Министру", in another case
        office = None if is_object else read_office(phrase, self.language)
        return meant_by_office(self._people.holders(office, " ".join(map(fold, phrase)))) if office else None

    def _office_at_head(self, words: Sequence[str]) -> Sequence[str]:
        """Return the words up to the office noun among the first few, or none where a name goes with it."""
        heads = [at for at, word in enumerate(words[: MAX_DESCRIPTION + 1]) if is_office(word, self.language)]
        end = next((at + 1 for at in heads if at + 1 not in heads), 0)
        followed = end < len(words) and words[end][0].isupper()
        return () if followed or not self.language.serving.isdisjoint(map(fold, words[:end])) else words[:end]

    def _meet_somebody(self, phrase: Sequence[str]) -> Person | None:
        """Take notice of "A spokesman for the port", who has no name, if the phrase has an office."""
        if not read_office(phrase, self.language):
            return None
        somebody = Person(" ".join(phrase), (), [])
        self._people.give_office(somebody, fold(somebody.label))
        return self._people.add(somebody)

    def others_named(self, part: str, speaker: str) -> bool:
        """Tell whether somebody else than *speaker* is named in a part of a sentence."""
        found = (self._people.known(mention.name, mention.titles) for mention in self._people.mentions(part))
        return any(person is not None and person.label != speaker for person in found)

    def knows(self, name: str) -> bool:
        """Tell whether a person of that name, with or without an office before it, has been named."""
        person = self._people.known(personal_name(words_of(name), self.language))
        return person is not None and (person.tracked or person.last_mention >= 0 or person.last_speech >= 0)

    def resolve(self, subject: str) -> Attribution:
        """Return whom the subject of a reporting clause means at this point of the article.

        Two who speak together ("Lee and Pike") are neither of them: their names are joined, or it is uncertain where
        a tracked speaker or nobody known is one of them.
        """
        each = [self._one(words) for words in self._conjuncts(words_of(subject))]
        if len(each) == 1:
            return each[0]
        tracked = {person.label for person in self._people.all if person.tracked}
        if any(one.evidence is not Evidence.CUE or one.speaker in tracked for one in each):
            return UNCERTAIN
        joiner = next(word for word in words_of(subject) if fold(word) in self.language.conjunctions)
        return Attribution(f" {joiner} ".join(one.speaker for one in each), Evidence.CUE)

    def _conjuncts(self, words: Sequence[str]) -> list[Sequence[str]]:
        """Part "Lee and the envoy", two people, but not "the poet and envoy Ann Lee", who is one."""
        for at, word in enumerate(words):
            if fold(word) in self.language.conjunctions and self._is_whole(words[:at]):
                return [words[:at], *self._conjuncts(words[at + 1 :])]
        return [words]

    def _is_whole(self, words: Sequence[str]) -> bool:
        """Tell whether words are somebody by themselves: they end with a name."""
        return bool(personal_name(words, self.language))

    def _one(self, words: Sequence[str]) -> Attribution:
        """Return whom a subject means that is one person."""
        folded = [fold(word) for word in words]
        if len(words) == 1 and folded[0] in self.language.pronouns | self.language.source_pronouns:
            return self._pronoun(folded[0])
        phrase, name, determiner = self._read_subject(words)
        if name and self._only_describes(name, determiner):
            return UNCERTAIN
        if name and not self._serves(phrase[: len(phrase) - len(name)], len(name)):
            titles = self._titles(phrase)
            is_shared = self._people.is_shared(name, titles)
            return UNCERTAIN if is_shared else self._speak(self._people.named(name, titles), Evidence.CUE)
        if self._is_indefinite(determiner):
            somebody = self._meet_somebody(phrase)
            return self._speak(somebody, Evidence.CUE) if somebody else self._unnamed(phrase)
        if determiner in self.language.possessive_determiners:
            return UNCERTAIN
        # Without articles "head of the office" may be whom the text has named by another one; a body is itself.
        is_new = self.language.has_articles or read_office(phrase, self.language) is None
        described = len(phrase) > 1 and not determiner and any(is_office(word, self.language) for word in phrase)
        described = described and is_new
        return self._holder(phrase) or (self._unnamed(phrase) if described else UNCERTAIN)

    def _only_describes(self, name: Sequence[str], determiner: str) -> bool:
        """Tell "the Swede", who is somebody that the article has named otherwise."""
        return len(name) == 1 and self._is_demonym(name[0]) and determiner in self.language.definite_determiners

    def _is_demonym(self, word: str) -> bool:
        return fold(word) in self.language.demonyms or fold(word).endswith(self.language.demonym_endings)

    def resolve_relayed(self, subject: str) -> Attribution:
        """Return whom a subject within somebody's words names: "he" and "the mayor" may be anybody there.

        Nothing is concluded for the article itself, whose reading does not go on.
        """
        phrase, name, determiner = self._read_subject(words_of(subject))
        if name and not self._serves(phrase[: len(phrase) - len(name)], len(name)):
            titles = self._titles(phrase)
            if self._people.is_shared(name, titles):
                return UNCERTAIN
            person = self._people.known(name, titles)
            return Attribution(person.label if person else " ".join(name), Evidence.CUE)
        return self._unnamed(phrase) if name or self._is_indefinite(determiner) else UNCERTAIN

    def _read_subject(self, words: Sequence[str]) -> tuple[list[str], tuple[str, ...], str]:
        """Return a subject without determiners and adjuncts, the name that ends it, and its first determiner."""
        first = fold(words[0]) if words else ""
        determiner = first if first in self.language.determiners else ""
        phrase = list(dropwhile(lambda word: fold(word) in self.language.determiners, words))
        phrase = self._without_adjuncts(phrase)
        name = own_name((), phrase, self.language) if first not in self.language.pronouns else ()
        return phrase, name, determiner

    def _pronoun(self, pronoun: str) -> Attribution:
        if pronoun in self.language.plural_pronouns:
            return UNCERTAIN
        gender = self.language.genders.get(pronoun, "")
        return self._speak(meant_by_pronoun(self._people.all, gender, self._sentence), Evidence.PRONOUN)

    def _without_adjuncts(self, words: list[str]) -> list[str]:
        """End a phrase before what describes it: "Ann Lee of Utopia University", "Lee on Tuesday", "an aide who"."""
        serving, enders = self.language.serving, self.language.phrase_enders
        if self.language.free_order and len(personal_name(words, self.language)) > 1:
            return words  # "the farmer from Utopia Ann Lee"
        for at, word in enumerate(words):
            if at and fold(word) in self.language.relative_openers:
                return words[:at]
            if at and fold(word) in serving | enders:
                name = personal_name(words[:at], self.language)
                if len(name) > 1 or (name and fold(word) not in serving):
                    return words[:at]
        return words

    def _is_indefinite(self, word: str) -> bool:
        """Tell "an official", who is somebody else, from "the official", who is somebody the article has named."""
        return word in self.language.determiners - self.language.definite_determiners

    def _serves(self, before: Sequence[str], length: int) -> bool:
        """Tell "an adviser to Minister Lee" from "the adviser Lee" and "head of the Bank of Utopia Ann Lee"."""
        if length > MAX_SERVED:
            return False
        rest = list(dropwhile(lambda word: is_office(word, self.language), reversed(before)))
        serves = bool(rest) and fold(rest[0]) in self.language.serving
        return serves and any(is_office(word, self.language) for word in rest)

    def _titles(self, phrase: Sequence[str]) -> list[str]:
        return [word for word in (fold(word.rstrip(".")) for word in phrase) if word in self.language.genders]

    def _holder(self, phrase: Sequence[str]) -> Attribution | None:
        """Return whom an office means, or None where nobody is known to hold it."""
        folded = " ".join(map(fold, phrase))
        office = read_office(phrase, self.language)
        holders = self._people.holders(office, folded) if office else []
        if not holders:
            return None
        return self._speak(meant_by_office(holders), Evidence.TITLE)

    def _unnamed(self, words: Sequence[str]) -> Attribution:
        """Return somebody without a name, who is called as the article does: "water works official"."""
        return Attribution(" ".join(words), Evidence.CUE) if words else UNCERTAIN

    def _speak(self, person: Person | None, evidence: Evidence) -> Attribution:
        if person is None:
            return UNCERTAIN
        person.last_mention = self._sentence
        person.times += 1
        self._topic = self._topic or person
        if person.is_human:
            person.last_speech = self._sentence
        return Attribution(person.label, evidence)
