from dateline.cli.marked_text import GROUPS, STYLES, legend, marked_text, shown_layers
from dateline.model.spans import Span
from dateline.views.report_page import Layer, Mark

TEXT = "Drones struck a depot.\nAll [red]well\x1b[0m, Ilan Torv said."


def mark(words: str, layer: Layer) -> Mark:
    start = TEXT.index(words)
    return Mark(span=Span(start, start + len(words)), layer=layer, label="x")


MARKS = [
    mark("struck", Layer.TRIGGER),
    mark("struck", Layer.CLAIM),
    mark("a depot", Layer.TARGET),
    mark("said", Layer.CUE),
]


def test_without_colour_marks_stand_between_angle_marks() -> None:
    made = marked_text(TEXT, MARKS, tuple(Layer), colour=False).plain
    assert made.startswith("Drones ⟦struck⟧trigger+claim ⟦a depot⟧target.\n")
    assert made.endswith("Ilan Torv ⟦said⟧cue.")


def test_only_the_layers_asked_for_are_marked() -> None:
    made = marked_text(TEXT, MARKS, shown_layers(["attributions"]), colour=False).plain
    assert made.count("⟦") == 1
    assert "⟦said⟧cue" in made


def test_marks_that_cross_are_both_closed() -> None:
    crossing = [mark("struck a", Layer.CLAIM), mark("a depot", Layer.TARGET)]
    made = marked_text(TEXT, crossing, tuple(Layer), colour=False).plain
    assert made.startswith("Drones ⟦struck ⟦a⟧claim depot⟧target.")


def test_with_colour_the_text_is_whole_and_styled() -> None:
    made = marked_text(TEXT, MARKS, tuple(Layer), colour=True)
    assert made.plain == TEXT.replace("\x1b", " ")
    styles = {made.plain[s.start : s.end]: str(s.style) for s in made.spans}
    assert styles["struck"] == "underline bold red"
    assert styles["a depot"] == "yellow"


def test_controls_become_spaces_and_markup_stays_as_it_is() -> None:
    for colour in (True, False):
        made = marked_text(TEXT, [], (), colour=colour)
        assert "[red]well [0m" in made.plain
        assert made.spans == []


def test_every_layer_has_a_group_a_style_and_a_place_in_the_legend() -> None:
    grouped = [layer for group in GROUPS.values() for layer in group]
    assert sorted(grouped) == sorted(STYLES) == sorted(Layer)
    assert shown_layers([]) == frozenset(Layer)
    assert legend(shown_layers(["places", "times"])).plain == "marks: time, place"
