"""What the corpus holds, counted."""

import re
import statistics
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from corpus_authoring.spans import Json

SPLITS = ("train", "dev", "test")
Row = tuple[str, ...]


def size_rows(reports: Mapping[str, Sequence[Json]], stories: Sequence[Json]) -> list[Row]:
    """Stories, reports, words and everything coded, by split."""
    told: dict[str, list[int]] = {}
    for split in SPLITS:
        mine = reports[split]
        events = [e for r in mine for e in r["events"]]
        incidents = [i for s in stories if s["split"] == split for i in s["incidents"]]
        figures = {
            "stories": sum(s["split"] == split for s in stories),
            "reports": len(mine),
            "reports without an event": sum(not r["events"] for r in mine),
            "reports copied from another": sum(r["copy_of"] is not None for r in mine),
            "words": sum(len(words(r["text"])) for r in mine),
            "incidents": sum(not i["umbrella"] for i in incidents),
            "events": len(events),
            "follow-ups among them": sum(e["follow_up"] for e in events),
            "triggers": sum(len(e["triggers"]) for e in events),
            "claims": sum(len(e["claims"]) for e in events),
            "positions": sum(len(r["positions"]) for r in mine),
            "not incidents": sum(len(r["not_incidents"]) for r in mine),
            "attributions": sum(len(r["attributions"]) for r in mine),
            "disputed fields": sum(len(i["dissent"]) for i in incidents),
        }
        for name, figure in figures.items():
            told.setdefault(name, []).append(figure)
    return [(name, *(f"{n:,}" for n in row), f"{sum(row):,}") for name, row in told.items()]


def words(text: str) -> list[str]:
    """Its words."""
    return re.findall(r"\w+", text)


def theatre_rows(reports: Mapping[str, Sequence[Json]], stories: Sequence[Json]) -> list[Row]:
    """Stories, reports and events by theatre."""
    home = {s["story"]: s["theatre"] for s in stories}
    counted: dict[str, Counter[str]] = {}
    for split in SPLITS:
        for report in reports[split]:
            row = counted.setdefault(home[report["story"]], Counter())
            row.update({"reports": 1, "events": len(report["events"])})
    for story in stories:
        counted[story["theatre"]].update({"stories": 1, story["split"]: 1})
    columns = ("stories", *SPLITS, "reports", "events")
    return [(name, *(str(counted[name][c]) for c in columns)) for name in sorted(counted)]


def spread(reports: Mapping[str, Sequence[Json]]) -> dict[str, Counter[str]]:
    """How often each word of each vocabulary is used, over all splits."""
    every = [r for split in SPLITS for r in reports[split]]
    events = [e for r in every for e in r["events"]]
    claims = [c for e in events for c in e["claims"]]
    return {
        "event type": Counter(e["type"] for e in events),
        "stage": Counter(e["stage"] for e in events),
        "target": Counter(t["type"] for e in events for t in e["targets"]),
        "weapon": Counter(w["type"] for e in events for w in e["weapons"]),
        "claim field": Counter(c["field"] for c in claims),
        "effect": Counter(str(c["value"]) for c in claims if c["field"] == "effect"),
        "stance": Counter(c["stance"] for c in claims),
        "hedged": Counter("hedged" if c["hedged"] else "plain" for c in claims),
        "source kind": Counter(c["source_kind"] for c in claims),
        "polarity": Counter(p["polarity"] for r in every for p in r["positions"]),
    }


def special(reports: Mapping[str, Sequence[Json]], stories: Sequence[Json]) -> list[Row]:
    """Things the corpus was to hold on purpose, counted from the coding itself where that tells, else from the reports' labels."""
    every = [r for split in SPLITS for r in reports[split]]
    claims = [c for r in every for e in r["events"] for c in e["claims"]]
    dissent = Counter(d["field"] for s in stories for i in s["incidents"] for d in i["dissent"])
    energy = {
        "refining", "fuel storage", "pipeline", "port", "power plant", "power grid", "gas", "energy (unspecified)", "shipyard or vessel", "rail",
    }  # fmt: skip
    aimed = {
        r["story"] for r in every for e in r["events"] for t in e["targets"] if t["type"] in energy
    }
    figures = {
        "stories with energy or logistics targets": len(aimed),
        "claims of zero casualties": sum(
            c["value"] == 0 and c["value"] is not False and c["field"] in {"killed", "injured"}
            for c in claims
        ),
        "ranges": sum(isinstance(c["value"], list) for c in claims),
        'unquantified ("some")': sum(c["value"] == "some" for c in claims),
        "denials": sum(c["stance"] == "denied" for c in claims),
        "not known, no comment": sum(c["stance"] == "unknown" for c in claims),
        "claims of anonymous sources": sum(c["source_kind"] == "anonymous" for c in claims),
        "attributions through a medium or a go-between": sum(
            bool(a["via"]) for r in every for a in r["attributions"]
        ),
        "reports of several incidents": sum(len(r["events"]) > 1 for r in every),
        "events over midnight": sum(
            bool(e["date"]) and e["date"]["from"] != e["date"]["to"]
            for r in every
            for e in r["events"]
        ),
        "events over a month's end": sum(
            bool(e["date"]) and e["date"]["from"][:7] != e["date"]["to"][:7]
            for r in every
            for e in r["events"]
        ),
        "events without a date": sum(e["date"] is None for r in every for e in r["events"]),
        "events that name no attacker": sum(not e["attackers"] for r in every for e in r["events"]),
        **_wordings(every),
        "all-capitals reports or headlines": sum(
            bool(re.search(r"(?:\b[A-Z]{2,}\b[ ,.'-]*){6}", r["text"])) for r in every
        ),
        **{f"disputed: {name}": n for name, n in sorted(dissent.items())},
    }
    return [(name, str(n)) for name, n in figures.items()]


_PRONOUNS = frozenset({"he", "she", "it", "they", "who", "which", "him", "her", "them"})
_BRITISH = r"\b(?:defence|colour|metres|kilometres|centre|harbour|programme)\b"
_AMERICAN = r"\b(?:defense|color|meters|kilometers|center|harbor)\b"


def _wordings(reports: Sequence[Json]) -> dict[str, int]:
    """How speakers and texts are worded; machine-translated English by the writers' own labels."""
    said = [a for r in reports for a in r["attributions"]]
    names: dict[tuple[str, str], set[str]] = defaultdict(set)
    quoted: Counter[tuple[str, str]] = Counter()
    for report in reports:
        for source in report["sources"]:
            if source["kind"] == "named":
                names[report["story"], source["speaker"]].add(source["name"].casefold().split()[-1])
        claims = [c for e in report["events"] for c in e["claims"] if c["source"] != "outlet"]
        quoted.update({(report["story"], c["speaker"]) for c in claims})
    return {
        "attributions to a pronoun": sum(
            a["source"] is not None and a["source"]["text"].casefold() in _PRONOUNS for a in said
        ),
        "attributions with another speaker's inside": sum(map(_nested, reports)),
        "quotations over paragraphs": sum("\n\n" in c["text"] for a in said for c in a["content"]),
        "speakers quoted by several reports": sum(n > 1 for n in quoted.values()),
        "persons whose last name is spelled in several ways": sum(
            len(each) > 1 for each in names.values()
        ),
        "reports with British spelling": sum(_spelled(_BRITISH, r) for r in reports),
        "reports with American spelling": sum(_spelled(_AMERICAN, r) for r in reports),
        "reports in machine-translated English": sum(
            any("translat" in label for label in r["features"]) for r in reports
        ),
    }


def _spelled(words_of: str, report: Json) -> bool:
    return re.search(words_of, report["text"], re.IGNORECASE) is not None


def _nested(report: Json) -> int:
    return sum(
        any(
            outer["speaker"] != inner["speaker"]
            and any(
                a["start"] <= b["start"] and b["end"] <= a["end"]
                for a in outer["content"]
                for b in inner["content"]
            )
            for inner in report["attributions"]
        )
        for outer in report["attributions"]
    )


def labels(reports: Mapping[str, Sequence[Json]], field: str) -> list[Row]:
    """How many reports carry each label of ``genre`` or ``features``."""
    counted: Counter[str] = Counter()
    for split in SPLITS:
        for report in reports[split]:
            told = report[field]
            counted.update(told if isinstance(told, list) else [told])
    return [(name, str(n)) for name, n in counted.most_common()]


def likeness(reports: Iterable[Json]) -> dict[str, float]:
    """Figures by which invented reports are held against real ones."""
    rows = list(reports)
    lengths = [len(words(s)) for r in rows for s in re.split(r"(?<=[.!?”\"])\s+|\n+", r["text"])]
    told = sorted(n for n in lengths if n)
    with_events = [r for r in rows if r["events"]]
    claims = sum(len(e["claims"]) for r in with_events for e in r["events"])
    tenths = statistics.quantiles(told, n=10)
    return {
        "reports": len(rows),
        "words a report (mean)": statistics.mean(len(words(r["text"])) for r in rows),
        "words a sentence (mean)": statistics.mean(told),
        "words a sentence (shortest tenth, up to)": tenths[0],
        "words a sentence (longest tenth, from)": tenths[-1],
        "events a report with events": statistics.mean(len(r["events"]) for r in with_events),
        "claims a report with events": claims / len(with_events),
        "claims an event": claims / sum(len(r["events"]) for r in with_events),
        "positions a report": statistics.mean(len(r["positions"]) for r in rows),
    }


def covered_by(spans: Iterable[Json]) -> frozenset[int]:
    """Every character inside one of the spans."""
    return frozenset(at for s in spans for at in range(s["start"], s["end"]))


def attributed_share(reports: Iterable[Json]) -> float:
    """Share of words that lie in the content of an attribution, 0 to 1; real reports coded without attributions can't be asked."""
    inside = total = 0
    for report in reports:
        covered = covered_by(s for a in report["attributions"] for s in a["content"])
        starts = [m.start() for m in re.finditer(r"\w+", report["text"])]
        inside += sum(at in covered for at in starts)
        total += len(starts)
    return inside / total if total else 0.0
