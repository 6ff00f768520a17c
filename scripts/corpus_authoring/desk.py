"""What coding one report needs at hand: its text, who may speak in it, and where trouble is noted."""

from dataclasses import dataclass
from typing import Any

from corpus_authoring.spans import Json, Problems, Range, span

OUTLET = "outlet"


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


def name_of(desk: Desk, speaker: str) -> str:
    """How the report first introduces a speaker."""
    name = desk.names.get(speaker, desk.speakers[speaker].get("name"))
    if not name or name not in desk.text:
        desk.trouble(
            "names",
            f"say how this report first introduces {speaker}: names: {{{speaker}: words of the text}} (now {name!r})",
        )
    return name or ""


def said_by(desk: Desk, speaker: str, what: str) -> Json:
    """Source, kind, side and speaker of a claim or a position."""
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
        "source": name_of(desk, speaker),
        "source_kind": told["kind"],
        "side": told.get("side"),
        "speaker": speaker,
    }


def home_of(found: Json, speaker: str, attributions: list[Json]) -> int | None:
    """The number of this speaker's attribution whose content shares words with the span; the shortest content where several do."""
    shared = [
        (part["end"] - part["start"], number)
        for number, said in enumerate(attributions)
        if said["speaker"] == speaker
        for part in said["content"]
        if part["start"] < found["end"] and found["start"] < part["end"]
    ]
    return min(shared)[1] if shared else None


def listed(value: object) -> list[Any]:
    """A list as it is, one value as a list of one, nothing as none."""
    return value if isinstance(value, list) else [value] if value else []
