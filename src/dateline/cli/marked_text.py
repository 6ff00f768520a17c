"""A report's text with marks drawn over it: colours and underlines in a terminal, angle marks elsewhere."""

from collections.abc import Collection, Iterable, Iterator
from itertools import groupby
from types import MappingProxyType

from rich.text import Text

from dateline.cli.output import clean_lines
from dateline.views.report_page import Layer, Mark, Stretch, stretches

GROUPS = MappingProxyType(
    {
        "attributions": (Layer.SOURCE, Layer.CUE, Layer.CONTENT),
        "events": (Layer.TRIGGER, Layer.ATTACKER, Layer.TARGET, Layer.WEAPON, Layer.CLAIM),
        "places": (Layer.PLACE,),
        "times": (Layer.TIME,),
        "positions": (Layer.POSITION,),
        "general": (Layer.NOT_INCIDENT,),
    }
)
"""What ``--layer`` may name, and the layers that stand for it."""

STYLES = MappingProxyType(
    {
        Layer.CONTENT: "italic",
        Layer.POSITION: "italic magenta",
        Layer.NOT_INCIDENT: "dim",
        Layer.CLAIM: "underline",
        Layer.SOURCE: "bold cyan",
        Layer.CUE: "cyan",
        Layer.TRIGGER: "bold red",
        Layer.ATTACKER: "red",
        Layer.TARGET: "yellow",
        Layer.WEAPON: "bright_red",
        Layer.PLACE: "green",
        Layer.TIME: "blue",
    }
)
"""How each layer looks; the later stand over the earlier."""

_DRAWN = tuple(STYLES)


def shown_layers(groups: Collection[str]) -> frozenset[Layer]:
    """The layers of those groups; all for none."""
    return frozenset(layer for group in groups or GROUPS for layer in GROUPS[group])


def marked_text(
    text: str, marks: Collection[Mark], shown: Collection[Layer], *, colour: bool
) -> Text:
    """The whole text with the marks of the layers shown; its line breaks stay, other controls become spaces."""
    pieces = stretches(text, marks, shown)
    made = Text()
    if colour:
        for piece in pieces:
            layers = {mark.layer for mark in piece.marks}
            style = " ".join(STYLES[layer] for layer in _DRAWN if layer in layers)
            made.append(clean_lines(piece.text), style=style or None)
        return made
    for words in _with_angles(pieces):
        made.append(words)
    return made


def _with_angles(pieces: Iterable[Stretch]) -> Iterator[str]:
    """``⟦struck⟧trigger+claim``: what starts or ends at one place shares one pair of angle marks."""
    opened: frozenset[Mark] = frozenset()
    for piece in pieces:
        now = frozenset(piece.marks)
        yield _closing(opened - now)
        yield "⟦" * len({mark.span for mark in now - opened})
        yield clean_lines(piece.text)
        opened = now
    yield _closing(opened)


def _closing(ended: Collection[Mark]) -> str:
    """One ``⟧`` a span that ends here, the shortest first, each followed by what it was."""
    ordered = sorted(ended, key=lambda mark: (-mark.span.start, _DRAWN[::-1].index(mark.layer)))
    spans = groupby(ordered, key=lambda mark: mark.span.start)
    return "".join(
        "⟧" + "+".join(dict.fromkeys(mark.layer.value.replace(" ", "-") for mark in some))
        for _, some in spans
    )


def legend(shown: Collection[Layer]) -> Text:
    """The names of the layers shown, each in its style."""
    made = Text("marks: ")
    for n, layer in enumerate(layer for layer in Layer if layer in shown):
        made.append(", " if n else "")
        made.append(layer.value, style=STYLES[layer])
    return made
