"""What becomes of whole invented reports: events, claims with speaker and stance, positions."""

from datetime import date

import pytest

from dateline.model.vocab import (
    Effect,
    EventType,
    Field,
    Polarity,
    Stage,
    Stance,
    TargetType,
    WeaponType,
)
from tests.claims.world import Read, told


def test_an_attack_told_by_the_outlet(read: Read) -> None:
    reading = read(
        "Grenmarkian missiles struck an oil depot in Northford overnight, killing two people."
    )
    (event,) = reading.events
    assert event.type is EventType.SHELLING
    assert event.stage is Stage.ACCOMPLISHED
    assert (event.country, event.admin1) == ("Ruritania", "Veldt")
    assert [t.type for t in event.targets] == [TargetType.FUEL_STORAGE]
    assert [w.type for w in event.weapons] == [WeaponType.MISSILE]
    assert [a.side for a in event.attackers] == ["Grenmark"]
    assert event.dating.interval is not None
    assert (event.dating.interval.start, event.dating.interval.last) == (
        date(2024, 5, 7),
        date(2024, 5, 8),
    )
    assert told(reading, Field.KILLED) == {(2, "outlet", Stance.ASSERTED)}


def test_every_span_leads_back_to_its_words(read: Read) -> None:
    reading = read(
        "Drones hit a refinery in Northford on Monday, the mayor, Ann Vell, said.\r\n\r\n"
        "“No one was hurt,” she added. A security source claimed the plant was destroyed."
    )
    text = reading.report.text
    for event in reading.events:
        assert event.trigger_span.of(text) == event.trigger
        for claim in event.claims:
            assert claim.span.of(text) == claim.text
    assert all(p.span.of(text) == p.text for p in reading.positions)
    assert all(s.span is None or s.name in s.span.of(text) for s in reading.sources)


def test_speakers_keep_their_own_values(read: Read) -> None:
    reading = read(
        "Drones struck a fuel depot in Northford overnight. “Nobody was hurt,” the mayor, Ann Vell, said. "
        "A security source claimed that the depot was destroyed."
    )
    assert (0, "Ann Vell", Stance.ASSERTED) in told(reading, Field.INJURED)
    assert told(reading, Field.EFFECT) == {
        (Effect.DESTROYED.value, "A security source", Stance.CLAIMED)
    }
    assert (True, "outlet", Stance.ASSERTED) in told(reading, Field.OCCURRENCE)


def test_a_denial_carries_the_denied_value(read: Read) -> None:
    reading = read(
        "Missiles hit a power plant in Northford on Monday. The operator denied that the plant was damaged."
    )
    assert (Effect.DAMAGED.value, "operator", Stance.DENIED) in told(reading, Field.EFFECT)


def test_the_enemy_is_alleged_and_own_shootdowns_are_claimed(read: Read) -> None:
    reading = read(
        "Ruritanian air defences shot down nine Grenmarkian drones over the Veldt region on Tuesday, "
        "the Ruritanian defence ministry said."
    )
    (event,) = reading.events
    assert event.type is EventType.DISRUPTED
    assert event.stage is Stage.INTERCEPTED
    assert told(reading, Field.ATTACKER) == {
        ("Grenmark", "Ruritanian defence ministry", Stance.ALLEGED)
    }
    assert told(reading, Field.INTERCEPTED) == {(9, "Ruritanian defence ministry", Stance.CLAIMED)}


def test_coordinated_regions_are_one_event_each(read: Read) -> None:
    reading = read(
        "Grenmarkian drones struck power lines in the Veldt and Oston regions on Monday."
    )
    assert [e.admin1 for e in reading.events] == ["Veldt", "Oston"]
    assert all([t.type for t in e.targets] == [TargetType.POWER_GRID] for e in reading.events)


def test_parts_of_a_count_go_to_their_regions(read: Read) -> None:
    reading = read(
        "“Five drones were shot down, three of them over the Veldt region and two over the Oston region,” "
        "the Ruritanian army said."
    )
    counts = {
        e.admin1: [c.value for c in e.claims if c.field is Field.INTERCEPTED]
        for e in reading.events
    }
    assert counts == {"Veldt": [3], "Oston": [2]}


def test_a_lead_without_an_area_is_completed_by_the_area_told_next(read: Read) -> None:
    reading = read(
        "Grenmark launched attack drones at oil facilities in Ruritania early Wednesday, security sources confirmed.\n\n"
        "“Fires broke out at two sites,” Veldt regional Governor Jan Orr wrote on social media."
    )
    (event,) = reading.events
    assert event.admin1 == "Veldt"
    assert (Effect.FIRE.value, "Jan Orr", Stance.ASSERTED) in told(reading, Field.EFFECT)
    assert (True, "security sources", Stance.CONFIRMED) in told(reading, Field.OCCURRENCE)


@pytest.mark.parametrize(
    "words",
    [
        "Grenmark has stepped up attacks on Ruritanian power plants in recent weeks.",
        "If Grenmark attacked Northford, the alliance would respond.",
        "Ruritania could strike ports in Marwick, analysts say.",
        "Parliament approved a new military aid package for Ruritania on Monday.",
        "A bus crashed near Northford on Monday, killing three people.",
        "Workers in Northford went on a hunger strike on Monday.",
        "Shares hit a record high in Northford on Monday.",
        "The army will hold exercises with missiles in the Veldt region next week.",
    ],
)
def test_what_is_no_specific_attack_gives_no_event(read: Read, words: str) -> None:
    assert read(words).events == ()


def test_attacks_in_general_are_listed_with_a_reason(read: Read) -> None:
    reading = read(
        "Grenmark has stepped up drone attacks on Ruritanian refineries in recent weeks."
    )
    assert [n.reason for n in reading.not_incidents] == ["habitual or summed up"]


def test_not_known_and_not_told_are_kept(read: Read) -> None:
    reading = read(
        "Drones hit a depot in Northford on Monday. Governor Jan Orr confirmed the strike without mentioning any victims."
    )
    assert (None, "Jan Orr", Stance.UNKNOWN) in told(reading, Field.KILLED)
    assert (None, "Jan Orr", Stance.UNKNOWN) in told(reading, Field.INJURED)


def test_without_a_publication_date_relative_days_stay_open_and_the_reader_says_so(
    read: Read,
) -> None:
    reading = read("Drones hit an oil depot in Northford on Monday.", published=None)
    assert reading.events[0].dating.interval is None
    assert "no publication date" in reading.warnings[0]


@pytest.mark.parametrize(
    ("words", "speaker", "polarity"),
    [
        ("Minister Lea Rand condemned the attack on Northford.", "Lea Rand", Polarity.CONDEMNS),
        (
            "“Such facilities are legitimate targets,” army spokesman Max Tarn said of the strikes.",
            "Max Tarn",
            Polarity.JUSTIFIES,
        ),
        (
            "“We do not support strikes inside Grenmark,” Minister Lea Rand said.",
            "Lea Rand",
            Polarity.OPPOSES,
        ),
        (
            "Minister Lea Rand called for more weapons for Ruritania.",
            "Lea Rand",
            Polarity.SUPPORTS,
        ),
        ("Minister Lea Rand declined to comment on the strike.", "Lea Rand", Polarity.DECLINES),
    ],
)
def test_positions(read: Read, words: str, speaker: str, polarity: Polarity) -> None:
    found = {(p.source.name, p.polarity) for p in read(words).positions}
    assert (speaker, polarity) in found


def test_the_seat_of_a_speaker_is_not_where_it_happened(read: Read) -> None:
    reading = read(
        "A missile hit a school in the Veldt region on Monday, officials in Marwick said."
    )
    assert [e.admin1 for e in reading.events] == ["Veldt"]


def test_empty_and_odd_texts_are_read_without_a_word(read: Read) -> None:
    for words in ("", " ", "\x00\x01", "“", "((((", "….,;:", "12 12 12", "A" * 5000):
        assert read(words).events == ()


def test_upper_case_wire_style_is_read_alike(read: Read) -> None:
    reading = read(
        "GRENMARKIAN DRONES STRUCK AN OIL DEPOT IN NORTHFORD ON MONDAY, KILLING THREE PEOPLE."
    )
    assert [(e.admin1, e.type) for e in reading.events] == [("Veldt", EventType.DRONE)]
    assert told(reading, Field.KILLED) == {(3, "outlet", Stance.ASSERTED)}


def test_a_report_s_general_statement_names_the_attacker_of_its_strike(read: Read) -> None:
    reading = read(
        "The minister spoke of Grenmark's bombing campaign against Ruritanian refineries.\n\n"
        "Two overnight strikes hit a refinery and an oil depot in Northford."
    )
    (event,) = reading.events
    assert [a.side for a in event.attackers] == ["Grenmark"]


def test_a_general_statement_about_the_other_side_names_nobody(read: Read) -> None:
    reading = read(
        "The minister spoke of Ruritania's bombing campaign against Grenmarkian refineries.\n\n"
        "Two overnight strikes hit a refinery in Northford."
    )
    (event,) = reading.events
    assert event.attackers == ()


def test_the_office_told_after_the_name_leads_to_the_person(read: Read) -> None:
    reading = read(
        "Ann Vell promised help on Monday.\n\nThe president said a drone had hit a depot in Northford."
    )
    assert {s.name for s in reading.sources} == {"Ann Vell"}


def test_an_office_beside_two_persons_leads_to_neither(read: Read) -> None:
    reading = read(
        "Ann Vell met Jan Orr on Monday.\n\nThe president said a drone had hit a depot in Northford."
    )
    assert "president" in {s.name for s in reading.sources}
