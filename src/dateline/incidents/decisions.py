"""What people settled, as it stands: undone decisions are gone, an undone undo brings back what it took."""

from collections.abc import Iterable

from dateline.model.incidents import Decision, DecisionKind


def in_force(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions that hold, oldest first, without undos; the same in whatever order they are given."""
    cancelled: set[str] = set()
    kept: list[Decision] = []
    for decision in sorted(decisions, key=lambda d: (d.at, d.id), reverse=True):
        if decision.id in cancelled:
            continue
        if decision.kind is DecisionKind.UNDO:
            cancelled.update(decision.subjects)
        else:
            kept.append(decision)
    return tuple(reversed(kept))


def rejected(decisions: Iterable[Decision]) -> frozenset[str]:
    """The mentions that by the newest word on each are no incident; ``accept`` takes a rejection back.

    Args:
        decisions: in force, oldest first.
    """
    last = {
        d.subjects[0]: d.kind
        for d in decisions
        if d.kind in {DecisionKind.ACCEPT, DecisionKind.REJECT} and d.subjects
    }
    return frozenset(m for m, kind in last.items() if kind is DecisionKind.REJECT)
