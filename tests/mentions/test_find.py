from dataclasses import fields

from dateline.mentions.find import find_mentions
from dateline.model.mentions import Mentions
from dateline.text.prepare import prepare
from tests.claims.world import find_all

WORDS = (
    "Grenmarkian drones hit an oil depot in Northford on Monday, killing two people. Fires broke out.\n\n"
    "“We condemn it,” Governor Jana Brel said. She said the depot held 20,000 tonnes. It was not destroyed."
)


def test_a_full_text_has_every_kind_of_mention() -> None:
    mentions = find_all(WORDS).mentions
    assert [f.name for f in fields(Mentions) if not getattr(mentions, f.name)] == []


def test_each_kind_stands_in_the_order_of_the_text() -> None:
    mentions = find_all(WORDS).mentions
    for kind in fields(Mentions):
        spans = [m.span for m in getattr(mentions, kind.name)]
        assert spans == sorted(spans), kind.name


def test_nothing_is_found_in_nothing() -> None:
    assert find_mentions(prepare(""), ()) == Mentions()
