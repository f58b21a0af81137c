"""The variants of a trace compared: what changed between two passages, in the light of all the others.

To collate is what textual scholars call the comparing of witnesses. Changes are named when they are asked for: most
variants of a large corpus are never shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotetrace import languages
from quotetrace.changes import changes

if TYPE_CHECKING:
    from quotetrace.changing.change import Change
    from quotetrace.model import Passage, Trace, Variant


class Collation:
    """What changed between the passages of one trace."""

    def __init__(self, trace: Trace) -> None:
        self._articles = {article.id: article for article in trace.corpus.articles}

    def changes(self, variant: Variant) -> tuple[Change, ...]:
        """Return what changed from the passage that *variant* is held against."""
        return () if variant.passage is variant.against else self.between(variant.against, variant.passage)

    def between(self, reference: Passage, variant: Passage) -> tuple[Change, ...]:
        """Return what changed from one passage to another, by the rules of the second one's language."""
        return changes(reference, variant, languages.get(self._articles[variant.article].language))
