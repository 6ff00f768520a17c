import pytest

from dateline.text.prepare import prepare
from dateline.times.guards import in_capitals
from tests.times.reading import read


@pytest.mark.parametrize(
    "body",
    [
        "The rebels may attack.",
        "May they rest in peace.",
        "They march on the town, and a second march follows.",
        "Villagers spring a trap in a second.",
        "The Sun printed it.",
        "A Su-27 and a T-72 were seen.",
        "Resolution 2022 was adopted.",
        "They counted 2000 people.",
        "They lost 1500 soldiers and 2010 drones.",
        "It cost $2000.",
        "At least 2014 shells fell.",
        "THE REBELS MAY ATTACK. THE ARMY WILL MARCH.",
        "THEY SAID IN MAY THEY WILL NOT.",
        "April Varn spoke.",
        "The August Revolution is remembered.",
        "They marched in the fall of Arvany.",
        "Jan Torv and Mar Ilen spoke.",
        "Flight 1999 crashed near Highway 2001.",
    ],
)
def test_false_friends_are_left_alone(body: str) -> None:
    assert [t.text for t in read(body)] == []


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("It fell on May 5.", "May 5"),
        ("THE REBELS MAY ATTACK ON MAY 5.", "MAY 5"),
        ("It fell in May.", "May"),
        ("They may attack in March.", "March"),
        ("Last May it fell.", "Last May"),
        ("It fell in 2014.", "2014"),
        ("The 2014 invasion is over.", "2014"),
        ("His failed 2014 campaign is over.", "2014"),
        ("It began (2014).", "2014"),
        ("It began in 1648.", "1648"),
    ],
)
def test_real_ones_are_found(body: str, words: str) -> None:
    assert [t.text for t in read(body)] == [words]


def test_capitals_are_told_by_the_whole_text() -> None:
    assert in_capitals(prepare("THE REBELS ATTACKED ARVANY."))
    assert not in_capitals(prepare("The REBELS attacked Arvany."))
