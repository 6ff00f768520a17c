"""One report of a story: its text, who speaks in it, its events, claims and positions, all with offsets."""

from dataclasses import dataclass
from typing import Any

from corpus_authoring.spans import Entry, Json, Problems, Range, sentence_of, span

NOTICE = "Invented for testing: no such report was ever published, and its people and outlets do not exist."
OUTLET = "outlet"
_HEAD = ("outlet", "outlet_country", "genre", "copy_of")


@dataclass(frozen=True, slots=True)
class Desk:
    """What coding one report needs at hand.

    Attributes:
        text: the report.
        where: story and report, for messages.
        speakers: the story's, by id.
        names: how this report first introduces them, by id.
        voice: the speaker whose own text this is (a ministry's post); None for a medium's.
        problems: where trouble is noted.
    """

    text: str
    where: str
    speakers: dict[str, Json]
    names: dict[str, str]
    voice: str | None
    problems: Problems

    def span(self, words: object, what: str, within: Range | None = None) -> Json:
        """The words' place in the text."""
        return span(self.text, words, f"{self.where}, {what}", self.problems, within)

    def trouble(self, what: str, message: str) -> None:
        """Note a problem of this report."""
        self.problems.add(f"{self.where}, {what}", message)


def report(story: str, written: Json, speakers: dict[str, Json], problems: Problems) -> Json:
    """The corpus's object of one report."""
    name = f"{story}-{written['id']}"
    text = " \n".join(written["text"].split(" \n")).strip()
    desk = Desk(
        text,
        f"report {written['id']}",
        speakers,
        written.get("names") or {},
        written.get("voice"),
        problems,
    )
    if desk.voice is not None and desk.voice not in speakers:
        desk.trouble(
            "voice", f"{desk.voice!r} is not among the story's speakers ({', '.join(speakers)})"
        )
    attributions = [
        _attribution(desk, n, row) for n, row in enumerate(written.get("attributions") or [])
    ]
    copied = written.get("copy_of")
    return {
        "notice": NOTICE,
        "id": name,
        "story": story,
        "published": str(written["published"]),
        **{key: written.get(key) for key in _HEAD},
        "voice": desk.voice,
        "copy_of": f"{story}-{copied}" if copied else None,
        "features": written.get("features") or [],
        "text": text,
        "events": [
            _event(desk, n, row, attributions) for n, row in enumerate(written.get("events") or [])
        ],
        "positions": [
            _position(desk, n, row, attributions)
            for n, row in enumerate(written.get("positions") or [])
        ],
        "not_incidents": [
            _generic(desk, n, row) for n, row in enumerate(written.get("not_incidents") or [])
        ],
        "sources": _sources(desk, written, attributions),
        "attributions": attributions,
    }


def _attribution(desk: Desk, number: int, row: Entry) -> Json:
    what = f"attribution {number}"
    if not isinstance(row, list) or len(row) < 4:
        desk.trouble(
            what,
            f"needs [speaker, source words or null, cue, [contents], {{via: …}} or nothing], found {row!r}",
        )
        row = [OUTLET, None, "", []]
    speaker, source, cue, contents, *more = row
    extra: Json = more[0] if more and isinstance(more[0], dict) else {}
    if speaker is not None and speaker not in desk.speakers:
        desk.trouble(
            what,
            f"speaker {speaker!r} is not among the story's speakers ({', '.join(desk.speakers)}); null for someone of no account",
        )
    spans = [
        desk.span(c, f"{what}, content")
        for c in (contents if isinstance(contents, list) else [contents])
    ]
    near = _around(desk.text, spans)
    cues = cue if isinstance(cue, list) else [cue]
    return {
        "speaker": speaker,
        "source": desk.span(source, f"{what}, source", near) if source else None,
        "cue": [desk.span(c, f"{what}, cue", near) for c in cues if c],
        "content": spans,
        "via": [desk.span(v, f"{what}, via", near) for v in _many(extra.get("via"))],
    }


def _around(text: str, spans: list[Json]) -> Range:
    start = min((s["start"] for s in spans), default=0)
    end = max((s["end"] for s in spans), default=0)
    return sentence_of(text, start)[0], sentence_of(text, max(start, end - 1))[1]


def _many(value: object) -> list[Any]:
    return value if isinstance(value, list) else [value] if value else []


def _sources(desk: Desk, written: Json, attributions: list[Json]) -> list[Json]:
    used = (
        {a["speaker"] for a in attributions}
        | {
            row[3]
            for event in written.get("events") or []
            for row in event.get("claims") or []
            if len(row) > 3
        }
        | {row[0] for row in written.get("positions") or []}
    )
    found = []
    for speaker in sorted((used - {None}) & desk.speakers.keys()):
        told = desk.speakers[speaker]
        name = _name(desk, speaker)
        found.append(
            {
                "speaker": speaker,
                "name": name,
                "kind": told["kind"],
                "side": told.get("side"),
                **{
                    k: v
                    for k, v in desk.span(f"{name}@1", f"name of {speaker}").items()
                    if k != "text"
                },
            }
        )
    return found


def _name(desk: Desk, speaker: str) -> str:
    name = desk.names.get(speaker, desk.speakers[speaker].get("name"))
    if not name or name not in desk.text:
        desk.trouble(
            "names",
            f"say how this report first introduces {speaker}: names: {{{speaker}: words of the text}} (now {name!r})",
        )
    return name or ""


def _said_by(desk: Desk, speaker: str, what: str) -> Json:
    if speaker == OUTLET:
        side = desk.speakers.get(desk.voice or "", {}).get("side")
        return {
            "source": OUTLET,
            "source_kind": OUTLET,
            "side": side,
            "speaker": desk.voice or OUTLET,
        }
    if speaker not in desk.speakers:
        desk.trouble(
            what,
            f"speaker {speaker!r} is not among the story's speakers ({', '.join(desk.speakers)}) nor 'outlet'",
        )
        return {"source": speaker, "source_kind": None, "side": None, "speaker": speaker}
    told = desk.speakers[speaker]
    return {
        "source": _name(desk, speaker),
        "source_kind": told["kind"],
        "side": told.get("side"),
        "speaker": speaker,
    }


def _home(found: Json, speaker: str, attributions: list[Json]) -> int | None:
    """The number of the attribution of this speaker whose content (or source, for "X's attack") holds the words; the smallest such."""
    best: tuple[int, int] | None = None
    for number, said in enumerate(attributions):
        if said["speaker"] != speaker:
            continue
        for part in said["content"]:
            if part["start"] < found["end"] and found["start"] < part["end"]:
                best = min(best or (10**9, 0), (part["end"] - part["start"], number))
    return best[1] if best else None


def _event(desk: Desk, number: int, row: Json, attributions: list[Json]) -> Json:
    key = chr(ord("A") + number)
    what = f"event {key}"
    triggers = [desk.span(t, f"{what}, trigger") for t in _many(row.get("triggers"))]
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
        **_said_by(desk, speaker, what),
        "stance": stance,
        "hedged": "hedged" in more,
        "origin": extra.get("origin"),
        "attribution": _home(found, speaker, attributions),
        "trigger": _trigger(desk, found, triggers, extra),
    }


def _position(desk: Desk, number: int, row: Entry, attributions: list[Json]) -> Json:
    what = f"position {number}"
    if not isinstance(row, list) or len(row) != 4:
        desk.trouble(what, f"needs [speaker, issue, polarity, words], found {row!r}")
        row = [OUTLET, "", "", ""]
    speaker, issue, polarity, words = row
    found = desk.span(words, what)
    return {
        **_said_by(desk, speaker, what),
        "issue": issue,
        "polarity": polarity,
        **found,
        "attribution": _home(found, speaker, attributions),
    }


def _generic(desk: Desk, number: int, row: Entry) -> Json:
    what = f"not_incident {number}"
    parts = row if isinstance(row, list) else [row]
    words, trigger = (*parts, None)[:2] if len(parts) in {1, 2} else (None, None)
    found = desk.span(words, what)
    inner = (
        desk.span(trigger, f"{what}, trigger", (found["start"], found["end"])) if trigger else None
    )
    return {**found, "trigger": inner}
