"""One story: its reports, and its settled record against their claims; and that splits share no place."""

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from checks.basics import COUNTS, MUTE, VOCABULARY, Check, Json, compatible

_REPORTS = range(3, 8)


def check_story(check: Check, story: Json, reports: Sequence[Json], where: str) -> None:
    """A story against its reports, which are given in the order of the file."""
    check.need(
        "Invented for testing" in story.get("notice", ""),
        where,
        "is not headed as invented for testing",
    )
    check.one_of(story["split"], "split", where)
    check.need(len(reports) in _REPORTS, where, f"has {len(reports)} reports, not 3 to 7")
    check.need(
        {r["split"] for r in reports} == {story["split"]}, where, "stands in more than one split"
    )
    check.need(
        [r["id"] for r in reports] == story["reports"],
        where,
        "does not list its reports in their order",
    )
    days = [r["published"] for r in reports]
    check.need(days == sorted(days), where, "has its reports out of order of publication")
    names = {i["incident"] for i in story["incidents"]}
    for incident in story["incidents"]:
        here = f"{where}, incident {incident['incident']}"
        told = [
            (r, e) for r in reports for e in r["events"] if e["incident"] == incident["incident"]
        ]
        check.need(told, here, "is told by no report")
        check.need(
            set(incident["parts"]) <= names,
            here,
            f"parts {incident['parts']} are not all incidents of the story",
        )
        check.need(
            bool(incident["parts"]) == incident["umbrella"],
            here,
            "an umbrella needs parts, and nothing else has them",
        )
        if not incident["umbrella"]:
            _incident(check, incident, [(r, c) for r, e in told for c in e["claims"]], here)


def _incident(
    check: Check, incident: Json, claims: Sequence[tuple[Json, Json]], where: str
) -> None:
    for name in ("type", "stage", "status"):
        check.one_of(incident[name], name, where)
    for key, name in (("targets", "target"), ("weapons", "weapon")):
        for value in incident[key]:
            check.one_of(value, name, f"{where}, {key}")
    for name in incident["settled"]:
        check.known(name, VOCABULARY["field"], f"{where}, settled", "field")
    for row in incident["dissent"]:
        _dissent(check, row, claims, f"{where}, dissent on {row['field']}")
    listed = {row["field"] for row in incident["dissent"]} | set(incident["updates"])
    for name in sorted({*COUNTS, "attacker"} - listed):
        values = latest(claims, name)
        told = list(values.values())
        clash = any(not _both(name, a, b) for a in told for b in told)
        check.need(
            not clash,
            where,
            f"{name} differs ({values}) and stands neither under dissent nor updates",
        )
    denied = {
        c["field"]
        for _, c in claims
        if c["stance"] == "denied" or (c["field"] == "occurrence" and c["value"] is False)
    }
    for name in sorted(denied - listed):
        check.need(
            condition=False,
            where=where,
            what=f"{name} is denied by someone and stands not under dissent",
        )


def _dissent(check: Check, row: Json, claims: Sequence[tuple[Json, Json]], where: str) -> None:
    """Two values or more (a denial is the value null), each claimed by those it is put down to."""
    check.one_of(row["field"], "dissent", where)
    check.need(
        len(row["values"]) > 1,
        where,
        "needs two values or more (a denial is the value null with those who deny)",
    )
    if row["field"] not in VOCABULARY["field"]:
        return
    for side in row["values"]:
        for speaker in side["speakers"]:
            held = [c for r, c in claims if c["field"] == row["field"] and speaker in _names(r, c)]
            fits = any(
                c["value"] == side["value"] or c["stance"] == "denied" or c["value"] is False
                for c in held
            )
            check.need(fits, where, f"{speaker!r} nowhere claims {side['value']!r}")


def _names(report: Json, claim: Json) -> Collection[str]:
    """How dissent may name a speaker: the id, or ``outlet:3`` for the outlet of the third report."""
    return {claim["speaker"], f"{claim['speaker']}:{report['id'].rsplit('-', 1)[-1]}"}


def _both(name: str, one: Any, other: Any) -> bool:  # noqa: ANN401 -- any JSON value
    if name in COUNTS:
        return compatible(one, other)
    return str(one).casefold() == str(other).casefold()


def latest(claims: Sequence[tuple[Json, Json]], name: str) -> Mapping[str, Any]:
    """What each origin said last of a field, without denials and not-knowing; an outlet's by the report it was copied from."""
    found = {}
    for report, claim in sorted(claims, key=lambda pair: pair[0]["published"]):
        if claim["field"] == name and claim["value"] is not None and claim["stance"] not in MUTE:
            own = f"outlet:{report['copy_of'] or report['id']}"
            found[own if claim["speaker"] == "outlet" else claim["speaker"]] = claim["value"]
    return found


def check_places(
    check: Check, train: Sequence[Json], test: Sequence[Json], stories: Sequence[Json]
) -> None:
    """No region of an incident of ``train`` is one of ``test``, and no place of ``test`` stands in the words of ``train``."""
    words = "\n".join(report["text"] for report in train).casefold()
    regions = {
        (incident["country"], incident["admin1"])
        for story in stories
        if story["split"] == "train"
        for incident in story["incidents"]
        if incident["admin1"]
    }
    for report in test:
        for event in report["events"]:
            here = f"test, {report['id']}, event {event['key']}"
            region = (event["country"], event["admin1"])
            check.need(
                region not in regions, here, f"{region[1]}, {region[0]} is a region of train too"
            )
            for place in event["places"]:
                name = place["text"].casefold()
                shared = name != str(event["country"]).casefold() and re.search(
                    rf"\b{re.escape(name)}\b", words
                )
                check.need(not shared, here, f"place {place['text']!r} stands in train")
