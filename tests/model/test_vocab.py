from enum import StrEnum

import pytest

from dateline.model import vocab

KINDS = [kind for kind in vars(vocab).values() if isinstance(kind, type) and issubclass(kind, StrEnum) and kind is not StrEnum]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (vocab.Stage, "accomplished attempted intercepted threatened planned denied"),
        (vocab.Stance, "asserted confirmed claimed denied alleged unknown"),
        (vocab.SourceKind, "named anonymous organisation document outlet"),
        (vocab.Polarity, "supports opposes neutral justifies condemns declines"),
        (vocab.Effect, "destroyed damaged fire outage none"),
        (
            vocab.Field,
            "occurrence attacker target effect killed injured intercepted quantity",
        ),
    ],
)
def test_exported_words_stay_as_they_are(kind: type[StrEnum], words: str) -> None:
    assert [member.value for member in kind] == words.split()


def test_event_types_are_spelled_as_acled_spells_them() -> None:
    assert [t.value for t in vocab.EventType] == [
        "Air/drone strike",
        "Shelling/artillery/missile attack",
        "Remote explosive/landmine/IED",
        "Suicide bomb",
        "Grenade",
        "Attack",
        "Abduction/forced disappearance",
        "Armed clash",
        "Disrupted weapons use",
        "Looting/property destruction",
        "Other",
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_a_value_leads_back_to_its_member(kind: type[StrEnum]) -> None:
    assert all(kind(member.value) is member for member in kind)


def test_targets_and_weapons_are_closed_lists() -> None:
    assert (len(vocab.TargetType), len(vocab.WeaponType)) == (27, 9)
