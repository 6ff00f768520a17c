import pytest

from dateline.model.spans import Span
from dateline.model.texts import Dateline
from dateline.text.dateline import find_dateline
from dateline.text.paragraphs import find_paragraphs


def read(body: str) -> Dateline | None:
    return find_dateline(body, find_paragraphs(body))


def parts(body: str) -> tuple[str | None, str | None, str | None] | None:
    found = read(body)
    if found is None:
        return None
    place, date, agency = (
        part.of(body) if part else None for part in (found.place, found.date, found.agency)
    )
    return place, date, agency


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("PARIS, 2 April (AFP) — ", ("PARIS", "2 April", "AFP")),
        ("KYIV (Reuters) - ", ("KYIV", None, "Reuters")),
        ("LONDON, April 3 (Reuters) – ", ("LONDON", "April 3", "Reuters")),
        ("SAN SALVADOR, 3 JAN 90 -- [REPORT] ", ("SAN SALVADOR", "3 JAN 90", None)),
        ("MOSCOW — ", ("MOSCOW", None, None)),
        ("PORT-AU-PRINCE, Haiti — ", ("PORT-AU-PRINCE, Haiti", None, None)),
        ("(CNN) — ", (None, None, "CNN")),
        ("CNN — ", (None, None, "CNN")),
        ("Kyiv, Ukraine (AP) — ", ("Kyiv, Ukraine", None, "AP")),
        ("WASHINGTON/KYIV, May 3 (Reuters) - ", ("WASHINGTON/KYIV", "May 3", "Reuters")),
        ("FLINT, Mich., Oct. 4 (UPI) — ", ("FLINT, Mich.", "Oct. 4", "UPI")),
        ("HARLEM, N.Y., Sept. 26 (UPI) — ", ("HARLEM, N.Y.", "Sept. 26", "UPI")),
        ("RICHMOND, Va. (Feb. 20, 2014) — ", ("RICHMOND, Va.", "Feb. 20, 2014", None)),
        ("KYIV. April 24. INTERFAX-UKRAINE – ", ("KYIV", "April 24", "INTERFAX-UKRAINE")),
        ("MOSCOW, April 24. /TASS/. ", ("MOSCOW", "April 24", "TASS")),
        ("GENEVA, 5 May 2024 – ", ("GENEVA", "5 May 2024", None)),
        ("NORTHPORT (EL MAR), NO DATE (RADIO SUR) -- [TEXT] [CONTINUED] ", ("NORTHPORT (EL MAR)", None, "RADIO SUR")),
    ],
)  # fmt: skip
def test_reads(line: str, expected: tuple[str | None, str | None, str | None]) -> None:
    body = line + "The depot burned."
    assert parts(body) == expected
    found = read(body)
    assert found is not None
    assert found.span == Span(0, len(line))


@pytest.mark.parametrize(
    "body",
    [
        "Russia - the biggest of them - said no.",
        "Kharkiv — Kyiv — Lviv",
        "NATO — The alliance said no.",
        "BREAKING — Depot burns",
        "The minister — He is here — said no.",
        "On April 3 — The day of the attack — it rained.",
        "MOSCOW — the city — slept.",
        "Marsh (Labour) — Who knew?",
        "The depot burned on 3 April.",
        "A depot, which burned - Marsh said - on Sunday",
        "NORTHPORT -- THE DEPOT BURNED",
        "",
    ],
)
def test_takes_no_ordinary_sentence(body: str) -> None:
    assert read(body) is None


def test_looks_below_the_headline() -> None:
    body = "Depot burns\n\nBy A. Writer\n\nKYIV (Reuters) - A depot burned."
    found = read(body)
    assert found is not None
    assert found.span.of(body) == "KYIV (Reuters) - "


def test_may_fill_its_paragraph() -> None:
    body = "HAVANA (AP) --\n\nThe depot burned."
    found = read(body)
    assert found is not None
    assert found.span.of(body) == "HAVANA (AP) --"
