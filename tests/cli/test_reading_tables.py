import re

from rich.console import Console

from dateline.cli.reading_tables import disputed, reading_tables
from dateline.model.claims import NotIncident, Reading
from dateline.model.spans import Span
from dateline.model.vocab import Field, Stance
from tests.factory import claim, event, position, report, source

SGR = re.compile(r"\x1b\[[0-9;]*m")
BAD = "[red]Torv[/red]\x1b[31m\x07"


def shown(reading: Reading, *, colour: bool = False) -> str:
    out = Console(
        width=120,
        force_terminal=colour,
        color_system="standard" if colour else None,
        legacy_windows=False,
    )
    with out.capture() as captured:
        out.print(reading_tables(reading))
    return captured.get()


def reading_of(*claims: object) -> Reading:
    told = event(claims=claims)  # type: ignore[arg-type]
    return Reading(report=report(), reader="test 1", events=(told,))


def test_fields_in_which_speakers_differ_are_marked() -> None:
    one = claim(Field.KILLED, 2, source("Ann Torv", side="Norland"))
    other = claim(Field.KILLED, 7, source("Bo Lindt", side="Sudland"))
    agreed = claim(Field.INJURED, 0, source("Ann Torv", side="Norland"))
    reading = reading_of(one, other, agreed)
    assert disputed(reading, reading.events[0]) == {Field.KILLED}
    lines = shown(reading).splitlines()
    assert sum("killed ⚠" in line for line in lines) == 2
    assert not any("injured ⚠" in line for line in lines)
    assert any("⚠ accounts differ" in line for line in lines)


def test_a_denial_is_marked() -> None:
    said = claim(Field.EFFECT, "destroyed", source("Ann Torv", side="Norland"))
    denied = claim(
        Field.EFFECT, "destroyed", source("Bo Lindt", side="Sudland"), stance=Stance.DENIED
    )
    found = shown(reading_of(said, denied))
    assert found.count("effect ⚠") == 2
    assert "Bo Lindt (Sudland) denied" in found


def test_nothing_is_marked_where_all_agree() -> None:
    assert "⚠" not in shown(reading_of(claim(), claim(Field.INJURED, 0)))


def test_a_report_without_date_or_event_says_so() -> None:
    calm = Reading(report=report(published=None), reader="test 1", warnings=("no date",))
    found = shown(calm)
    assert "no publication date" in found
    assert "! no date" in found
    assert "no specific attack is told of" in found


def test_positions_and_general_statements_have_their_tables() -> None:
    more = Reading(
        report=report(),
        reader="test 1",
        positions=(position(),),
        not_incidents=(NotIncident(text="Drones", span=Span(0, 6), reason="habitual"),),
    )
    found = shown(more)
    assert "Positions" in found
    assert "condemns" in found
    assert "habitual" in found


def test_hostile_words_are_inert_in_a_colour_terminal() -> None:
    bad = source(BAD, side=BAD)
    told = event(
        places=[BAD],
        admin1=BAD,
        country=BAD,
        claims=[claim(Field.QUANTITY, BAD, bad, text=BAD)],
    )
    reading = Reading(
        report=report(name=BAD, outlet=BAD, title=BAD),
        reader="test 1",
        events=(told,),
        positions=(position(bad, issue=BAD),),
        not_incidents=(NotIncident(text=BAD, span=Span(0, 1), reason=BAD),),
        warnings=(BAD,),
    )
    found = SGR.sub("", shown(reading, colour=True))
    assert "\x1b" not in found
    assert "\x07" not in found
    assert found.count("[red]Torv[/red] [31m") >= 10
