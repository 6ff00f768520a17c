"""``bench speed --rounds``: the whole reader beside its bare encoder and beside spaCy, in one run, on the same texts and cores.

What is compared takes turns, round by round, so that a machine that slows down slows all alike; a ratio is taken within a round.
"""

import importlib
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Any, TypeAlias

from dateline.bench.speed import load_texts
from dateline.errors import ReportError, UsageError, Where
from dateline.model.signals import Encoder
from dateline.pipeline.reading import CHUNK, built_in_gazetteer, read_reports
from dateline.text.prepare import prepare

READER = "the whole reader"
ENCODER = "its encoder alone"

Turn: TypeAlias = Callable[[], None]
"""Goes over all texts once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """A figure over all rounds."""

    least: float
    middle: float
    most: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PaceRun:
    """What was measured.

    Attributes:
        texts: how many.
        words: how many, between blanks.
        words_per_second: by what was timed, of the clock on the wall.
        times_of_encoder: by what was timed, its time over the bare encoder's of the same round; empty where nothing was encoded.
    """

    texts: int
    words: int
    words_per_second: Mapping[str, Spread]
    times_of_encoder: Mapping[str, Spread]


def run(
    path: Path,
    *,
    rounds: int,
    limit: int | None = None,
    encoder: Encoder | None = None,
    spacy: str | None = None,
    tick: Callable[[], None] = lambda: None,
) -> PaceRun:
    """Time readers by turns.

    Args:
        path: one object with a ``text`` a line.
        rounds: how often each has its turn, after one that is not timed.
        limit: take only so many texts.
        encoder: what the learned reader reads with; None reads by rules, and there is no bare encoder to compare with.
        spacy: name of an installed pipeline of spaCy's to time too ("en_core_web_sm"), all its parts on, its texts piped.
        tick: called after each turn.

    Raises:
        ReportError: if the file holds no text, or a record without one.
        UsageError: if spaCy or the pipeline is not installed.
    """
    reports = [report for _, report in islice(load_texts(path), limit)]
    if not reports:
        raise ReportError(
            Where(str(path)), "holds no text.", 'Give one object with a "text" a line.'
        )
    bodies = [prepare(report.text).body for report in reports]
    places = built_in_gazetteer()

    def whole() -> None:
        for _ in read_reports(reports, gazetteer=places, encoder=encoder):
            pass

    turns: dict[str, Turn] = {READER: whole}
    if encoder is not None:
        turns[ENCODER] = lambda: _encode(encoder, bodies)
    if spacy is not None:
        turns[f"spaCy's {spacy}"] = _piped(spacy, bodies)
    seconds: dict[str, list[float]] = {name: [] for name in turns}
    for number in range(rounds + 1):
        for name, turn in turns.items():
            began = time.perf_counter()
            turn()
            if number:
                seconds[name].append(time.perf_counter() - began)
            tick()
    words = sum(len(report.text.split()) for report in reports)
    alone = seconds.get(ENCODER, ())
    return PaceRun(
        texts=len(reports),
        words=words,
        words_per_second={
            name: _spread([words / s for s in took]) for name, took in seconds.items()
        },
        times_of_encoder={
            name: _spread([s / bare for s, bare in zip(took, alone, strict=True)])
            for name, took in seconds.items()
            if alone and name != ENCODER
        },
    )


def _encode(encoder: Encoder, bodies: Sequence[str]) -> None:
    for first in range(0, len(bodies), CHUNK):
        encoder.read(bodies[first : first + CHUNK])


def _piped(name: str, bodies: Sequence[str]) -> Turn:
    try:
        pipeline: Any = importlib.import_module("spacy").load(name)
    except (ImportError, OSError) as error:
        raise UsageError(
            f"spaCy's pipeline {name!r} can't be loaded ({error}); install spaCy and the pipeline beside dateline, or leave --spacy out"
        ) from error

    def turn() -> None:
        for _ in pipeline.pipe(bodies):
            pass

    return turn


def _spread(values: Sequence[float]) -> Spread:
    return Spread(least=min(values), middle=median(values), most=max(values))


def as_dict(done: PaceRun) -> dict[str, Any]:
    """Every figure; words a second in whole numbers, ratios to two places."""
    return {
        "reports": done.texts,
        "words": done.words,
        "words_per_second": {
            name: {"min": round(s.least), "median": round(s.middle), "max": round(s.most)}
            for name, s in done.words_per_second.items()
        },
        "times_of_encoder": {
            name: {"min": round(s.least, 2), "median": round(s.middle, 2), "max": round(s.most, 2)}
            for name, s in done.times_of_encoder.items()
        },
    }
