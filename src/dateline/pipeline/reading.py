"""Reports into readings, one or many.

::

    Report ─▶ Text ─▶ signals, timexes, toponyms ─▶ mentions ─▶ Reading
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import TypeAlias

from dateline import __version__
from dateline.claims.compose import compose
from dateline.encoder.onnx import shipped_encoder
from dateline.errors import ReportError, ResourceError, UsageError, Where
from dateline.lexicon.outlets import home_country
from dateline.lexicon.tables import lexicon_hash
from dateline.mentions.find import find_mentions
from dateline.mentions.learned import with_signals
from dateline.mentions.voices import voice_of
from dateline.model.claims import Reading
from dateline.model.reports import Report
from dateline.model.signals import Encoder, Signals
from dateline.model.texts import Text
from dateline.places.find import find_toponyms
from dateline.places.gazetteer import Gazetteer
from dateline.places.store import open_gazetteer
from dateline.settings import READERS
from dateline.text.prepare import prepare
from dateline.times.find import find_timexes

Watch: TypeAlias = Callable[[str], AbstractContextManager[object]]
"""Called with the name of a stage; what it returns is entered while the stage runs."""

STAGES = ("text", "encoder", "times", "places", "mentions", "claims")

CHUNK = 16
"""Reports that are encoded together: windows of like length make better batches."""


def unwatched(_stage: str) -> AbstractContextManager[object]:
    """A watch that does nothing."""
    return nullcontext()


def reader_name(encoder: Encoder | None = None) -> str:
    """Name and version of a reader, with the hash of its tables and of its weights where it has some."""
    if encoder is None:
        return f"rules {__version__} {lexicon_hash()}"
    return f"learned {__version__} {lexicon_hash()} {encoder.name}"


@cache
def built_in_gazetteer() -> Gazetteer:
    """The gazetteer used where none is given; built on first use."""
    return open_gazetteer()


def encoder_of(reader: str) -> Encoder | None:
    """What a reader reads with: the shipped encoder for ``learned``, None for ``rules``.

    Raises:
        UsageError: for any other name.
        ResourceError: if the encoder's files are missing.
    """
    if reader not in READERS:
        raise UsageError(f"reader {reader!r} is not known: give one of {', '.join(READERS)}")
    return shipped_encoder() if reader == "learned" else None


def read_report(
    report: Report,
    *,
    gazetteer: Gazetteer | None = None,
    encoder: Encoder | None = None,
    watch: Watch = unwatched,
) -> Reading:
    """Read one report.

    Args:
        report: what to read.
        gazetteer: where place names are looked up; the built-in one by default.
        encoder: what the learned reader reads with (:func:`encoder_of`); None reads by rules alone.
        watch: told of each stage (:data:`STAGES`) as it runs, for measuring.
    """
    with watch("text"):
        text = prepare(report.text)
    signals = None
    if encoder is not None:
        with watch("encoder"):
            signals = encoder.read([text.body])[0]
    places = gazetteer if gazetteer is not None else built_in_gazetteer()
    return _read(_Prepared(report, text, signals), places, reader_name(encoder), watch)


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A report with its text made ready and, for the learned reader, encoded."""

    report: Report
    text: Text
    signals: Signals | None


def _read(given: _Prepared, places: Gazetteer, reader: str, watch: Watch) -> Reading:
    report, text, signals = given.report, given.text, given.signals
    with watch("times"):
        timexes = find_timexes(text, report.published)
    with watch("places"):
        toponyms = find_toponyms(text, places, home_country(report.outlet, report.url))
    with watch("mentions"):
        mentions = find_mentions(text, toponyms)
        if signals is not None:
            mentions = with_signals(text, mentions, signals)
    with watch("claims"):
        return compose(
            report,
            text,
            mentions,
            toponyms=toponyms,
            timexes=timexes,
            reader=reader,
            voice=_voice(report.outlet, places),
            signals=signals,
        )


def _voice(outlet: str | None, places: Gazetteer) -> str | None:
    """The side whose own word the report is; see :func:`dateline.mentions.voices.voice_of`."""
    if not outlet:
        return None
    return voice_of(prepare(outlet), lambda name: find_toponyms(name, places, None))


def try_report(
    report: Report, *, gazetteer: Gazetteer | None = None, encoder: Encoder | None = None
) -> Reading | ReportError:
    """As :func:`read_report`; a fault of the reader refuses this one report instead of stopping the rest.

    Raises:
        ResourceError: if a table, the gazetteer or the encoder is broken, which no other report would survive either.
    """
    try:
        return read_report(report, gazetteer=gazetteer, encoder=encoder)
    except ResourceError:
        raise
    except Exception as error:  # noqa: BLE001 -- the one place where a bug is kept from costing the other reports
        found = report.provenance
        return ReportError(
            Where(found.path, member=found.member, line=found.line),
            f"the reader failed on report {report.name!r} ({type(error).__name__}: {error}).",
            "That is a bug in Dateline: please report it, with this line. Other reports are not affected.",
        )


def read_reports(
    items: Iterable[Report | ReportError],
    *,
    gazetteer: Gazetteer | None = None,
    encoder: Encoder | None = None,
    skip: Callable[[Report], bool] = lambda _report: False,
) -> Iterator[tuple[Report | None, Reading | ReportError | None]]:
    """Read many reports, in their order; the learned reader encodes the next ones while it composes these.

    Args:
        items: reports, and what could not be loaded as one, which is handed on.
        gazetteer: as for :func:`read_report`.
        encoder: as for :func:`read_report`.
        skip: told a report; where it says yes the report is not read.

    Raises:
        Exception: what ``items`` raises, once all that came before is given.

    Yields:
        The report (None if it could not be loaded), and its reading, why there is none, or None if it was skipped.
    """
    if encoder is None:
        for item in items:
            yield _one(item, gazetteer, None, skip)
        return
    places = gazetteer if gazetteer is not None else built_in_gazetteer()
    source = _Source(items)
    with ThreadPoolExecutor(1) as worker:
        ahead: deque[tuple[list[Report | ReportError], Future[dict[int, _Prepared]]]] = deque()
        for chunk in source.chunks():
            wanted = {n: r for n, r in enumerate(chunk) if isinstance(r, Report) and not skip(r)}
            ahead.append((chunk, worker.submit(_encode, wanted, encoder)))
            if len(ahead) > 1:
                yield from _composed(*ahead.popleft(), places, encoder, skip)
        while ahead:
            yield from _composed(*ahead.popleft(), places, encoder, skip)
    if source.fault is not None:
        raise source.fault


def _one(
    item: Report | ReportError,
    gazetteer: Gazetteer | None,
    encoder: Encoder | None,
    skip: Callable[[Report], bool],
) -> tuple[Report | None, Reading | ReportError | None]:
    if isinstance(item, ReportError):
        return None, item
    if skip(item):
        return item, None
    return item, try_report(item, gazetteer=gazetteer, encoder=encoder)


class _Source:
    """The items in chunks of :data:`CHUNK`; what raises midway ends them, and is kept to be raised once those before it are read.

    Attributes:
        fault: what was raised.
    """

    def __init__(self, items: Iterable[Report | ReportError]) -> None:
        self._items = iter(items)
        self.fault: Exception | None = None

    def chunks(self) -> Iterator[list[Report | ReportError]]:
        """The chunks, the last one shorter."""
        while chunk := list(islice(self._untroubled(), CHUNK)):
            yield chunk

    def _untroubled(self) -> Iterator[Report | ReportError]:
        while self.fault is None:
            try:
                item = next(self._items)
            except StopIteration:
                return
            except Exception as error:  # noqa: BLE001 -- raised again by read_reports
                self.fault = error
                return
            yield item


def _encode(reports: Mapping[int, Report], encoder: Encoder) -> dict[int, _Prepared]:
    """The reports made ready, by their place in the chunk: one report may stand in it twice, out of two files."""
    texts = [prepare(report.text) for report in reports.values()]
    signals = encoder.read([text.body for text in texts])
    return {
        place: _Prepared(report, text, found)
        for (place, report), text, found in zip(reports.items(), texts, signals, strict=True)
    }


def _composed(
    chunk: Sequence[Report | ReportError],
    encoded: "Future[dict[int, _Prepared]]",
    places: Gazetteer,
    encoder: Encoder,
    skip: Callable[[Report], bool],
) -> Iterator[tuple[Report | None, Reading | ReportError | None]]:
    """The chunk's readings; where a whole chunk could not be encoded, each report is tried by itself, so that the one at fault is found."""
    prepared = encoded.result() if encoded.exception() is None else {}
    for place, item in enumerate(chunk):
        ready = prepared.get(place)
        if ready is None or not isinstance(item, Report):
            yield _one(item, places, encoder, skip)
            continue
        try:
            yield item, _read(ready, places, reader_name(encoder), unwatched)
        except Exception:  # noqa: BLE001 -- told properly below
            yield _one(item, places, encoder, skip)
