"""Mentions to clusters: what people decided first, then copies, then links by weight.

The result depends on the mentions, decisions and weights alone, not on the order they come in:

1. Decisions, newest first: ``merge`` joins, ``split`` forbids, ``reject`` leaves a mention out. One that
   contradicts a newer one is set aside and reported.
2. The same passage of near-identical copies is joined; its earliest copy is compared for all of them.
3. Links, heaviest first (ties by ids), join two groups unless a person forbade it or any pair across
   them is barred. So no barred pair is ever in one cluster, save where a person's merge put it there.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise, product

from dateline.incidents.compare.copies import passage
from dateline.incidents.decisions import in_force, rejected
from dateline.incidents.groups import Groups
from dateline.incidents.score import Linker, bar, compare, link_by_weights
from dateline.model.incidents import Decision, DecisionKind, MatchResult, Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """Mentions that tell of one incident.

    Attributes:
        mentions: ids, sorted.
        links: the matches between them that were worth linking, sorted by ids.
    """

    mentions: tuple[str, ...]
    links: tuple[MatchResult, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Clustering:
    """All clusters, and what could not be obeyed.

    Attributes:
        clusters: in order of their first mention ids; every mention not rejected is in one.
        contradictions: decisions that contradict newer ones, oldest first; they have no effect.
        rejected: mentions that people rejected.
    """

    clusters: tuple[Cluster, ...]
    contradictions: tuple[Decision, ...] = ()
    rejected: frozenset[str] = frozenset()


def cluster(mentions: Sequence[Mention], decisions: Sequence[Decision] = ()) -> tuple[Cluster, ...]:
    """The clusters of :func:`cluster_all`."""
    return cluster_all(mentions, decisions).clusters


def cluster_all(
    mentions: Sequence[Mention],
    decisions: Sequence[Decision] = (),
    linker: Linker = link_by_weights,
) -> Clustering:
    """Puts together the mentions that tell of one incident.

    Args:
        mentions: of any number of reports; ids are unique.
        decisions: all ever made; undone ones are left out here. Those about other mentions are ignored.
        linker: gives the pairs worth linking.
    """
    standing = in_force(decisions)
    out = rejected(standing)
    known = {m.id: m for m in sorted(mentions, key=lambda m: m.id) if m.id not in out}
    groups = Groups(known)
    contradictions = _obey(groups, standing)
    stand_ins = _join_copies(groups, known)
    results = sorted(
        linker([known[i] for i in sorted(set(stand_ins.values()))]),
        key=lambda r: (-r.weight, r.left, r.right),
    )
    for result in results:
        _link(groups, result, known, stand_ins)
    links = (*results, *_copy_links(groups, known, stand_ins))
    return Clustering(
        clusters=_collect(groups, links),
        contradictions=contradictions,
        rejected=out & {m.id for m in mentions},
    )


def _obey(groups: Groups, standing: Sequence[Decision]) -> tuple[Decision, ...]:
    """Carries out merges and splits, newest first; those in the way of newer ones come back."""
    known = {i for group in groups.all() for i in group}
    set_aside: list[Decision] = []
    for decision in reversed(standing):
        pairs = [(a, b) for a, b in pairwise(decision.subjects) if {a, b} <= known]
        if decision.kind is DecisionKind.MERGE:
            done = [groups.join(a, b) for a, b in pairs]
        elif decision.kind is DecisionKind.SPLIT:
            done = [groups.forbid(a, b) for a, b in pairs]
        else:
            continue
        if not all(done):
            set_aside.append(decision)
    return tuple(reversed(set_aside))


def _join_copies(groups: Groups, known: Mapping[str, Mention]) -> dict[str, str]:
    """Joins the same passage of copies; which mention is compared in place of each."""
    passages: dict[tuple[str, ...], list[Mention]] = defaultdict(list)
    for mention in known.values():
        passages[(mention.report.origin, *passage(mention))].append(mention)
    stand_ins = {i: i for i in known}
    for key in sorted(passages):
        same = sorted(passages[key], key=first_told)
        for copy in same[1:]:
            if not _share_report(groups, known, same[0].id, copy.id) and groups.join(
                same[0].id, copy.id
            ):
                stand_ins[copy.id] = same[0].id
    return stand_ins


def first_told(mention: Mention) -> tuple[date, bool, str]:
    """Sorts mentions: earliest published first, an original before its copies, then by id."""
    return (
        mention.report.published or date.max,
        mention.report.id != mention.report.origin,
        mention.id,
    )


def _link(
    groups: Groups,
    result: MatchResult,
    known: Mapping[str, Mention],
    stand_ins: Mapping[str, str],
) -> None:
    """Joins the groups of a link unless something across them speaks against it."""
    a, b = result.left, result.right
    if groups.together(a, b) or groups.forbidden(a, b) or _share_report(groups, known, a, b):
        return
    judged = [sorted({stand_ins[i] for i in groups.members(end)}) for end in (a, b)]
    if any(bar(known[x], known[y]) is not None for x, y in product(*judged)):
        return
    groups.join(a, b)


def _share_report(groups: Groups, known: Mapping[str, Mention], a: str, b: str) -> bool:
    """Whether the two groups hold different events of one report."""
    one, other = ({known[i].report.id for i in groups.members(end)} for end in (a, b))
    return not groups.together(a, b) and bool(one & other)


def _copy_links(
    groups: Groups, known: Mapping[str, Mention], stand_ins: Mapping[str, str]
) -> Iterable[MatchResult]:
    for mention, stand_in in stand_ins.items():
        if mention != stand_in and groups.together(mention, stand_in):
            yield compare(known[mention], known[stand_in])


def _collect(groups: Groups, links: Iterable[MatchResult]) -> tuple[Cluster, ...]:
    inside: dict[str, list[MatchResult]] = defaultdict(list)
    for link in links:
        if groups.together(link.left, link.right):
            inside[groups.find(link.left)].append(link)
    return tuple(
        Cluster(
            mentions=members,
            links=tuple(sorted(inside[groups.find(members[0])], key=lambda r: (r.left, r.right))),
        )
        for members in groups.all()
    )
