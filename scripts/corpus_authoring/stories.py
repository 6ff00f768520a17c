"""A story: its speakers, its incidents as settled at the end, its reports."""

from pathlib import Path
from typing import Any

import yaml
from strict_yaml import UndatedLoader

from corpus_authoring.reports import NOTICE, report
from corpus_authoring.spans import Json, Problems

_NEEDED = ("story", "split", "theatre", "title", "speakers", "incidents", "reports")


def _read(path: Path, problems: Problems) -> Any:  # noqa: ANN401 -- whatever was typed in
    try:
        return yaml.load(path.read_text(encoding="utf-8"), UndatedLoader)  # noqa: S506 -- derived from SafeLoader
    except yaml.YAMLError as error:
        problems.add("YAML", str(error))
        return None


def load(path: Path, problems: Problems) -> tuple[Json, list[Json]] | None:
    """The story's object and those of its reports; None, with the problem noted, where the file can't be read."""
    written = _read(path, problems)
    if written is None:
        return None
    missing = [key for key in _NEEDED if not isinstance(written, dict) or key not in written]
    if missing:
        problems.add("story", f"lacks {', '.join(missing)}")
        return None
    name = written["story"]
    if name != path.stem:
        problems.add("story", f"is named {name!r} in a file named {path.name!r}; name both alike")
    reports = [report(name, each, written["speakers"], problems) for each in written["reports"]]
    for each in reports:
        each["split"] = written["split"]
    story = {
        "notice": NOTICE,
        "story": name,
        "split": written["split"],
        "theatre": written["theatre"],
        "title": written["title"],
        "speakers": [
            {"speaker": key, "name": None, "side": None, "role": None, **told}
            for key, told in written["speakers"].items()
        ],
        "incidents": [
            _incident(key, told, problems) for key, told in (written["incidents"] or {}).items()
        ],
        "reports": [each["id"] for each in reports],
    }
    return story, reports


def _is_dissent(row: object) -> bool:
    values = row.get("values") if isinstance(row, dict) and "field" in row else None
    return isinstance(values, list) and all(
        isinstance(v, list) and len(v) == 2 and isinstance(v[1], list) for v in values
    )


def _incident(key: str, told: Json, problems: Problems) -> Json:
    date = told.get("date")
    dissent = []
    for number, row in enumerate(told.get("dissent") or []):
        if not _is_dissent(row):
            problems.add(
                f"incident {key}, dissent {number}",
                f"needs {{field, values: [[value, [speakers]], …], why}}, found {row!r}",
            )
            continue
        dissent.append(
            {
                "field": row["field"],
                "values": [{"value": value, "speakers": who} for value, who in row["values"]],
                "why": row.get("why"),
            }
        )
    return {
        "incident": key,
        "what": told.get("what"),
        "umbrella": bool(told.get("umbrella")),
        "parts": told.get("parts") or [],
        **{k: told.get(k) for k in ("type", "stage")},
        "date": {"from": str(date[0]), "to": str(date[1])} if date else None,
        "country": told.get("country"),
        "admin1": told.get("admin1"),
        "places": told.get("places") or [],
        "attackers": told.get("attackers") or [],
        "targets": told.get("targets") or [],
        "weapons": told.get("weapons") or [],
        "status": told.get("status"),
        "settled": told.get("settled") or {},
        "updates": told.get("updates") or [],
        "dissent": dissent,
    }


def load_second(path: Path, first: dict[str, Json], problems: Problems) -> list[Json]:
    """The second coding of some reports, made from their texts alone.

    Args:
        path: a file with ``reports``, each with ``report`` (the id), ``speakers`` of its own, and the coding as in a story.
        first: the first coding by report id, for text, date and outlet.
        problems: where trouble is noted.
    """
    written: Any = _read(path, problems)
    found = []
    for each in (written or {}).get("reports") or []:
        known = first.get(each.get("report"))
        if known is None:
            problems.add("report", f"{each.get('report')!r} is no report of the corpus")
            continue
        story, _, number = known["id"].rpartition("-")
        kept = ("text", "published", "outlet", "outlet_country", "genre")
        filled = {**each, **{key: known[key] for key in kept}, "id": number, "features": []}
        found.append(report(story, filled, each.get("speakers") or {}, problems))
    return found
