from collections.abc import Iterator, Sequence
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.bench.metrics.coreference import Ratio
from dateline.bench.metrics.muc4.entities import ROLES, Incident
from dateline.bench.metrics.muc4.ree import ree
from tests.bench.metrics.muc4.made import incident

KEY = incident("arson", PerpInd=["men|masked men"], Target=["ferry", "mill|old mill"])


def counts(ratio: Ratio) -> tuple[float, float, float, float]:
    return ratio.found, ratio.of_response, ratio.kept, ratio.of_key


def of(key: Sequence[Incident], told: Sequence[Incident]) -> dict[str, tuple[float, ...]]:
    return {role: counts(ratio) for role, ratio in ree({"d": key}, {"d": told}).items()}


def test_every_mention_has_to_be_one_of_an_entity_of_the_key() -> None:
    told = incident("arson", PerpInd=["men", "masked men|boys"], Target=["mill", "old mill", "hut"])
    found = of([KEY], [told])
    assert found["incident type"] == (1, 1, 1, 1)
    # "men" is right; "masked men" with "boys" is not.
    assert found["PerpInd"] == (1, 2, 1, 1)
    # Two predicted entities are right by one of the key, of two.
    assert found["Target"] == (2, 3, 1, 2)
    assert found["micro"] == (4, 6, 3, 4)


def test_a_template_of_another_type_is_not_mapped() -> None:
    assert of([KEY], [incident("bombing", Target=["ferry"])])["micro"] == (0, 2, 0, 4)
    either = incident("arson / bombing", Target=["ferry"])
    assert of([either], [incident("bombing", Target=["ferry"])])["micro"] == (2, 2, 2, 2)


def test_templates_are_mapped_for_the_best_f1() -> None:
    key = [incident(Target=["ferry"]), incident(Target=["mill"], Weapon=["torch"])]
    told = [incident(Target=["mill"], Weapon=["torch"]), incident(Target=["ferry"])]
    assert of(key, told)["micro"] == (5, 5, 5, 5)
    # One template for two incidents: it is mapped to the one it has more of.
    merged = [incident(Target=["ferry", "mill"], Weapon=["torch"])]
    assert of(key, merged)["micro"] == (3, 4, 3, 5)


def test_documents_that_only_one_side_has() -> None:
    found = ree({"d": [KEY]}, {"e": [KEY]})
    assert counts(found["micro"]) == (0, 0, 0, 4)
    assert found["micro"].f1 == 0.0


def test_of_equal_mappings_the_first_counts() -> None:
    # Mapped to the first or the second of the key, the template wins as much, of another role.
    key = [incident(Target=["ferry"]), incident(Weapon=["torch"])]
    found = of(key, [incident(Target=["ferry"], Weapon=["torch"])])
    assert (found["Target"], found["Weapon"]) == ((1, 1, 1, 1), (0, 1, 0, 1))


def test_beyond_the_limit_an_assignment_stands_for_the_search() -> None:
    many = [incident(Target=[f"t{n}"]) for n in range(10)]
    assert of(many, many[::-1])["micro"] == (20, 20, 20, 20)


MENTIONS = st.sampled_from(["ferry", "mill", "hut", "mill|hut"])
INCIDENTS = st.lists(
    st.builds(
        lambda kind, target, weapon: incident(kind, Target=target, Weapon=weapon),
        st.sampled_from(["arson", "attack", "arson / attack"]),
        st.lists(MENTIONS, max_size=3),
        st.lists(MENTIONS, max_size=2),
    ),
    max_size=3,
)


def mappings(told: int, known: int) -> Iterator[list[tuple[int, int]]]:
    """Every way of giving each predicted template one of the key of its own, or none."""
    for chosen in permutations([*range(known), *[-1] * told], told):
        yield [(p, k) for p, k in enumerate(chosen) if k >= 0]


def gained(told: Incident, known: Incident) -> tuple[int, int]:
    right = found = 1
    for role in ROLES:
        said, there = ([set(e) for e in side.roles[role]] for side in (told, known))
        right += len([s for s in said if any(s <= t for t in there)])
        found += len([t for t in there if any(s <= t for s in said)])
    return right, found


@given(INCIDENTS, INCIDENTS)
def test_no_mapping_is_better(key: list[Incident], told: list[Incident]) -> None:
    sizes = [sum(1 + len(i.entities) for i in side) for side in (told, key)]
    best = 0.0
    for mapping in mappings(len(told), len(key)):
        gains = [gained(told[p], key[k]) for p, k in mapping if told[p].type in key[k].type]
        hits, kept = sum(g[0] for g in gains), sum(g[1] for g in gains)
        if hits:
            precision, recall = hits / sizes[0], kept / sizes[1]
            best = max(best, 2 * precision * recall / (precision + recall))
    expected = best if key or told else 1.0
    assert ree({"d": key}, {"d": told})["micro"].f1 == pytest.approx(expected)
