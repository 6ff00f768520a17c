"""One report of a story: its text, who speaks in it, its events, claims and positions, all with offsets."""

from corpus_authoring.desk import OUTLET, Desk, home_of, listed, name_of, said_by
from corpus_authoring.events import event
from corpus_authoring.spans import Entry, Json, Problems, Range, sentence_of

NOTICE = "Invented for testing: no such report was ever published, and its people and outlets do not exist."
_HEAD = ("outlet", "outlet_country", "genre", "copy_of")


def report(story: str, written: Json, speakers: dict[str, Json], problems: Problems) -> Json:
    """The corpus's object of one report."""
    name = f"{story}-{written['id']}"
    text = written["text"].strip()
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
            event(desk, n, row, attributions) for n, row in enumerate(written.get("events") or [])
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
        "via": [desk.span(v, f"{what}, via", near) for v in listed(extra.get("via"))],
    }


def _around(text: str, spans: list[Json]) -> Range:
    start = min((s["start"] for s in spans), default=0)
    end = max((s["end"] for s in spans), default=0)
    return sentence_of(text, start)[0], sentence_of(text, max(start, end - 1))[1]


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
        name = name_of(desk, speaker)
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


def _position(desk: Desk, number: int, row: Entry, attributions: list[Json]) -> Json:
    what = f"position {number}"
    if not isinstance(row, list) or len(row) != 4:
        desk.trouble(what, f"needs [speaker, issue, polarity, words], found {row!r}")
        row = [OUTLET, "", "", ""]
    speaker, issue, polarity, words = row
    found = desk.span(words, what)
    return {
        **said_by(desk, speaker, what),
        "issue": issue,
        "polarity": polarity,
        **found,
        "attribution": home_of(found, speaker, attributions),
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
