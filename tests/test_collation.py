"""Changes in the light of the other passages: what stands beside a variant, and what a third article has."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bridge_case import CORPUS, article
from quotetrace.addresses import articles_named
from quotetrace.changing.change import Change, ChangeType, Severity
from quotetrace.collation import Collation
from quotetrace.errors import UsageError
from quotetrace.model import Article, Precision, Published, Remark, Trace
from quotetrace.tracing import trace

RECORD = """Question: What about the bridge?

Mayor Ortiz: The old bridge cannot carry heavy buses any longer, and the engineers have measured its cracks.

We will close it in spring for 12 weeks, if the council grants the money for new steel cables.

The ferry will run every day from six in the morning, free of charge for pupils and pensioners."""


def written(name: str, text: str) -> Article:
    return article(name, text, outlet=name, published=Published("2031-05-04", Precision.DAY), occasion="council")


def traced(*texts: str, references: frozenset[str] = frozenset()) -> Trace:
    names = ("townhall", "herald", "weekly")
    articles = tuple(written(name, text) for name, text in zip(names, (RECORD, *texts), strict=False))
    return trace(replace(CORPUS, articles=articles), references)


def told(found: Trace, name: str, words: str) -> list[Change]:
    """Return the changes of the variant in the article *name* that has the *words*."""
    collation = Collation(found)
    [variant] = [
        variant
        for remark in found.remarks
        for variant in remark.variants
        if variant.passage.article == name and words in variant.passage.text
    ]
    return list(collation.changes(variant))


def with_type(found: list[Change], kind: ChangeType) -> list[tuple[Severity, str]]:
    return [(change.severity, change.reference or change.variant) for change in found if change.type is kind]


def test_a_condition_left_out_is_major() -> None:
    found = traced("“We will close it in spring for 12 weeks,” Mayor Ortiz said.")
    [(severity, words)] = with_type(told(found, "herald", "close"), ChangeType.SCOPE)
    assert (severity, words) == (Severity.MAJOR, "if the council grants the money for new steel cables")


def test_what_the_article_tells_beside_the_variant_is_not_left_out() -> None:
    found = traced(
        "“We will close it in spring for 12 weeks,” Mayor Ortiz said.\n\n"
        "This is to happen if the council grants the money for the new cables."
    )
    [(severity, _)] = with_type(told(found, "herald", "close"), ChangeType.SCOPE)
    assert severity is Severity.MINOR


@pytest.mark.parametrize(("mark", "kind"), [("", ChangeType.TRUNCATION), ("…", ChangeType.OMISSION)])
def test_a_quotation_with_an_ellipsis_is_not_cut_short(mark: str, kind: ChangeType) -> None:
    found = traced(f"“The old bridge cannot carry heavy buses any longer{mark}” Mayor Ortiz said.")
    assert with_type(told(found, "herald", "buses"), kind)
    other = ({ChangeType.TRUNCATION, ChangeType.OMISSION} - {kind}).pop()
    assert with_type(told(found, "herald", "buses"), other) == []


def test_two_remarks_in_one_quotation_are_a_splice() -> None:
    quoted = (
        "The old bridge cannot carry heavy buses any longer, the ferry will run every day, free of charge for pupils"
    )
    found = traced(f"“{quoted},” Mayor Ortiz said.")
    [(severity, _)] = with_type(told(found, "herald", "buses"), ChangeType.SPLICE)
    assert severity is Severity.MAJOR
    honest = traced(f"“{quoted.replace(', the ferry', ' … the ferry')},” Mayor Ortiz said.")
    assert with_type(told(honest, "herald", "buses"), ChangeType.SPLICE) == []


def test_every_change_of_a_trace_is_where_its_spans_say() -> None:
    found = traced(
        "“The old bridge cannot carry heavy buses any longer, the ferry will run every day,” Mayor Ortiz said.",
        "Mayor Ortiz said the bridge would close for 15 weeks and called it a “disgrace” for the town.",
    )
    texts = {one.id: one.text for one in found.corpus.articles}
    collation = Collation(found)
    seen = 0
    for remark in found.remarks:
        for variant in remark.variants:
            for change in collation.changes(variant):
                a, b = change.reference_span, change.variant_span
                if change.type is not ChangeType.PRESENTATION:
                    assert texts[variant.against.article][a.start : a.end] == change.reference
                    assert texts[variant.passage.article][b.start : b.end] == change.variant
                    seen += 1
    assert seen


def shared(found: Trace) -> Remark:
    return next(remark for remark in found.remarks if len(remark.variants) > 1)


def test_the_reference_can_be_chosen_and_the_variants_stay_where_they_are() -> None:
    text = "“The old bridge cannot carry buses any longer, and the engineers measured its cracks,” Mayor Ortiz said."
    usual, asked = shared(traced(text)), shared(traced(text, references=frozenset({"herald"})))
    assert (usual.reference.passage.article, asked.reference.passage.article) == ("townhall", "herald")
    assert (asked.id, [v.passage for v in asked.variants]) == (usual.id, [v.passage for v in usual.variants])
    assert asked.reference.similarity == 1.0
    assert [v.against.article for v in asked.variants] == ["herald", "herald"]


def test_a_remark_without_a_variant_of_the_asked_article_keeps_its_reference() -> None:
    found = traced(
        "“The ferry will run every day from six in the morning,” Ortiz said.", references=frozenset({"weekly"})
    )
    assert {remark.chosen for remark in found.remarks} == {0}


def test_an_outlet_or_an_article_is_named_and_a_slip_is_told() -> None:
    assert articles_named(CORPUS, "The Herald") == articles_named(CORPUS, "herald") == {"herald"}
    with pytest.raises(UsageError, match="no outlet or article is called 'heralt'") as failure:
        articles_named(CORPUS, "heralt")
    assert "did you mean herald?" in failure.value.hint
