"""A change as a record: its type, its severity, and where it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quotetrace.model import Span


class Severity(StrEnum):
    """Whether a change may alter what the words mean."""

    MAJOR = "major"
    MINOR = "minor"


class ChangeType(StrEnum):
    """What differs between a variant and the reference."""

    POLARITY = "polarity"  # a negation on one side only
    NUMBER = "number"
    DATE = "date"
    ENTITY = "entity"  # a name
    ACTOR = "actor"  # who does it
    SPEECH_ACT = "speech-act"  # a question told as a statement
    MODALITY = "modality"  # may, must, will
    HEDGE = "hedge"  # how sure the speaker is
    STRENGTH = "strength"  # how strongly it is put
    QUANTIFIER = "quantifier"  # all, some, only
    SCOPE = "scope"  # what it is about
    TENSE = "tense"
    TRUNCATION = "truncation"  # a quotation stops where the sentence went on, and does not say so
    SPLICE = "splice"  # two remarks welded into one quotation
    MARKS = "marks"  # words in quotation marks inside the passage, on one side only
    PRESENTATION = "presentation"
    ADDITION = "addition"
    OMISSION = "omission"
    WORDING = "wording"


@dataclass(frozen=True, slots=True)
class Change:
    """A named difference between a variant and the reference; either text may be empty, never both.

    The spans are offsets into the two articles' texts, and give the two texts exactly. An empty one is the place
    where the other side's words are missing. A change of the whole passage (its presentation) has the spans of
    the passages, and its texts name what they are.
    """

    type: ChangeType
    severity: Severity
    reference: str
    variant: str
    reference_span: Span
    variant_span: Span
