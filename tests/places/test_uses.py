import pytest

from dateline.model.places import Use
from tests.places.conftest import Find


@pytest.mark.parametrize(
    ("characters", "expected"),
    [
        ("Moscow accuses them of the strike.", Use.ASSOCIATIVE),
        ("Moscow has repeatedly denied it.", Use.ASSOCIATIVE),
        ("A raid aimed to dent Moscow's power.", Use.ASSOCIATIVE),
        ("A raid launched by Moscow failed.", Use.ASSOCIATIVE),
        ("Sources in Moscow confirmed it.", Use.LITERAL),
        ("Moscow was hit overnight.", Use.LITERAL),
        ("Moscow's mayor was asleep.", Use.LITERAL),
        ("Drones flew over Moscow.", Use.LITERAL),
        ("Smolensk said nothing.", Use.LITERAL),
        ("The Moscow Times wrote it.", Use.ASSOCIATIVE),
        ("The Kremlin denied it.", Use.ASSOCIATIVE),
        ("A Russian plane fell.", Use.ADJECTIVE),
    ],
)
def test_use(find: Find, characters: str, expected: Use) -> None:
    assert [toponym.use for toponym in find(characters)] == [expected]
