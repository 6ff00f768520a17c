"""``bench eventtype``: one of ACLED's 25 sub-event types for each short text (the form of CASE 2021, shared task 2)."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from dateline.bench.keyed import Keyed, field, keyed, rules
from dateline.bench.metrics.classes import ClassScores, score, support
from dateline.errors import InputError, ReportError
from dateline.lexicon.sub_event_types import sub_event_type, sub_event_types
from dateline.model.vocab import EventType

Classifier: TypeAlias = Callable[[Sequence[str]], Sequence[tuple[str, float]]]
"""From texts to a label each, in order, with how sure it is (0 to 1); labels as leniently as in a data file."""

BATCH = 32
"""Texts a call of the classifier."""

COMMONEST = 10
"""Mistakes that are listed."""

PUBLISHED = (
    {
        "who": "best of CASE 2021, shared task 2, sub-task 1",
        "weighted_f1": 0.839,
        "on": "its test part, 25 types, trained on ACLED's notes (Haneczok et al. 2021)",
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class EventTypeRun:
    """What was scored.

    Attributes:
        scores: by type.
        missing: texts that the system's file lacks; they count as given no type.
        ignored: texts of the system's file that the data lacks.
        predictions: in the data file's own format, with ``score``.
    """

    scores: ClassScores
    missing: int
    ignored: int
    predictions: tuple[dict[str, Any], ...]


def read_types(texts: Sequence[str]) -> list[tuple[str, float]]:
    """The type of the first event that the rule reader finds in each text, with the event's score; "Other" and 0 if it finds none."""
    return [_first_type(text) for text in texts]


def _first_type(text: str) -> tuple[str, float]:
    events = rules(text, "text").events
    return (events[0].type.value, events[0].score) if events else (EventType.OTHER.value, 0.0)


def run(
    path: Path,
    *,
    system: Path | None = None,
    classifier: Classifier = read_types,
    tick: Callable[[], None] = lambda: None,
) -> EventTypeRun:
    """Score types on every text of a file.

    Args:
        path: rows with ``text`` and ``label``: a name of ACLED's, a code of CASE 2021, or an alias, in any case and punctuation.
        system: what another classifier made of them, in the same format; ``classifier`` is then not called.
        classifier: what types the texts, :data:`BATCH` of them a call; this package's rules by default (:func:`read_types`).
        tick: called after each text that is typed.

    Raises:
        ReportError: naming file and line, if a row is not of that form or its label is unknown.
        InputError: if the classifier gives a label that is unknown, or not one a text.
    """
    rows = keyed(path, "text", "label")
    gold = {name: labelled(at) for name, at in rows.items()}
    texts = {name: at.row["text"] for name, at in rows.items()}
    found: dict[str, tuple[str, float | None]] = {}
    if system is not None:
        found = {
            name: (labelled(at), at.row.get("score")) for name, at in keyed(system, "label").items()
        }
    else:
        types = _typed(tuple(texts.values()), classifier, tick)
        found.update(zip(texts, types, strict=True))
    return EventTypeRun(
        scores=score(
            tuple(gold.values()), [found[name][0] if name in found else None for name in gold]
        ),
        missing=sum(name not in found for name in gold),
        ignored=sum(name not in gold for name in found),
        predictions=tuple(
            {"id": name, "text": texts[name], "label": found[name][0], "score": found[name][1]}
            for name in texts
            if name in found
        ),
    )


def labelled(at: Keyed) -> str:
    """The type that a row's label stands for.

    Raises:
        ReportError: naming file and line, with all that is allowed, if it stands for none.
    """
    label = at.row["label"]
    name = sub_event_type(label) if isinstance(label, str) else None
    if name is None:
        raise ReportError(field(at, "label"), f"unknown label {label!r}.", allowed())
    return name


def allowed() -> str:
    """What a label may be."""
    told = "; ".join(f"{entry.name} ({entry.code})" for entry in sub_event_types().values())
    return f"Give one of these names or codes, in any case and punctuation: {told}."


def _typed(
    texts: Sequence[str], classifier: Classifier, tick: Callable[[], None]
) -> Iterator[tuple[str, float]]:
    for first in range(0, len(texts), BATCH):
        batch = texts[first : first + BATCH]
        given = classifier(batch)
        if len(given) != len(batch):
            raise InputError(f"the classifier gave {len(given)} labels for {len(batch)} texts")
        for label, sure in given:
            name = sub_event_type(label)
            if name is None:
                raise InputError(f"the classifier gave the unknown label {label!r}. {allowed()}")
            yield name, sure
            tick()


def as_dict(done: EventTypeRun) -> dict[str, Any]:
    """Every figure, with the published ones."""
    scores = done.scores
    return {
        "weighted_f1": scores.weighted_f1,
        "macro_f1": scores.macro_f1,
        "accuracy": scores.accuracy,
        "classes": {
            name: {**count.row(), "support": support(count)}
            for name, count in scores.classes.items()
        },
        "confusions": [
            {"gold": c.gold, "system": c.system, "count": c.count}
            for c in scores.confusions[:COMMONEST]
        ],
        "texts": scores.texts,
        "texts_missing": done.missing,
        "texts_ignored": done.ignored,
        "published": [dict(row) for row in PUBLISHED],
    }
