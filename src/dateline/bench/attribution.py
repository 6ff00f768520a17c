"""``bench attribution``: who says what, in which words, on texts with source, cue and content marked (PolNeAR's form)."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import NoneType
from typing import Any, TypeAlias

from dateline.bench.keyed import Keyed, Row, field, keyed, objects, rules, stretch
from dateline.bench.metrics.attribution import KINDS, MEASURES, WHOLE, Attributed, Scores, score
from dateline.bench.metrics.spans import Stretch
from dateline.errors import ReportError
from dateline.model.spans import Span

System: TypeAlias = Callable[[Row], Row]
"""From a row of the data file (at least ``id`` and ``text``) to ``{"attributions": [...]}`` in the data file's own form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """F1 figures of others, or of an earlier trial, by kind.

    Attributes:
        who: whose.
        measure: the measure of :data:`MEASURES` they are nearest to.
        f1: 0 to 1, by kind.
        on: what was measured.
    """

    who: str
    measure: str
    f1: Mapping[str, float]
    on: str


def _by_kind(source: float, cue: float, content: float) -> dict[str, float]:
    return dict(zip(KINDS, (source, cue, content), strict=True))


PUBLISHED = (
    Published(
        who="BERT+CofeNet",
        measure="exact spans",
        f1=_by_kind(0.832, 0.753, 0.729),
        on="PolNeAR's test part, sentence by sentence (Wang et al. 2022)",
    ),
    Published(
        who="annotators",
        measure="exact spans",
        f1=_by_kind(0.777, 0.704, 0.654),
        on="agreement between human annotators of PolNeAR (Newell et al. 2018)",
    ),
    Published(
        who="annotators",
        measure="characters",
        f1=_by_kind(0.803, 0.701, 0.911),
        on="agreement between human annotators of PolNeAR (Newell et al. 2018)",
    ),
    Published(
        who="own trial",
        measure="tokens",
        f1=_by_kind(0.82, 0.68, 0.89),
        on="a first trial of a learned reader of this project",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributionRun:
    """Scores, and what was predicted in the data file's own format."""

    scores: Scores
    predictions: tuple[dict[str, Any], ...]


def read_attributions(row: Row) -> dict[str, Any]:
    """The rule reader's attributions of the row's text, in the data file's own form.

    A stop or comma at the end of what is said, which the reader keeps and PolNeAR leaves out, is left out.
    """
    text = row["text"]
    reading = rules(text, str(row.get("id", "text")))
    return {
        "attributions": [
            {
                "source": _pairs([said.source_span]),
                "cue": _pairs([said.cue]),
                "content": _pairs(_unstopped(part, text) for part in said.content),
            }
            for said in reading.attributions
        ]
    }


def _unstopped(span: Span, text: str) -> Span:
    return Span(span.start, span.end - 1) if span.of(text).endswith((".", ",")) else span


def _pairs(spans: Iterable[Span | None]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans if span is not None]


def run(
    path: Path,
    *,
    system: Path | None = None,
    reader: System = read_attributions,
    tick: Callable[[], None] = lambda: None,
) -> AttributionRun:
    """Score attributions on every text of a file.

    Args:
        path: rows with ``text`` and ``attributions``: ``[{"source": [[start, end], …], "cue": …, "content": …}]``.
        system: what another reader made of them, in the same format; ``reader`` is then not called.
        reader: what reads each row; this package's rules by default.
        tick: called after each text that is read.

    Raises:
        ReportError: naming file and line, if a row is not of that form.
    """
    rows = keyed(path, "text", "attributions")
    texts = {name: at.row["text"] for name, at in rows.items()}
    gold = {name: attributed(at, len(texts[name])) for name, at in rows.items()}
    if system is not None:
        given = keyed(system, "attributions")
    else:
        given = {}
        for name, at in rows.items():
            given[name] = Keyed(at.where, dict(reader(at.row)))
            tick()
    found = {
        name: attributed(at, len(texts[name])) if name in texts else ()
        for name, at in given.items()
    }
    return AttributionRun(
        scores=score(texts, gold, found),
        predictions=tuple(
            {"id": name, "text": text, "attributions": [_as_lists(a) for a in found[name]]}
            for name, text in texts.items()
            if name in found
        ),
    )


def attributed(at: Keyed, size: int) -> tuple[Attributed, ...]:
    """The attributions of a row, checked against the size of its text in characters.

    Raises:
        ReportError: naming file and line, if one is not of the form that :func:`run` tells.
    """
    return tuple(
        {kind: tuple(_stretches(row.get(kind), at, size)) for kind in KINDS}
        for row in objects(at, "attributions")
    )


def _stretches(given: object, at: Keyed, size: int) -> Iterator[Stretch]:
    where = field(at, "attributions")
    if not isinstance(given, (list, tuple, NoneType)):
        raise ReportError(where, f"{given!r} is no list.", "Give a list of [start, end] pairs.")
    for pair in given or ():
        match pair:
            case [start, end]:
                yield stretch(start, end, size, where)
            case _:
                raise ReportError(where, f"{pair!r} is no pair.", "Give [start, end] pairs.")


def _as_lists(attribution: Attributed) -> dict[str, list[list[int]]]:
    return {kind: [list(pair) for pair in attribution[kind]] for kind in KINDS}


def as_dict(scores: Scores) -> dict[str, Any]:
    """Every figure, with the published ones."""
    return {
        **{
            measure: {kind: scores.parts[measure][kind].row() for kind in KINDS}
            for measure in MEASURES
        },
        "attributions": {name: scores.whole[name].row() for name in WHOLE},
        "texts": scores.texts,
        "texts_missing": scores.missing,
        "texts_ignored": scores.ignored,
        "published": [
            {"who": p.who, "measure": p.measure, "f1": dict(p.f1), "on": p.on} for p in PUBLISHED
        ],
    }
