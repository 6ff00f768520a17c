from datetime import timedelta

import pytest
from hypothesis import given

from dateline.errors import ResourceError
from dateline.incidents.score import bar, compare, link_by_weights
from dateline.lexicon.link_weights import link_threshold, link_weight, prior_weight
from dateline.model.incidents import Mention
from dateline.model.vocab import EventType, TargetType
from tests.factory import DAY, dating, event, head, mention, place
from tests.incidents.strategies import mentions

ONE = timedelta(days=1)


def test_the_weight_is_the_sum_of_its_reasons() -> None:
    result = compare(mention(event(), "a"), mention(event(), "b"))
    assert result.weight == pytest.approx(
        prior_weight() + sum(c.weight for c in result.comparisons)
    )
    assert len({c.feature for c in result.comparisons}) == len(result.comparisons)


def test_one_attack_in_two_reports_links() -> None:
    a = mention(event(when=dating(DAY - ONE, DAY), places=[place()], sides=["Sudland"]), "a")
    b = mention(event(targets=[TargetType.FUEL_STORAGE]), "b")
    assert [(r.left, r.right) for r in link_by_weights([a, b])] == [tuple(sorted([a.id, b.id]))]


def test_the_same_site_on_another_night_does_not() -> None:
    def told(offset: int, name: str) -> Mention:
        night = dating(DAY + offset * ONE, DAY + (offset + 1) * ONE)
        what = event(
            when=night, places=[place()], sides=["Sudland"], targets=[TargetType.FUEL_STORAGE]
        )
        return mention(what, name)

    assert list(link_by_weights([told(0, "a"), told(1, "b"), told(7, "c")])) == []
    assert bar(told(0, "a"), told(1, "b")) == "too far apart in time"


def test_a_mention_of_the_country_alone_links_to_no_region_by_day_and_type() -> None:
    a, b = mention(event(), "a"), mention(event(admin1=None), "b")
    assert compare(a, b).weight < link_threshold()


def test_another_kind_of_attack_on_the_region_that_day_stays_apart() -> None:
    a, b = mention(event(), "a"), mention(event(type=EventType.ABDUCTION), "b")
    assert compare(a, b).weight < link_threshold()


def test_two_events_of_one_report_are_barred() -> None:
    assert bar(mention(event("A")), mention(event("B"))) == "same report"


def test_a_copy_read_with_another_date_is_not_barred() -> None:
    later = mention(event(when=DAY + 2 * ONE), head("b", copy_of="a", published=DAY + 2 * ONE))
    assert bar(mention(event(), "a"), later) is None


def test_a_level_the_table_lacks_is_an_error_that_says_what_to_do() -> None:
    with pytest.raises(ResourceError, match=r"build_lexicon\.py"):
        link_weight("dating", "at the same hour")


@pytest.mark.law
@given(mentions(), mentions())
def test_comparing_is_symmetric(a: Mention, b: Mention) -> None:
    assert compare(a, b) == compare(b, a)
    assert compare(a, b).left <= compare(a, b).right
