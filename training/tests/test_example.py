from dataclasses import replace

import pytest

from dateline_training.example import Example, Linked, Offsets, Sorted, Tagged, faults

GOOD = Example(
    id="7",
    corpus="c",
    text="He said no. ",
    layers=frozenset({"cue"}),
    relations=frozenset({"source"}),
    tagged=(Tagged(layer="cue", start=3, end=7, label="cue"),),
    sorted=(Sorted(head="hedged", start=3, end=7, label="plain"),),
    anchors=(("source", (3, 7)),),
    linked=(Linked(relation="source", anchor=(3, 7), other=(0, 2)),),
)


def test_a_good_example_has_no_faults() -> None:
    assert list(faults(GOOD)) == []


@pytest.mark.parametrize(
    ("span", "fault"),
    [
        ((11, 13), "lies outside the text"),
        ((-1, 2), "lies outside the text"),
        ((3, 3), "lies outside the text"),
        ((7, 3), "lies outside the text"),
        ((2, 7), "has blanks at its ends"),
        ((8, 12), "has blanks at its ends"),
    ],
)
def test_spans_stand_in_the_text_and_begin_and_end_with_letters(span: Offsets, fault: str) -> None:
    start, end = span
    tag = Tagged(layer="cue", start=start, end=end, label="cue")
    sort = Sorted(head="hedged", start=start, end=end, label="plain")
    link = Linked(relation="source", anchor=(3, 7), other=span)
    told = f"at {start}-{end} {fault}"
    assert list(faults(replace(GOOD, tagged=(tag,)))) == [f"c 7: cue {told}"]
    assert list(faults(replace(GOOD, sorted=(sort,)))) == [f"c 7: hedged {told}"]
    assert list(faults(replace(GOOD, linked=(link,)))) == [f"c 7: source {told}"]


def test_a_span_of_a_layer_that_is_not_labelled_completely_is_a_fault() -> None:
    (fault,) = faults(replace(GOOD, layers=frozenset({"source"})))
    assert fault == "c 7: a span of 'cue', which the example is not labelled for"


@pytest.mark.parametrize("anchors", [(), (("content", (3, 7)),), (("source", (0, 2)),)])
def test_a_link_begins_at_an_anchor(anchors: tuple[tuple[str, Offsets], ...]) -> None:
    (fault,) = faults(replace(GOOD, anchors=anchors))
    assert fault == "c 7: source of (3, 7), which is no anchor"
