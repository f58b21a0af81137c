"""The measuring of the changes that were put in: what is caught, and by which type."""

from __future__ import annotations

import meaning
from quotetrace.changing.change import ChangeType


def test_an_error_is_caught_by_a_major_change_of_a_right_type() -> None:
    text = "We closed {} of the wells in the valley."
    pairs = [meaning.compared(text.format("12"), text.format(other)) for other in ("12", "15")]
    assert meaning.share(pairs, {ChangeType.NUMBER}) == 0.5
    assert meaning.share(pairs, {ChangeType.POLARITY}) == 0.0
