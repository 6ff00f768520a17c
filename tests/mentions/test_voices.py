import pytest

from dateline.mentions.voices import voice_of
from dateline.places.find import find_toponyms
from dateline.text.prepare import prepare
from tests.claims.world import WORLD


@pytest.mark.parametrize(
    ("outlet", "side"),
    [
        ("Ministry of Defence of Ruritania", "Ruritania"),
        ("Ruritanian Armed Forces", "Ruritania"),
        ("Governor of the Veldt region, Telegram", "Ruritania"),
        ("Military media of Hezbollah", "Hezbollah"),
        ("The Ruritanian Gazette", None),
        ("Northford Today", None),
        ("Ministry of Sound", None),
    ],
)
def test_whose_own_word_a_report_is(outlet: str, side: str | None) -> None:
    assert voice_of(prepare(outlet), lambda name: find_toponyms(name, WORLD)) == side
