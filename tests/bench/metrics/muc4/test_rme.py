from collections.abc import Sequence

import pytest

from dateline.bench.metrics.coreference import Ratio
from dateline.bench.metrics.muc4.entities import Incident
from dateline.bench.metrics.muc4.rme import BY_ENTITIES, BY_MENTIONS, SUBSET, VARIANTS, rme
from tests.bench.metrics.muc4.made import incident

KEY = incident("arson", PerpInd=["men|masked men"], Target=["ferry", "mill|old mill"])


def counts(ratio: Ratio) -> tuple[float, float, float, float]:
    return ratio.found, ratio.of_response, ratio.kept, ratio.of_key


def micro(
    key: Sequence[Incident], told: Sequence[Incident], variant: str
) -> tuple[float, float, float, float]:
    return counts(rme({"d": key}, {"d": told}, variant)["micro"])


def test_the_three_variants_on_one_template() -> None:
    told = incident("arson", PerpInd=["men|boys"], Target=["mill", "old mill", "hut"])
    # "men|boys" shares a mention, so do both mills, with one entity of the key.
    assert micro([KEY], [told], SUBSET) == (3, 4, 2, 3)
    # One mention shared by the men, and one by the mill that is assigned.
    assert micro([KEY], [told], BY_ENTITIES) == (2, 4, 2, 3)
    assert micro([KEY], [told], BY_MENTIONS) == (2, 5, 2, 5)


def test_roles_add_up_to_micro() -> None:
    told = incident("arson", PerpInd=["men"], Target=["mill|old mill"], Victim=["ann"])
    found = rme({"d": [KEY]}, {"d": [told]}, BY_MENTIONS)
    assert counts(found["PerpInd"]) == (1, 1, 1, 2)
    assert counts(found["Target"]) == (2, 2, 2, 3)
    assert counts(found["Victim"]) == (0, 1, 0, 0)
    assert counts(found["micro"]) == (3, 4, 3, 5)


@pytest.mark.parametrize("variant", VARIANTS)
def test_the_key_itself_is_perfect_but_for_by_entities(variant: str) -> None:
    f1 = rme({"d": [KEY]}, {"d": [KEY]}, variant)["micro"].f1
    # Five mentions over three entities.
    assert f1 == pytest.approx(5 / 3 if variant == BY_ENTITIES else 1.0)


def test_another_type_or_role_shares_nothing() -> None:
    assert micro([KEY], [incident("attack", Target=["ferry"])], SUBSET) == (0, 1, 0, 3)
    assert micro([KEY], [incident("arson", Victim=["ferry"])], SUBSET) == (0, 1, 0, 3)


def test_the_likelier_of_two_types_is_kept() -> None:
    key = incident("arson / attack", Target=["ferry"], Weapon=["torch"])
    told = [incident("attack", Target=["ferry"]), incident("arson", Target=["hut"])]
    assert micro([key], told, SUBSET) == (1, 2, 1, 2)
    # Only one of the types may be answered, and mentions of the key are counted under both.
    both = [incident("attack", Target=["ferry"]), incident("arson", Weapon=["torch"])]
    assert micro([key], both, BY_MENTIONS) == (1, 2, 1, 4)
    assert micro([key], [], BY_MENTIONS) == (0, 0, 0, 2)


def test_templates_are_assigned_one_to_one() -> None:
    key = [incident(Target=["ferry"]), incident(Target=["mill", "hut"])]
    told = [incident(Target=["mill", "ferry", "hut"]), incident(Target=["ferry"])]
    # The first of the response is worth 2 with the second of the key, the second 1 with the first.
    assert micro(key, told, SUBSET) == (3, 4, 3, 3)
    assert micro(key, told[:1], SUBSET) == (2, 3, 2, 3)


def test_templates_without_entities_and_documents_without_response() -> None:
    assert micro([KEY], [incident("arson")], SUBSET) == (0, 0, 0, 3)
    assert micro([incident("arson")], [KEY], SUBSET) == (0, 3, 0, 0)
    found = rme({"d": [KEY]}, {"e": [KEY]}, SUBSET)["micro"]
    assert (counts(found), found.f1) == ((0, 0, 0, 3), 0.0)
