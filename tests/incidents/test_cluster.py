from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import combinations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.incidents.cluster import cluster, cluster_all
from dateline.incidents.score import bar, compare
from dateline.model.incidents import DecisionKind, MatchResult, Mention
from tests.factory import DAY, decision, event, head, mention
from tests.incidents.strategies import decisions_on, many_mentions

MERGE, SPLIT, REJECT = DecisionKind.MERGE, DecisionKind.SPLIT, DecisionKind.REJECT


def _sets(mentions: Sequence[Mention]) -> set[tuple[str, ...]]:
    return {c.mentions for c in cluster(mentions)}


def _ids(*mentions: Mention) -> tuple[str, ...]:
    return tuple(sorted(m.id for m in mentions))


def test_accounts_of_one_attack_are_one_cluster_with_its_reasons() -> None:
    a, b, c = (mention(event(), name) for name in "abc")
    (only,) = cluster([a, b, c])
    assert only.mentions == _ids(a, b, c)
    assert len(only.links) == 3
    assert {x for link in only.links for x in (link.left, link.right)} == set(only.mentions)


def test_an_undated_account_does_not_draw_two_nights_together() -> None:
    first = mention(event(places=["Dobrin"]), "a")
    second = mention(event(when=DAY + timedelta(days=2), places=["Dobrin"]), "b")
    undated = mention(
        event(when=None, places=["Dobrin"]), head("c", published=DAY + timedelta(days=3))
    )
    assert len(cluster([first, second, undated])) == 2


def test_copies_join_first_even_where_their_readings_differ() -> None:
    late = DAY + timedelta(days=1)
    original, other = mention(event(), "a"), mention(event(), "b")
    copy = mention(event(when=late), head("c", copy_of="a", published=late))
    (only,) = cluster([original, other, copy])
    assert only.mentions == _ids(original, other, copy)


def test_two_events_of_a_report_stay_apart_through_its_copy() -> None:
    a, b = mention(event("A", trigger="struck")), mention(event("B", trigger="hit"))
    copies = head("second", copy_of="first")
    a2 = mention(event("A", trigger="struck"), copies)
    b2 = mention(event("B", trigger="hit"), copies)
    assert _sets([a, b, a2, b2]) == {_ids(a, a2), _ids(b, b2)}


def test_people_come_first() -> None:
    a, b, c = (mention(event(), name) for name in "abc")
    far = mention(event(admin1="Zellmark"), "d")
    apart = cluster_all([a, b, c], [decision(SPLIT, a.id, b.id)])
    assert len(apart.clusters) == 2
    merged = cluster_all([a, far], [decision(MERGE, a.id, far.id)])
    assert [x.mentions for x in merged.clusters] == [_ids(a, far)]
    out = cluster_all([a, b], [decision(REJECT, b.id)])
    assert [x.mentions for x in out.clusters] == [(a.id,)]
    assert out.rejected == frozenset({b.id})


def test_a_contradiction_is_reported_and_the_newer_word_holds() -> None:
    a, b, c = (mention(event(admin1=r), r) for r in ("Arl", "Brl", "Crl"))
    older = decision(SPLIT, a.id, c.id, hour=1)
    found = cluster_all(
        [a, b, c],
        [older, decision(MERGE, a.id, b.id, hour=2), decision(MERGE, b.id, c.id, hour=3)],
    )
    assert [x.mentions for x in found.clusters] == [_ids(a, b, c)]
    assert found.contradictions == (older,)


def test_an_undone_split_has_no_effect() -> None:
    a, b = mention(event(), "a"), mention(event(), "b")
    split = decision(SPLIT, a.id, b.id, hour=1)
    undo = decision(DecisionKind.UNDO, split.id, hour=2)
    again = decision(DecisionKind.UNDO, undo.id, hour=3)
    assert len(cluster([a, b], [split, undo])) == 1
    assert len(cluster([a, b], [split, undo, again])) == 2


def test_nothing_makes_nothing() -> None:
    assert cluster([]) == ()


@pytest.mark.law
@given(st.data(), many_mentions(), st.randoms(use_true_random=False))
def test_laws(data: st.DataObject, mentions: list[Mention], random: Random) -> None:
    made = data.draw(decisions_on([m.id for m in mentions]))
    found = cluster_all(mentions, made)
    shuffled, again = list(mentions), list(made)
    random.shuffle(shuffled)
    random.shuffle(again)
    assert cluster_all(shuffled, again) == found  # whatever the order
    inside = [i for c in found.clusters for i in c.mentions]
    assert sorted([*inside, *found.rejected]) == sorted(m.id for m in mentions)  # a partition
    home = {i: n for n, c in enumerate(found.clusters) for i in c.mentions}
    for d in made:
        if d in found.contradictions or not set(d.subjects) <= home.keys():
            continue
        if d.kind is MERGE:
            assert home[d.subjects[0]] == home[d.subjects[1]]
        if d.kind is SPLIT:
            assert home[d.subjects[0]] != home[d.subjects[1]]


@pytest.mark.law
@given(many_mentions())
def test_what_is_barred_is_never_together_without_a_person(mentions: list[Mention]) -> None:
    """Copies apart: a copy rides with its original whatever its own reading came to."""
    known = {m.id: m for m in mentions if m.report.origin == m.report.id}
    for found in cluster(list(known.values())):
        for a, b in combinations(found.mentions, 2):
            assert bar(known[a], known[b]) is None
    for found in cluster(mentions):
        reports = [m.report.id for m in mentions if m.id in found.mentions]
        assert len(set(reports)) == len(reports)


def _components(nodes: Sequence[str], edges: set[tuple[str, str]]) -> set[tuple[str, ...]]:
    """Connected components by breadth-first search: the oracle."""
    left, found = set(nodes), set()
    while left:
        queue = [min(left)]
        reached = set(queue)
        while queue:
            at = queue.pop(0)
            near = {b for a, b in edges if a == at} | {a for a, b in edges if b == at}
            queue += sorted(near - reached)
            reached |= near
        left -= reached
        found.add(tuple(sorted(reached)))
    return found


@pytest.mark.law
@given(st.sets(st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda p: p[0] < p[1])))
def test_without_bars_clusters_are_the_connected_components(pairs: set[tuple[int, int]]) -> None:
    bare = [mention(event(), f"r{i}") for i in range(8)]
    edges = {(bare[a].id, bare[b].id) for a, b in pairs}

    def linker(mentions: Sequence[Mention]) -> Iterator[MatchResult]:
        known = {m.id: m for m in mentions}
        for a, b in edges:
            yield compare(known[a], known[b])

    found = {c.mentions for c in cluster_all(bare, (), linker).clusters}
    assert found == _components([m.id for m in bare], edges)
