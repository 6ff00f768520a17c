"""The learned reader's layers in the forms that the benchmarks take."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from dateline.claims.learned import Attributed, attributed
from dateline.model.signals import Encoder, Signals
from dateline.model.spans import Span
from dateline.model.texts import Text
from dateline.text.prepare import prepare

_LAYERS = ("source", "cue", "content")


def attributions(encoder: Encoder) -> Callable[[Mapping[str, Any]], dict[str, Any]]:
    """From a row with a ``text`` to its ``attributions``.

    What a layer marks and no cue is found for, and a cue that is not sure enough to attribute by, is given too, as an attribution that lacks the rest.
    """

    def system(row: Mapping[str, Any]) -> dict[str, Any]:
        text = prepare(str(row["text"]))
        (signals,) = encoder.read([text.body])
        found = tuple(attributed(text, signals))
        return {"attributions": [*_linked(text, found), *_left(text, signals, found)]}

    return system


def _linked(text: Text, found: Iterable[Attributed]) -> Iterator[dict[str, list[list[int]]]]:
    for each in found:
        yield {
            "source": [_pair(text, s.span) for s in each.source],
            "cue": [_pair(text, each.cue.span)],
            "content": [_pair(text, part) for part in each.content],
        }


def _left(
    text: Text, signals: Signals, found: Iterable[Attributed]
) -> Iterator[dict[str, list[list[int]]]]:
    taken: dict[str, list[Span]] = {"source": [], "cue": [], "content": []}
    for each in found:
        taken["cue"].append(each.cue.span)
        taken["source"].extend(s.span for s in each.source)
        taken["content"].extend(each.content)
    for layer, spans in taken.items():
        for signal in signals.spans(layer):
            if not any(signal.span.overlaps(span) for span in spans):
                yield {
                    name: [_pair(text, signal.span)] if name == layer else [] for name in _LAYERS
                }


def _pair(text: Text, span: Span) -> list[int]:
    found = text.to_source(span)
    return [found.start, found.end]


def entities(encoder: Encoder) -> Callable[[str], tuple[tuple[int, int, str], ...]]:
    """From a text to its entities: start, end, kind."""

    def system(given: str) -> tuple[tuple[int, int, str], ...]:
        text = prepare(given)
        (signals,) = encoder.read([text.body])
        return tuple((*_pair(text, s.span), s.label) for s in signals.spans("entity"))  # type: ignore[misc]

    return system


def types(encoder: Encoder) -> Callable[[Sequence[str]], list[tuple[str, float]]]:
    """From short texts to the sub-event type of each, with its probability."""

    def system(texts: Sequence[str]) -> list[tuple[str, float]]:
        return [signals.kinds()[0] for signals in encoder.read(texts)]

    return system
