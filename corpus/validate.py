#!/usr/bin/env python3
"""Check the Dateline corpus: python3 validate.py [FOLDER]

Standard library only, so that the corpus can be checked without Dateline. Every problem is told with file, report and field;
the exit status is 1 if there is one. Warnings are for a coder's eye and do not fail.

Checked: offsets against the text; the closed vocabularies; that speakers, attributions, triggers, incidents, stories and copies which
are named exist; that days are days, in order, and agree with a weekday the words name; that a claim's value fits its field;
that the settled record's dissent rests on claims and that differing figures are told as dissent or as updates; that stories keep
to one split and that no place of ``test`` stands in ``train``.
"""

import json
import re
import sys
from collections import Counter, defaultdict
from datetime import date, timedelta
from pathlib import Path

SPLITS = ("train", "dev", "test")
TYPES = {
    "Air/drone strike", "Shelling/artillery/missile attack", "Remote explosive/landmine/IED", "Suicide bomb", "Grenade", "Attack",
    "Abduction/forced disappearance", "Armed clash", "Disrupted weapons use", "Looting/property destruction", "Other",
}  # fmt: skip
STAGES = {"accomplished", "attempted", "intercepted", "threatened", "planned", "denied"}
TARGETS = {
    "refining", "fuel storage", "pipeline", "port", "power plant", "power grid", "gas", "energy (unspecified)", "airbase", "arsenal",
    "defence industry", "shipyard or vessel", "rail", "road or bridge", "communications", "air defence", "troops or base", "industry",
    "commercial", "residential", "hospital", "school", "religious", "government", "vehicle", "people", "other",
}  # fmt: skip
WEAPONS = {"drone", "missile", "bomb", "artillery or rocket", "mine or IED", "small arms", "naval drone", "incendiary", "other"}
EFFECTS = {"destroyed", "damaged", "fire", "outage", "none"}
FIELDS = {"occurrence", "attacker", "target", "effect", "killed", "injured", "intercepted", "quantity"}
STANCES = {"asserted", "confirmed", "claimed", "denied", "alleged", "unknown"}
KINDS = {"named", "anonymous", "organisation", "document", "outlet"}
POLARITIES = {"supports", "opposes", "neutral", "justifies", "condemns", "declines"}
STATUSES = {"confirmed", "claimed", "uncertain", "denied"}
DISSENT = FIELDS | {"place", "date", "type", "stage"}
COUNTS = {"killed", "injured", "intercepted"}
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
PARTS = {"attackers": "side", "targets": "type", "weapons": "type"}
REPORTS_A_STORY = range(3, 8)


class Check:
    """Problems and warnings found so far."""

    def __init__(self):
        self.problems = []
        self.warnings = []

    def need(self, condition, where, what):
        """Note a problem unless the condition holds."""
        if not condition:
            self.problems.append(f"{where}: {what}")

    def one_of(self, value, allowed, where, name):
        """Note a problem unless the value is in the closed set."""
        self.need(value in allowed, where, f"{name} {value!r} is not one of {', '.join(sorted(allowed))}")


def spans(check, text, rows, where):
    """Every row is words at offsets of the text."""
    for row in rows:
        start, end = row.get("start"), row.get("end")
        inside = isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(text)
        found = text[start:end] if inside else None
        check.need(found == row.get("text"), where, f"says {row.get('text')!r} at {start}–{end}, where the text has {found!r}")
        check.need(found is None or found == found.strip(), where, f"{found!r} begins or ends in white space")


def day(value):
    """The date of an ISO day, or None."""
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        return None


def days(check, told, where, published, stage):
    """Both ends, in order, and not after publication unless the attack is still to come."""
    if told is None:
        return
    one, other = day(told.get("from")), day(told.get("to"))
    check.need(one and other and one <= other, where, f"date {told} needs two ISO days in order, or null")
    if one and other and one <= other:
        late = stage not in {"threatened", "planned"} and one > published
        check.need(not late, where, f"date {told} lies after publication on {published}")


def weekday(check, time, where):
    """A weekday that the words name lies within the days coded (a night may begin the evening before)."""
    one, other = day(time.get("from")), day(time.get("to"))
    if not (one and other and one <= other):
        return
    covered = {(one + timedelta(n)).weekday() for n in range(min((other - one).days, 6) + 1)}
    named = {n for n, name in enumerate(WEEKDAYS) if re.search(rf"\b{name}\b", time["text"].casefold())}
    check.need(not named or named & covered, where, f"{time['text']!r} names a weekday outside {one}–{other}")


def value_fits(field, value, stance):
    """Whether a value is of the kind its field takes."""
    if value is None:
        return stance == "unknown"
    if field == "occurrence":
        return isinstance(value, bool)
    if field == "target":
        return value in TARGETS
    if field == "effect":
        return value in EFFECTS
    if field in {"attacker", "quantity"}:
        return isinstance(value, str) and bool(value.strip())
    if isinstance(value, list):
        ends = [v for v in value if v is not None]
        whole = all(isinstance(v, int) and not isinstance(v, bool) and v >= 0 for v in ends)
        return len(value) == 2 and bool(ends) and whole and ends == sorted(ends)
    if isinstance(value, str):
        return value == "some" or (value == "all" and field == "intercepted")
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def said_by(check, report, row, speakers, where):
    """A claim's or position's source is the outlet or one of the report's sources, told alike."""
    if row.get("source") == "outlet" or row.get("speaker") == "outlet":
        own = (row.get("source"), row.get("source_kind"), row.get("speaker")) == ("outlet", "outlet", report["voice"] or "outlet")
        check.need(own, where, "the outlet's own word needs source and source_kind outlet, and as speaker outlet or the report's voice")
        return
    told = next((s for s in report["sources"] if s["speaker"] == row.get("speaker")), None)
    check.need(row.get("speaker") in speakers and told is not None, where, f"speaker {row.get('speaker')!r} is not among the report's sources")
    if told:
        same = (row["source"], row["source_kind"], row["side"]) == (told["name"], told["kind"], told["side"])
        check.need(same, where, f"source {row['source']!r} is told otherwise under sources")
    home = row.get("attribution")
    if home is not None:
        fits = 0 <= home < len(report["attributions"]) and report["attributions"][home]["speaker"] == row["speaker"]
        check.need(fits, where, f"attribution {home} is not one of {row['speaker']!r}")


def event(check, report, one, speakers, incidents, where):
    """One event of a report."""
    text = report["text"]
    check.one_of(one["type"], TYPES, where, "type")
    check.one_of(one["stage"], STAGES, where, "stage")
    check.need(one.get("incident") in incidents, where, f"incident {one.get('incident')!r} is not one of the story's")
    check.need(one["admin1"] is None or one["country"] is not None, where, "admin1 without country")
    published = day(report["published"]) or date.max
    days(check, one.get("date"), where, published, one["stage"])
    check.need(bool(one["triggers"]) and one["trigger"] == one["triggers"][0], where, "needs triggers, the main one first and again as trigger")
    spans(check, text, one["triggers"], f"{where}, triggers")
    for key in ("times", "places", *PARTS, "claims"):
        spans(check, text, one[key], f"{where}, {key}")
        for row in one[key]:
            check.need(row.get("trigger") in range(len(one["triggers"])), f"{where}, {key}", f"{row['text']!r} points at trigger {row.get('trigger')}")
    for row in one["times"]:
        weekday(check, row, f"{where}, times")
    for key, allowed in (("targets", TARGETS), ("weapons", WEAPONS)):
        for row in one[key]:
            check.one_of(row.get("type"), allowed, f"{where}, {key}", "type")
    for row in one["attackers"]:
        check.need(row.get("side"), f"{where}, attackers", f"{row['text']!r} has no side")
    for number, row in enumerate(one["claims"]):
        here = f"{where}, claim {number} {row.get('text')!r}"
        check.one_of(row["field"], FIELDS, here, "field")
        check.one_of(row["stance"], STANCES, here, "stance")
        check.one_of(row["source_kind"], KINDS, here, "source_kind")
        check.need(value_fits(row["field"], row["value"], row["stance"]), here, f"{row['field']} can't have the value {row['value']!r} with stance {row['stance']!r}")
        check.need(isinstance(row["hedged"], bool), here, "hedged needs to be true or false")
        said_by(check, report, row, speakers, here)
        if row["source"] == "outlet":
            within = [a for a in report["attributions"] if a["speaker"] not in {None, row["speaker"]} and holds(a, row)]
            if within and row["field"] not in {"quantity"}:
                check.warnings.append(f"{here}: is the outlet's, yet lies in what {within[0]['speaker']} says")
        elif row["attribution"] is None:
            check.warnings.append(f"{here}: is {row['speaker']}'s, yet lies in no attribution of theirs (right only where an account plainly goes on)")
    if not any(c["field"] == "occurrence" for c in one["claims"]) and not one["follow_up"]:
        check.warnings.append(f"{where}: has no claim of occurrence (right only if all presuppose it)")


def holds(attribution, row):
    """Whether a content of the attribution holds the row's span."""
    return any(p["start"] <= row["start"] and row["end"] <= p["end"] for p in attribution["content"])


def report_check(check, report, stories, ids, path):
    """One report."""
    where = f"{path}, {report.get('id')}"
    check.need("Invented for testing" in report.get("notice", ""), where, "is not headed as invented for testing")
    check.need(day(report["published"]), where, f"published {report['published']!r} is no ISO day")
    story = stories.get(report["story"])
    check.need(story is not None and report["id"] in story["reports"], where, f"story {report['story']!r} does not list it")
    check.need(report["copy_of"] is None or report["copy_of"] in ids, where, f"copy_of {report['copy_of']!r} is no report of this split")
    text = report["text"]
    check.need(text == text.strip() and "\r" not in text and "\t" not in text, where, "text has white space at its ends, tabs or carriage returns")
    speakers = {s["speaker"] for s in story["speakers"]} if story else set()
    incidents = {i["incident"] for i in story["incidents"]} if story else set()
    for source in report["sources"]:
        check.one_of(source["kind"], KINDS - {"outlet"}, f"{where}, sources", "kind")
        spans(check, text, [{**source, "text": source["name"]}], f"{where}, sources")
    for number, said in enumerate(report["attributions"]):
        here = f"{where}, attribution {number}"
        spans(check, text, [*said["content"], *said["cue"], *said["via"], *([said["source"]] if said["source"] else [])], here)
        check.need(said["content"], here, "has no content")
        check.need(said["speaker"] is None or said["speaker"] in speakers, here, f"speaker {said['speaker']!r} is unknown")
    seen = Counter(e["incident"] for e in report["events"])
    for number, one in enumerate(report["events"]):
        event(check, report, one, speakers, incidents, f"{where}, event {one.get('key', number)}")
        check.need(seen[one["incident"]] == 1, f"{where}, event {one['key']}", f"incident {one['incident']} is told twice; one event a report and incident")
    for number, row in enumerate(report["positions"]):
        here = f"{where}, position {number}"
        spans(check, text, [row], here)
        check.one_of(row["polarity"], POLARITIES, here, "polarity")
        check.need(bool(row["issue"]), here, "has no issue")
        said_by(check, report, row, speakers, here)
    for number, row in enumerate(report["not_incidents"]):
        here = f"{where}, not_incident {number}"
        spans(check, text, [row, *([row["trigger"]] if row["trigger"] else [])], here)


def story_check(check, story, reports, path):
    """One story: its reports, its incidents, its settled record against the claims."""
    where = f"{path}, {story['story']}"
    check.need("Invented for testing" in story.get("notice", ""), where, "is not headed as invented for testing")
    check.need(len(story["reports"]) in REPORTS_A_STORY, where, f"has {len(story['reports'])} reports, not 3 to 7")
    check.need(len({r["split"] for r in reports}) <= 1, where, "stands in more than one split")
    check.need([r["id"] for r in reports] == story["reports"], where, "does not list its reports, in their order")
    check.need([r["published"] for r in reports] == sorted(r["published"] for r in reports), where, "has its reports out of order of publication")
    names = {i["incident"] for i in story["incidents"]}
    for one in story["incidents"]:
        here = f"{where}, incident {one['incident']}"
        told = [(r, e) for r in reports for e in r["events"] if e["incident"] == one["incident"]]
        check.need(told, here, "is told by no report")
        check.need(set(one["parts"]) <= names, here, f"parts {one['parts']} are not all incidents of the story")
        check.need(not one["umbrella"] or one["parts"], here, "is an umbrella without parts")
        if one["umbrella"]:
            continue
        check.one_of(one["type"], TYPES, here, "type")
        check.one_of(one["stage"], STAGES, here, "stage")
        check.one_of(one["status"], STATUSES, here, "status")
        for key, allowed in (("targets", TARGETS), ("weapons", WEAPONS)):
            for value in one[key]:
                check.one_of(value, allowed, f"{here}, {key}", "type")
        check.need(set(one["settled"]) <= FIELDS, here, f"settled holds {sorted(set(one['settled']) - FIELDS)}, which are no fields")
        dissent(check, one, told, here)


def dissent(check, one, told, where):
    """What is listed as dissent is claimed; figures that can't both hold are listed, or told as updates."""
    claims = [(r, c) for r, e in told for c in e["claims"]]
    for row in one["dissent"]:
        here = f"{where}, dissent on {row['field']}"
        check.one_of(row["field"], DISSENT, here, "field")
        check.need(len(row["values"]) > 1, here, "needs two values or more (a denial is the value null with the speakers who deny)")
        if row["field"] not in FIELDS:
            continue
        for side in row["values"]:
            for speaker in side["speakers"]:
                held = [c for r, c in claims if c["field"] == row["field"] and speaker in {c["speaker"], r["id"], f"{c['speaker']}:{r['id'].rsplit('-', 1)[-1]}"}]
                fits = any(c["value"] == side["value"] or c["stance"] == "denied" or c["value"] is False for c in held)
                check.need(fits, here, f"{speaker!r} nowhere claims {side['value']!r}")
    listed = {row["field"] for row in one["dissent"]} | set(one["updates"])
    for field in sorted(COUNTS - listed):
        values = latest(claims, field)
        clash = [(a, b) for a in values for b in values if not compatible(values[a], values[b])]
        if clash:
            check.problems.append(f"{where}: {field} differs ({', '.join(f'{k}: {v}' for k, v in values.items())}) and stands neither under dissent nor updates")
    denied = {c["field"] for _, c in claims if c["stance"] == "denied" or (c["field"] == "occurrence" and c["value"] is False)}
    for field in sorted(denied - listed):
        check.problems.append(f"{where}: {field} is denied by someone and stands not under dissent")
    sides = {str(v).casefold() for v in latest(claims, "attacker").values()}
    if len(sides) > 1 and "attacker" not in listed:
        check.problems.append(f"{where}: attacker differs ({', '.join(sorted(sides))}) and stands not under dissent")


def latest(claims, field):
    """What each origin said last of a field, leaving out denials and not-knowing; the outlet's by its report's root."""
    found = {}
    for report, claim in sorted(claims, key=lambda pair: pair[0]["published"]):
        if claim["field"] == field and claim["value"] is not None and claim["stance"] not in {"denied", "unknown"}:
            root = report["copy_of"] or report["id"]
            found[f"outlet:{root}" if claim["speaker"] == "outlet" else claim["speaker"]] = claim["value"]
    return found


def compatible(one, other):
    """Whether two figures may both hold."""
    if "some" in (one, other) or "all" in (one, other):
        return 0 not in (one, other)
    (a, b), (c, d) = (v if isinstance(v, list) else [v, v] for v in (one, other))
    return (a or 0) <= (float("inf") if d is None else d) and (c or 0) <= (float("inf") if b is None else b)


def places_apart(check, reports, stories):
    """No place of an incident of ``test`` stands in the words of ``train``."""
    train = "\n".join(r["text"] for r in reports["train"]).casefold()
    regions = {(i["country"], i["admin1"]) for s in stories.values() if s["split"] == "train" for i in s["incidents"] if i["admin1"]}
    for report in reports["test"]:
        for one in report["events"]:
            here = f"test, {report['id']}, event {one['key']}"
            check.need((one["country"], one["admin1"]) not in regions, here, f"{one['admin1']}, {one['country']} is a region of train too")
            for place in one["places"]:
                if place["text"] == one["country"]:
                    continue
                check.need(not re.search(rf"\b{re.escape(place['text'].casefold())}\b", train), here, f"place {place['text']!r} stands in train")


def read(folder, name):
    """The objects of one JSON Lines file."""
    path = folder / f"{name}.jsonl"
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def validate(folder):
    """Everything found wrong with the corpus in a folder."""
    check = Check()
    stories = {}
    for story in read(folder, "stories"):
        check.need(story["story"] not in stories, "stories.jsonl", f"{story['story']} stands there twice")
        stories[story["story"]] = story
    reports = {split: read(folder, split) for split in SPLITS}
    ids = Counter(r["id"] for rows in reports.values() for r in rows)
    check.problems += [f"{name} stands {n} times" for name, n in ids.items() if n > 1]
    grouped = defaultdict(list)
    for split, rows in reports.items():
        known = {r["id"] for r in rows}
        for report in rows:
            check.need(report.get("split") == split, f"{split}.jsonl, {report['id']}", f"is of split {report.get('split')!r}")
            report_check(check, report, stories, known, f"{split}.jsonl")
            grouped[report["story"]].append(report)
    for name, story in stories.items():
        story_check(check, story, grouped[name], "stories.jsonl")
    places_apart(check, reports, stories)
    return check


def main(arguments):
    """Print what is wrong; the exit status."""
    folder = Path(arguments[0]) if arguments else Path(__file__).resolve().parent
    check = validate(folder)
    for warning in check.warnings if "--warnings" in sys.argv else ():
        print(f"warning: {warning}")
    for problem in check.problems:
        print(problem)
    print(f"{len(check.problems)} problems, {len(check.warnings)} warnings (--warnings shows them)")
    return 1 if check.problems else 0


if __name__ == "__main__":
    sys.exit(main([a for a in sys.argv[1:] if not a.startswith("--")]))
