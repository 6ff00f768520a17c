"""One report: its spans, its words of closed vocabularies, and that what it names exists."""

from collections import Counter
from collections.abc import Collection
from datetime import date

from checks.basics import Check, Json, check_days, check_weekday, day, value_fits

_PARTS = {"attackers": None, "targets": "target", "weapons": "weapon"}


def check_report(
    check: Check, report: Json, story: Json | None, ids: Collection[str], where: str
) -> None:
    """One report against itself and its story.

    Args:
        check: where problems are noted.
        report: one line of a split.
        story: its line of ``stories.jsonl``.
        ids: of all reports of the split.
        where: for messages.
    """
    text = report["text"]
    check.need(
        "Invented for testing" in report.get("notice", ""),
        where,
        "is not headed as invented for testing",
    )
    check.need(day(report["published"]), where, f"published {report['published']!r} is no ISO day")
    check.need(
        story and report["id"] in story["reports"],
        where,
        f"story {report['story']!r} does not list it",
    )
    check.need(
        text == text.strip() and not set("\r\t") & set(text),
        where,
        "text has white space at its ends, tabs or carriage returns",
    )
    if report["copy_of"] is not None:
        check.known(report["copy_of"], ids, where, "copy_of")
    speakers = {s["speaker"] for s in story["speakers"]} if story else set()
    incidents = {i["incident"] for i in story["incidents"]} if story else set()
    for source in report["sources"]:
        check.one_of(source["kind"], "source_kind", f"{where}, sources")
        check.spans(text, [{**source, "text": source["name"]}], f"{where}, sources")
    _attributions(check, report, speakers, where)
    told = Counter(event["incident"] for event in report["events"])
    for event in report["events"]:
        here = f"{where}, event {event['key']}"
        check.known(event["incident"], incidents, here, "incident")
        check.need(
            told[event["incident"]] == 1,
            here,
            f"incident {event['incident']} is told twice; one event a report and incident",
        )
        _event(check, report, event, here)
    for number, position in enumerate(report["positions"]):
        here = f"{where}, position {number}"
        check.spans(text, [position], here)
        check.one_of(position["polarity"], "polarity", here)
        check.need(position["issue"], here, "has no issue")
        _said_by(check, report, position, here)
    for number, generic in enumerate(report["not_incidents"]):
        rows = [generic, *([generic["trigger"]] if generic["trigger"] else [])]
        check.spans(text, rows, f"{where}, not_incident {number}")


def _attributions(check: Check, report: Json, speakers: Collection[str], where: str) -> None:
    for number, said in enumerate(report["attributions"]):
        here = f"{where}, attribution {number}"
        source = [said["source"]] if said["source"] else []
        check.spans(report["text"], [*said["content"], *said["cue"], *said["via"], *source], here)
        check.need(said["content"], here, "has no content")
        check.known(said["speaker"], {*speakers, None}, here, "speaker")


def _event(check: Check, report: Json, event: Json, where: str) -> None:
    check.one_of(event["type"], "type", where)
    check.one_of(event["stage"], "stage", where)
    check.need(
        event["admin1"] is None or event["country"] is not None, where, "admin1 without country"
    )
    check_days(check, event["date"], where, day(report["published"]) or date.max, event["stage"])
    triggers = event["triggers"]
    check.need(
        triggers and event["trigger"] == triggers[0],
        where,
        "needs triggers, the main one first and again as trigger",
    )
    check.spans(report["text"], triggers, f"{where}, triggers")
    for key in ("times", "places", *_PARTS, "claims", "repeats"):
        check.spans(report["text"], event[key], f"{where}, {key}")
        for row in event[key]:
            check.known(
                row.get("trigger"),
                range(len(triggers)),
                f"{where}, {key}, {row['text']!r}",
                "trigger",
            )
    for row in event["times"]:
        check_weekday(check, row, f"{where}, times")
    for key, vocabulary in _PARTS.items():
        for row in event[key]:
            if vocabulary:
                check.one_of(row["type"], vocabulary, f"{where}, {key}")
            else:
                check.need(row["side"], f"{where}, {key}", f"{row['text']!r} has no side")
    for number, claim in enumerate(event["claims"]):
        _claim(check, report, claim, f"{where}, claim {number} {claim['text']!r}")
    silent = not event["follow_up"] and all(c["field"] != "occurrence" for c in event["claims"])
    check.warn(silent, where, "has no claim of occurrence (right only if all presuppose it)")


def _claim(check: Check, report: Json, claim: Json, where: str) -> None:
    for name in ("field", "stance", "source_kind"):
        check.one_of(claim[name], name, where)
    fits = value_fits(claim["field"], claim["value"], claim["stance"])
    check.need(
        fits,
        where,
        f"{claim['field']} can't have the value {claim['value']!r} with stance {claim['stance']!r}",
    )
    check.need(isinstance(claim["hedged"], bool), where, "hedged needs to be true or false")
    _said_by(check, report, claim, where)
    if claim["source"] == "outlet":
        inside = [
            a
            for a in report["attributions"]
            if a["speaker"] not in {None, claim["speaker"]} and _holds(a, claim)
        ]
        doubtful = bool(inside) and claim["field"] != "quantity"
        check.warn(doubtful, where, "is the outlet's, yet lies in what another says")
    else:
        alone = claim["attribution"] is None
        check.warn(
            alone,
            where,
            f"is {claim['speaker']}'s, yet lies in no attribution of theirs (right only where an account plainly goes on)",
        )


def _holds(attribution: Json, row: Json) -> bool:
    return any(
        p["start"] <= row["start"] and row["end"] <= p["end"] for p in attribution["content"]
    )


def _said_by(check: Check, report: Json, row: Json, where: str) -> None:
    """A source is the outlet or one of the report's sources, told alike; its attribution is that speaker's."""
    if "outlet" in {row["source"], row["source_kind"], row["speaker"]}:
        own = (row["source"], row["source_kind"], row["speaker"])
        check.need(
            own == ("outlet", "outlet", report["voice"] or "outlet"),
            where,
            "the outlet's own word needs source and source_kind outlet, and as speaker outlet or the report's voice",
        )
        return
    told = next((s for s in report["sources"] if s["speaker"] == row["speaker"]), None)
    alike = told and (row["source"], row["source_kind"], row["side"]) == (
        told["name"],
        told["kind"],
        told["side"],
    )
    check.need(
        alike,
        where,
        f"speaker {row['speaker']!r} is not among the report's sources, or told otherwise there",
    )
    home = row["attribution"]
    if home is not None:
        said = report["attributions"][home] if home in range(len(report["attributions"])) else {}
        check.need(
            said.get("speaker") == row["speaker"],
            where,
            f"attribution {home} is not one of {row['speaker']!r}",
        )
