"""Whether a punctuation mark ends a sentence, and where that end is."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quotetrace.languages import Language
    from quotetrace.model import Span

# Characters. An aside longer than this is more likely two brackets that were never meant as a pair.
LONGEST_ASIDE = 500
# Characters looked back at for the word before a full stop, and for the quotation that a mark may close.
WORD_WINDOW = 24
QUOTE_WINDOW = 300
# Characters looked ahead at for a reporting clause, and the words that a name before its verb may have.
CLAUSE_WINDOW = 80
NAME_WORDS = 4
# Characters: "123.", "XVII)" and the like, alone at the start of a sentence.
ITEM_WINDOW = 6

_ELLIPSIS = (".", "…")
_OMITTED = r"[\[(]\s?(?:…|\.\.\.|\. \. \.)\s?[\])]"
GAP = re.compile(rf"(?<!\S){_OMITTED}(?!\S)")
MARK = re.compile(r"[。！？｡]+|[.!?…؟।॥۔።։‼⁇⁈⁉]+(?:(?: \.(?!\.))+(?!\w))?")
_OMISSION = re.compile(_OMITTED)
_WIDE = frozenset("。！？｡")  # they end a sentence without a space after them
_CLOSERS = re.compile(r"(?:[”’»›\"')\]}）】」』\u200b\ufeff¹²³⁰⁴-⁹]|“(?=\s|\Z)|\s?\[\d{1,3}\]|[*_]+(?=\s|\Z))*")
_SPACED_CLOSER = re.compile(r"\s(?:[”»](?=(?P<glued>\w)?)|\"(?=\s))")
_FOLLOWING = re.compile(
    r"(?P<lead>[\s\"“„”«»‘’'‹›(\[{¿¡*_~—–•>-]*)(?P<word>[^\W\d_][\w’'-]{0,30}|\S)(?P<full_stop>\.?)"
)
_WORD_BEFORE = re.compile(r"[^\s()\[\]{}“”„«»\"'‘—–/-]*\Z")
_ITEM_NUMBER = re.compile(r"\W*(?:\d{1,3}|[^\W\d_]|[IVX]{1,5})\Z")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_QUOTE = re.compile(r"[”»\"“’']")
_OPENS_QUOTE_OR_GAP = re.compile(rf"\s+(?:[\"“„«‘]|{_OMITTED}(?!\S))")
_NOT_OPENING = frozenset(",;:)]}%&+=/|<.…!?")
_BRACKETS = re.compile(r"[()\[\]{}（）]")
_OPENING_OF = {")": "(", "]": "[", "}": "{", "）": "（"}
_CLAUSE_WORD = re.compile(r"[^\W\d_][\w’'-]*|\S")
_SHORTEST_PLAIN_WORD = 3
_PAUSES = frozenset(",.;!?…—–-")


@dataclass(frozen=True, slots=True)
class Stops:
    """Decides about the marks of one block, which ends at *end*; *asides* come from `find_asides`."""

    text: str
    end: int
    asides: list[int]
    language: Language

    def after(self, start: int, mark: re.Match[str]) -> int:
        """Return where the sentence from *start* ends if *mark* ends it, closing quotes included; else 0."""
        stop = _after_closers(self.text, mark.end(), self.end)
        aside = bisect_right(self.asides, mark.start())
        if (aside % 2 and self.asides[aside] >= stop) or _OMISSION.match(self.text, mark.start() - 1):
            return 0
        if stop == self.end:
            return stop
        stop = self._with_spaced_closer(start, stop)
        following = _FOLLOWING.match(self.text, stop, self.end)
        if not following:
            return self.end
        return stop if self._parts(start, mark, stop, following) else 0

    def _with_spaced_closer(self, start: int, stop: int) -> int:
        """Return where a closing quotation mark ends that is set off by a space, as in `so. ” He left`."""
        closer = _SPACED_CLOSER.match(self.text, stop, self.end)
        if not closer:
            return stop
        said = self.text[max(start, stop - QUOTE_WINDOW) : stop]
        if self.text[closer.end() - 1] == '"':
            return closer.end() if said.count('"') % 2 else stop
        if not closer["glued"] or said.rfind("“") > said.rfind("”") or self._reports(closer.end()):
            return closer.end()
        return stop

    def _parts(self, start: int, mark: re.Match[str], stop: int, following: re.Match[str]) -> bool:
        """Tell whether what follows *stop* is a sentence of its own."""
        word = following["word"]
        quoted = bool(_QUOTE.search(self.text, mark.end(), stop))
        if not self.text[stop].isspace():
            return not quoted and self._parts_without_space(mark, word)
        if word in _ELLIPSIS:
            return bool(_OPENS_QUOTE_OR_GAP.match(self.text, stop, self.end))
        if word in _NOT_OPENING or (quoted and self._reports(stop) and not self._tells_anew(mark, stop)):
            return False
        if word[0].islower() and not word[1:2].isupper():  # not "iPhone"
            bare = stop == mark.end() and not following["lead"].strip()
            return bare and self._parts_before_lower_case(start, mark, following)
        return mark.group() != "." or not self._abbreviates(start, mark.start(), following)

    def _parts_without_space(self, mark: re.Match[str], word: str) -> bool:
        """Tell whether a space was forgotten, as in `It ended.The talks`, or a script needs none."""
        if mark.group()[-1] in _WIDE:
            return True
        before = self.text[mark.start() - 1 : mark.start()]
        return before.islower() and word[0].isupper() and self._opens(word) and word[1:2] != ""

    def _parts_before_lower_case(self, start: int, mark: re.Match[str], following: re.Match[str]) -> bool:
        """Tell whether a sentence starts in lower case, as people write in a hurry."""
        if "…" in mark.group() or mark.group().count(".") > 1:
            return False
        if mark.group() != ".":
            clause = self.text[mark.end() : min(self.end, mark.end() + CLAUSE_WINDOW)].split()[:2]
            return clause[0] not in self.language.pronouns and self.language.say_verbs.isdisjoint(clause)
        word = self._word_before(start, mark.start())
        plain = word.isalpha() and word.islower() and len(word) >= _SHORTEST_PLAIN_WORD
        shortened = word in self.language.ending_abbreviations
        return plain and not shortened and not self._abbreviates(start, mark.start(), following)

    def _abbreviates(self, start: int, at: int, following: re.Match[str]) -> bool:
        """Tell whether the full stop at *at* belongs to the word before it."""
        word, language = self._word_before(start, at), self.language
        if at - start <= ITEM_WINDOW and _ITEM_NUMBER.match(self.text, start, at):
            return True
        form = word.casefold()
        if form in language.capitalised_abbreviations and word.islower():
            return False
        if form in language.abbreviations:
            return True
        initial = len(word) == 1 and word.isupper()
        if initial or form in language.ending_abbreviations or _DOTTED.fullmatch(word):
            again_initial = following["full_stop"] and len(following["word"]) == 1
            return bool(again_initial) or not self._opens(following["word"])
        return following["word"].isdecimal() and form in language.number_abbreviations

    def _opens(self, word: str) -> bool:
        return word.casefold().replace("’", "'") in self.language.sentence_openers

    def _opens_sentence(self, position: int) -> bool:
        """Tell whether a capital at *position* is that of a sentence and not of a name: `The`."""
        word = _CLAUSE_WORD.search(self.text, position, self.end)
        return word is not None and word.group()[0].isupper() and self._opens(word.group())

    def _word_before(self, start: int, at: int) -> str:
        found = _WORD_BEFORE.search(self.text[max(start, at - WORD_WINDOW) : at])
        return found.group() if found else ""

    def _reports(self, position: int) -> bool:
        """Tell whether a reporting clause follows a quotation, as `the minister said on Monday` does."""
        verb = self._verb_after(position)
        following = self._word_after(verb) if verb else ""
        return verb is not None and following not in self.language.complementizers

    def _tells_anew(self, mark: re.Match[str], position: int) -> bool:
        """Tell whether the clause after a full stop and a closing mark reports other words: `.” Lee said it was over`.

        A clause that reports the quotation follows a comma; after a full stop it does so only where it has no words of
        its own: `.” Lee said.`, `.” Lee said on Monday.`, `.” Lee told reporters.`
        """
        subject = _CLAUSE_WORD.search(self.text, position, self.end)
        verb = self._verb_after(position)
        if mark.group() != "." or not verb or not subject or not subject.group()[0].isupper():
            return False
        form, following = verb.group().casefold(), self._word_after(verb).casefold()
        if not following or following in _PAUSES:
            return False
        if following in self.language.phrase_enders | self.language.clause_openers | self.language.time_words:
            return form not in self.language.surest_verbs  # "responded on Monday", which is a sentence
        return form not in self.language.listener_verbs or self._clause_follows(verb.end())

    def _clause_follows(self, position: int) -> bool:
        """Tell whether a clause follows whoever was told: `reporters the talks were over`."""
        language = self.language
        openers = language.clause_pronouns | language.determiners | language.complementizers
        words = _CLAUSE_WORD.finditer(self.text, position, min(self.end, position + CLAUSE_WINDOW))
        for told, word in enumerate(words):
            form = word.group().casefold()
            if form in language.phrase_enders or not form[0].isalpha():
                return form == ":"
            if told and form in openers:
                return True
        return False

    def _word_after(self, word: re.Match[str]) -> str:
        following = _CLAUSE_WORD.search(self.text, word.end(), self.end)
        return following.group() if following else ""

    def _verb_after(self, position: int) -> re.Match[str] | None:
        """Return the verb of saying of a clause that opens at *position*, after a name or an office."""
        if self._opens_sentence(position):
            return None
        names = 0
        for word in _CLAUSE_WORD.finditer(self.text, position, min(self.end, position + CLAUSE_WINDOW)):
            form = word.group().casefold()
            if form in self.language.say_verbs or form in self.language.that_verbs:
                return word
            names += form[0].isalpha()
            previous = self._word_before(position, word.start())
            titled = form == "." and (len(previous) == 1 or previous.casefold() in self.language.abbreviations)
            if names > NAME_WORDS or not (form[0].isalpha() or titled):
                return None
        return None


def _after_closers(text: str, position: int, end: int) -> int:
    closers = _CLOSERS.match(text, position, end)
    return closers.end() if closers else position


def find_asides(text: str, block: Span) -> list[int]:
    """Return the outermost brackets of a block as a flat list: opening, closing, opening, …."""
    waiting: dict[str, list[int]] = {opening: [] for opening in _OPENING_OF.values()}
    pairs = []
    for bracket in _BRACKETS.finditer(text, block.start, block.end):
        opening = _OPENING_OF.get(bracket.group())
        if opening is None:
            waiting[bracket.group()].append(bracket.start())
        elif waiting[opening]:
            start = waiting[opening].pop()
            if bracket.start() - start <= LONGEST_ASIDE:
                pairs.append((start, bracket.start()))
    outermost: list[int] = []
    for start, end in sorted(pairs):
        if not outermost or start > outermost[-1]:
            outermost += (start, end)
    return outermost
