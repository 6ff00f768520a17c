"""A template's slots in MUC notation, out of the fills of one incident (fill rules of 1992)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dateline.bench.templates.fills import Fill, best
from dateline.lexicon.numbers import parse_number
from dateline.model.places import Level, Toponym
from dateline.model.signals import Signals
from dateline.model.spans import Span
from dateline.model.texts import Text
from dateline.model.times import Timex, TimexType

_MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]
_NO_WEAPON = frozenset({"ARSON", "KIDNAPPING"})
_NO_THING = frozenset({"KIDNAPPING"})
_AROUND = 400  # characters from a fill within which a date may be its incident's
_LEVELS = {Level.TOWN: "CITY", Level.REGION: "DEPARTMENT", Level.DISTRICT: "MUNICIPALITY"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What the slots of a text's templates are filled from."""

    text: Text
    signals: Signals
    timexes: Sequence[Timex]
    toponyms: Sequence[Toponym]
    published: date | None


def template(fills: Sequence[Fill], scene: Scene) -> dict[str, list[str]]:
    """One template; slots without a fill are left out."""
    spans = [m for f in fills for m in f.mentions]
    kind = best(scene.signals, "muc_type", spans) or "ATTACK"
    slots: dict[str, list[str]] = {
        "inc-type": [kind],
        "inc-stage": [best(scene.signals, "muc_stage", spans) or "ACCOMPLISHED"],
        "inc-date": _date(spans, scene),
        "inc-loc": _place(spans, scene),
        "perp-inc-cat": _category(fills, spans, scene),
    }
    of = {role: [f for f in fills if f.role == role] for role in {f.role for f in fills}}
    if kind not in _NO_WEAPON:
        slots |= _weapons(of.get("instrument", ()), scene)
    slots |= _perpetrators(of, scene)
    if kind not in _NO_THING:
        slots |= _things(of.get("phys-tgt", ()), scene)
    slots |= _people(of.get("hum-tgt", ()), scene)
    return {name: found for name, found in slots.items() if found}


def quoted(words: str) -> str:
    """A string fill in MUC notation."""
    return f'"{words.upper()}"'


def _date(spans: Sequence[Span], scene: Scene) -> list[str]:
    """The date told nearest to the fills, those of the same sentences first; else "on or before" the report's."""
    told = [
        t
        for t in scene.timexes
        if t.interval is not None
        and t.type in {TimexType.DATE, TimexType.TIME}
        and len(t.interval) <= 7
        and (scene.text.dateline is None or t.span.start >= scene.text.dateline.span.end)
    ]
    near = sorted((_gap(t.span, spans), t.span.start, t) for t in told)
    if near and near[0][0] <= _AROUND and near[0][2].interval is not None:
        interval = near[0][2].interval
        first, last = _day(interval.start), _day(interval.last)
        return [first if first == last else f"{first} - {last}"]
    return [f"- {_day(scene.published)}"] if scene.published is not None else []


def _gap(span: Span, others: Sequence[Span]) -> int:
    return min(max(o.start - span.end, span.start - o.end, 0) for o in others)


def _day(day: date) -> str:
    return f"{day.day:02d} {_MONTHS[day.month - 1]} {day.year % 100:02d}"


def _place(spans: Sequence[Span], scene: Scene) -> list[str]:
    """Country and the place that the encoder took for the incident's, else the country told most often."""
    marked = [s for s in scene.signals.spans("muc") if s.label == "place"]
    near = sorted(marked, key=lambda s: (_gap(s.span, spans), s.span.start))
    for signal in near:
        toponym = next((t for t in scene.toponyms if t.span.overlaps(signal.span)), None)
        if toponym is None or toponym.place is None or toponym.place.country_name is None:
            continue
        country = toponym.place.country_name.upper()
        if toponym.place.level is Level.COUNTRY:
            return [country]
        level = _LEVELS.get(toponym.place.level, "CITY")
        return [f"{country}: {' '.join(signal.span.of(scene.text.body).split()).upper()} ({level})"]
    countries = [
        t.place.country_name.upper()
        for t in scene.toponyms
        if t.place is not None and t.place.country_name is not None
    ]
    if not countries:
        return []
    commonest = max(sorted(set(countries)), key=countries.count)
    if near:
        return [f"{commonest}: {' '.join(near[0].span.of(scene.text.body).split()).upper()} (CITY)"]
    return [commonest]


def _category(fills: Sequence[Fill], spans: Sequence[Span], scene: Scene) -> list[str]:
    if not any(f.role.startswith("perp") for f in fills):
        return []
    found = best(scene.signals, "muc_category", spans)
    return [found] if found else []


def _weapons(fills: Sequence[Fill], scene: Scene) -> dict[str, list[str]]:
    return {
        "inc-instr-id": [quoted(f.words) for f in fills],
        "inc-instr-type": [_typed(f, "muc_instrument", scene) for f in fills],
    }


def _typed(fill: Fill, head: str, scene: Scene) -> str:
    return f"{best(scene.signals, head, fill.mentions)}: {quoted(fill.words)}"


def _perpetrators(of: dict[str, list[Fill]], scene: Scene) -> dict[str, list[str]]:
    groups = of.get("perp-org", [])
    return {
        "perp-ind-id": [quoted(f.words) for f in of.get("perp-ind", [])],
        "perp-org-id": [quoted(f.words) for f in groups],
        "perp-org-conf": [_typed(f, "muc_confidence", scene) for f in groups],
    }


def _things(fills: Sequence[Fill], scene: Scene) -> dict[str, list[str]]:
    effects = [(f, _said(f, "muc_thing_effect", scene)) for f in fills]
    return {
        "phys-tgt-id": [quoted(f.words) for f in fills],
        "phys-tgt-type": [_typed(f, "muc_thing", scene) for f in fills],
        "phys-tgt-num": [f"{_number(f.words)}: {quoted(f.words)}" for f in fills],
        "phys-tgt-effect": [f"{e}: {quoted(f.words)}" for f, e in effects if e],
    }


def _people(fills: Sequence[Fill], scene: Scene) -> dict[str, list[str]]:
    named = [f for f in fills if best(scene.signals, "muc_person_form", f.mentions) == "name"]
    described = [f for f in fills if f not in named]
    effects = [(f, _said(f, "muc_person_effect", scene)) for f in fills]
    beside = {f.words: _beside(f, named) for f in described}
    alone = [f for f in fills if f in named or beside[f.words] is None]
    return {
        "hum-tgt-name": [quoted(f.words) for f in named],
        "hum-tgt-desc": [
            quoted(f.words) + (f": {quoted(name.words)}" if (name := beside[f.words]) else "")
            for f in described
        ],
        "hum-tgt-type": [_typed(f, "muc_person", scene) for f in alone],
        "hum-tgt-num": [f"{_number(f.words)}: {quoted(f.words)}" for f in alone],
        "hum-tgt-effect": [f"{e}: {quoted(f.words)}" for f, e in effects if e and f in alone],
    }


def _beside(fill: Fill, named: Sequence[Fill]) -> Fill | None:
    """The name that a title or role stands right beside."""
    for name in named:
        for a in name.mentions:
            for b in fill.mentions:
                if max(a.start - b.end, b.start - a.end) <= 3:
                    return name
    return None


def _said(fill: Fill, head: str, scene: Scene) -> str | None:
    top = best(scene.signals, head, fill.mentions)
    return None if top == "UNSAID" else top


def _number(words: str) -> str:
    first = words.lower().split()
    for length in (3, 2, 1):
        number = parse_number(first[:length])
        if number is not None:
            return str(number)
    return "PLURAL" if first[-1].endswith("s") and not first[-1].endswith("ss") else "1"
