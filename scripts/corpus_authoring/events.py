"""One event of a report: triggers, arguments, claims."""

from corpus_authoring.desk import OUTLET, Desk, home_of, listed, said_by
from corpus_authoring.spans import Entry, Json, sentence_of


def event(desk: Desk, number: int, row: Json, attributions: list[Json]) -> Json:
    """The corpus's object of one event; its key is its letter."""
    key = chr(ord("A") + number)
    what = f"event {key}"
    triggers = [desk.span(t, f"{what}, trigger") for t in listed(row.get("triggers"))]
    if not triggers:
        desk.trouble(what, "needs triggers: the words that name the attack, the main one first")
        triggers = [{"text": "", "start": 0, "end": 0}]
    date = row.get("date")
    if date is not None and (not isinstance(date, list) or len(date) != 2):
        desk.trouble(what, f"date needs [from, to] or null, found {date!r}")
        date = None
    days = {"from": str(date[0]), "to": str(date[1])} if date else None

    def argument(kind: str, entry: Entry, part: str | None) -> Json:
        words, *more = (entry if isinstance(entry, list) else [entry]) or [None]
        extra: Json = more.pop() if more and isinstance(more[-1], dict) else {}
        found = desk.span(words, f"{what}, {kind}")
        told = {part: more[0] if more else None} if part else {}
        return {**found, **told, "trigger": _trigger(desk, found, triggers, extra)}

    times = [argument("times", t, None) | _days_of(t, days) for t in row.get("times") or []]
    claims = [
        _claim(desk, f"{what}, claim {n}", c, triggers, attributions)
        for n, c in enumerate(row.get("claims") or [])
    ]
    claims, repeats = _told_once(claims)
    return {
        "key": key,
        "incident": row.get("incident"),
        "follow_up": bool(row.get("follow_up")),
        "type": row.get("type"),
        "stage": row.get("stage"),
        "date": days,
        "country": row.get("country"),
        "admin1": row.get("admin1"),
        "trigger": triggers[0],
        "triggers": triggers,
        "times": times,
        "places": [argument("places", p, None) for p in row.get("places") or []],
        "attackers": [argument("attackers", a, "side") for a in row.get("attackers") or []],
        "targets": [argument("targets", t, "type") for t in row.get("targets") or []],
        "weapons": [argument("weapons", w, "type") for w in row.get("weapons") or []],
        "claims": claims,
        "repeats": repeats,
    }


def _told_once(claims: list[Json]) -> tuple[list[Json], list[Json]]:
    """Each value once a speaker and stance, where it first stands in the text; what says it again, apart."""
    seen: set[tuple[str, ...]] = set()
    first: list[Json] = []
    again: list[Json] = []
    for claim in sorted(claims, key=lambda c: (c["start"], c["end"])):
        told = (claim["field"], repr(claim["value"]), claim["speaker"], claim["stance"])
        (again if told in seen else first).append(claim)
        seen.add(told)
    return first, again


def _days_of(entry: Entry, event: Json | None) -> Json:
    if isinstance(entry, list) and len(entry) > 2 and not isinstance(entry[1], dict):
        return {"from": str(entry[1]), "to": str(entry[2])}
    return dict(event) if event else {"from": None, "to": None}


def _trigger(desk: Desk, found: Json, triggers: list[Json], extra: Json) -> int:
    """Which trigger a span belongs to: as coded, else the nearest of its sentence, else the event's first."""
    if "t" in extra:
        if not 0 <= extra["t"] < len(triggers):
            desk.trouble(
                found["text"],
                f"t: {extra['t']} names no trigger; there are {len(triggers)}, from 0",
            )
            return 0
        return int(extra["t"])
    start, end = sentence_of(desk.text, found["start"])
    near = [
        (abs(t["start"] - found["start"]), n)
        for n, t in enumerate(triggers)
        if start <= t["start"] < end
    ]
    return min(near)[1] if near else 0


def _claim(
    desk: Desk, what: str, row: Entry, triggers: list[Json], attributions: list[Json]
) -> Json:
    if not isinstance(row, list) or len(row) < 5:
        desk.trouble(
            what,
            f"needs [field, value, words, speaker or outlet, stance, hedged or nothing], found {row!r}",
        )
        row = ["occurrence", None, "", OUTLET, "asserted"]
    field, value, words, speaker, stance, *more = row
    extra: Json = more.pop() if more and isinstance(more[-1], dict) else {}
    found = desk.span(words, what)
    return {
        "field": field,
        "value": value,
        **found,
        **said_by(desk, speaker, what),
        "stance": stance,
        "hedged": "hedged" in more,
        "origin": extra.get("origin"),
        "attribution": home_of(found, speaker, attributions),
        "trigger": _trigger(desk, found, triggers, extra),
    }
