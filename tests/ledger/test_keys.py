from dateline.ledger import keys
from dateline.model.ids import content_id


def test_an_event_is_named_by_report_reader_and_key() -> None:
    assert keys.event_id("r_1", "rules", "A") == content_id("e", "r_1", "rules", "A")
    assert keys.event_id("r_1", "rules", "A") != keys.event_id("r_1", "rules", "B")


def test_each_kind_has_its_letter() -> None:
    made = (
        keys.reading_id("r_1", "rules"),
        keys.claim_id("e_1", 0),
        keys.position_id("g_1", 0),
        keys.speaker_id("x", "named"),
    )
    assert [name[:2] for name in made] == ["g_", "c_", "p_", "s_"]


def test_spellings_of_one_name_meet() -> None:
    assert keys.fold("Élodie  MARCHETTI ") == keys.fold("Elodie Marchetti")
    assert keys.fold("Straße") == "strasse"
