"""How far two codings of the same reports agree.

Three kinds of figure: F1 of the second coding against the first, with the measures a reader is scored by; F1 of spans, exact and
overlapping; and Krippendorff's alpha (nominal, *Content Analysis*, 2004) over units both coders marked, or over words for labels that
every word has or has not.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import krippendorff

from corpus_authoring.counts import covered_by
from corpus_authoring.spans import Json
from dateline.bench.metrics.alike import overlap, same_source
from dateline.bench.metrics.assignment import assign
from dateline.bench.metrics.counts import Prf
from dateline.bench.metrics.records import NAMES, score, weight

Pair = tuple[object, object]


@dataclass(frozen=True, slots=True)
class Alpha:
    """Krippendorff's alpha with the number of units it rests on; None where all units have one value."""

    name: str
    units: int
    value: float | None
    observed: float


def alpha(name: str, pairs: Sequence[Pair]) -> Alpha:
    """Nominal alpha of two coders over units, and the share of units they agree on."""
    domain = sorted({repr(value) for pair in pairs for value in pair})
    number = {value: n for n, value in enumerate(domain)}
    same = sum(repr(a) == repr(b) for a, b in pairs) / len(pairs) if pairs else 0.0
    if len(domain) < 2:
        return Alpha(name, len(pairs), None, same)
    coded = [[number[repr(pair[coder])] for pair in pairs] for coder in (0, 1)]
    told = krippendorff.alpha(
        reliability_data=coded,
        value_domain=list(range(len(domain))),
        level_of_measurement="nominal",
    )
    return Alpha(name, len(pairs), float(told), same)


def record_f1(first: Mapping[str, Json], second: Mapping[str, Json]) -> dict[str, Prf]:
    """The second coding scored as a reader against the first."""
    found = score(first, second)
    return {**{name: found.counts[name] for name in NAMES}, "record": found.record}


def span_f1(
    first: Mapping[str, Json], second: Mapping[str, Json], spans: Callable[[Json], list[Json]]
) -> tuple[Prf, Prf]:
    """Exact and overlapping spans of one kind, matched one to one within a report."""
    exact = touching = Prf()
    for name, one in first.items():
        a, b = _once(spans(one)), _once(spans(second[name]))
        same = len({(s["start"], s["end"]) for s in a} & {(s["start"], s["end"]) for s in b})
        exact += Prf.of(same, len(a), len(b))
        pairs = assign([[overlap(x, y) for y in b] for x in a])
        touching += Prf.of(len(pairs), len(a), len(b))
    return exact, touching


def _once(spans: Iterable[Json]) -> list[Json]:
    return list({(s["start"], s["end"]): s for s in spans}.values())


def sources(report: Json) -> list[Json]:
    """Source spans of all attributions."""
    return [said["source"] for said in report["attributions"] if said["source"]]


def cues(report: Json) -> list[Json]:
    """Cue spans of all attributions."""
    return [span for said in report["attributions"] for span in said["cue"]]


def contents(report: Json) -> list[Json]:
    """Content spans of all attributions."""
    return [span for said in report["attributions"] for span in said["content"]]


def triggers(report: Json) -> list[Json]:
    """Trigger spans of all events."""
    return [span for event in report["events"] for span in event["triggers"]]


def generic(report: Json) -> list[Json]:
    """Words listed as no incident."""
    found: list[Json] = report["not_incidents"]
    return found


SPANS: dict[str, Callable[[Json], list[Json]]] = {
    "source": sources,
    "cue": cues,
    "content": contents,
    "trigger": triggers,
    "not an incident": generic,
}


def word_alpha(
    first: Mapping[str, Json],
    second: Mapping[str, Json],
    name: str,
    spans: Callable[[Json], list[Json]],
) -> Alpha:
    """Alpha over all words: whether a word lies in a span of that kind."""
    pairs: list[Pair] = []
    for key, one in first.items():
        marked = [covered_by(spans(report)) for report in (one, second[key])]
        words = [m.start() for m in re.finditer(r"\w+", one["text"])]
        pairs += [(at in marked[0], at in marked[1]) for at in words]
    return alpha(f"word in {name}", pairs)


def unit_alphas(first: Mapping[str, Json], second: Mapping[str, Json]) -> list[Alpha]:
    """Alpha of every closed vocabulary, over the units that both coders marked."""
    found: dict[str, list[Pair]] = defaultdict(list)
    for key, one in first.items():
        other = second[key]
        found["has an event"].append((bool(one["events"]), bool(other["events"])))
        for a, b in _paired(one["events"], other["events"], weight):
            _event_units(a, b, one["text"], found)
        for x, y in _paired(one["positions"], other["positions"], overlap):
            found["position polarity"].append((x["polarity"], y["polarity"]))
    return [alpha(name, pairs) for name, pairs in found.items()]


def _event_units(one: Json, other: Json, text: str, found: dict[str, list[Pair]]) -> None:
    for name in ("type", "stage", "country", "admin1", "date"):
        found[f"event {name}"].append((one[name], other[name]))
    for part, told in (("targets", "type"), ("weapons", "type"), ("attackers", "side")):
        for x, y in _paired(one[part], other[part], overlap):
            found[f"{part} {told}"].append((x[told], y[told]))
    for x, y in _paired(one["claims"], other["claims"], _alike):
        for name in ("field", "stance", "source_kind", "hedged"):
            found[f"claim {name}"].append((x[name], y[name]))
        named = x["source"] if same_source(x, y, text) else y["source"]
        found["claim source"].append((x["source"], named))
        if x["field"] == y["field"]:
            found[f"claim value of {x['field']}"].append((x["value"], y["value"]))


def _alike(one: Json, other: Json) -> float:
    """Claims about the same words: overlap first, then field and value."""
    shared = overlap(one, other)
    return shared and shared + (one["field"] == other["field"]) + (one["value"] == other["value"])


def _paired(
    one: Sequence[Json], other: Sequence[Json], alike: Callable[[Json, Json], float]
) -> list[tuple[Json, Json]]:
    return [(one[i], other[j]) for i, j in assign([[alike(a, b) for b in other] for a in one])]
