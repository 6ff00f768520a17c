from typing import TypeVar

import pytest

from dateline.lexicon.phrases import PhraseTable
from dateline.lexicon.speech import (
    CueEntry,
    channel_table,
    cue_table,
    office_table,
    outlet_names,
    speaker_heads,
)
from dateline.model.mentions import CueKind
from dateline.model.vocab import SourceKind, Stance
from dateline.text.prepare import prepare

T = TypeVar("T")


def whole(table: PhraseTable[T], phrase: str) -> T | None:
    """What the table holds for exactly the phrase."""
    tokens = prepare(phrase).tokens
    hit = table.at(tokens, 0)
    return hit.value if hit is not None and hit.last == len(tokens) else None


@pytest.mark.parametrize(
    ("phrase", "entry"),
    [
        ("said", CueEntry(CueKind.VERB, Stance.ASSERTED)),
        ("adding", CueEntry(CueKind.VERB, Stance.ASSERTED)),
        ("claimed responsibility", CueEntry(CueKind.VERB, Stance.CLAIMED)),
        ("denies", CueEntry(CueKind.VERB, Stance.DENIED)),
        ("blamed", CueEntry(CueKind.VERB, Stance.ALLEGED)),
        ("according to", CueEntry(CueKind.PREPOSITION, Stance.ASSERTED)),
        ("is believed to", CueEntry(CueKind.IMPERSONAL, Stance.ASSERTED, hedged=True)),
        ("declined to comment", CueEntry(CueKind.SILENCE, Stance.UNKNOWN)),
        ("burned", None),
    ],
)
def test_cues(phrase: str, entry: CueEntry | None) -> None:
    assert whole(cue_table(), phrase) == entry


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("officials", SourceKind.ANONYMOUS),
        ("ministry", SourceKind.ORGANISATION),
        ("footage", SourceKind.DOCUMENT),
        ("reuters", SourceKind.ORGANISATION),
        ("bakery", None),
    ],
)
def test_heads_of_speakers(phrase: str, kind: SourceKind | None) -> None:
    assert whole(speaker_heads(), phrase) == kind


def test_names_of_media_are_lower_case_speakers() -> None:
    assert all(name == name.lower() for name in outlet_names())
    assert all(whole(speaker_heads(), name) is SourceKind.ORGANISATION for name in outlet_names())


@pytest.mark.parametrize(
    "words", ["Governor Brel", "governors Brel", "Gen. Tarn", "Gen Tarn", "Prime Minister Rand"]
)
def test_offices_in_both_numbers_and_short(words: str) -> None:
    tokens = prepare(words).tokens
    hit = office_table().at(tokens, 0)
    assert hit is not None
    assert hit.last == len(tokens) - 1


def test_channels() -> None:
    assert whole(channel_table(), "on social media")
