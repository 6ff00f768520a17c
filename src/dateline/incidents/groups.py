"""Groups that are joined step by step and some of which may never be one (union-find with cannot-link)."""

from collections.abc import Iterable


class Groups:
    """Disjoint groups of ids; local to one clustering.

    Args:
        ids: each starts as a group of its own.
    """

    def __init__(self, ids: Iterable[str]) -> None:
        self._root = {i: i for i in ids}
        self._members = {i: [i] for i in self._root}
        self._enemies: dict[str, set[str]] = {i: set() for i in self._root}

    def find(self, member: str) -> str:
        """The id that stands for the member's group now."""
        root = self._root
        while root[member] != member:
            root[member] = root[root[member]]
            member = root[member]
        return member

    def members(self, member: str) -> tuple[str, ...]:
        """All of the member's group, sorted."""
        return tuple(sorted(self._members[self.find(member)]))

    def together(self, a: str, b: str) -> bool:
        """Whether the two are in one group."""
        return self.find(a) == self.find(b)

    def forbidden(self, a: str, b: str) -> bool:
        """Whether the two groups were told never to be one."""
        return self.find(b) in self._enemies[self.find(a)]

    def join(self, a: str, b: str) -> bool:
        """Makes the two groups one; False, changing nothing, if that is forbidden."""
        one, other = self.find(a), self.find(b)
        if one == other:
            return True
        if self.forbidden(one, other):
            return False
        keep, drop = (
            (one, other) if len(self._members[one]) >= len(self._members[other]) else (other, one)
        )
        self._root[drop] = keep
        self._members[keep] += self._members.pop(drop)
        for enemy in self._enemies.pop(drop):
            self._enemies[enemy].discard(drop)
            self._enemies[enemy].add(keep)
            self._enemies[keep].add(enemy)
        return True

    def forbid(self, a: str, b: str) -> bool:
        """Keeps the two groups apart for good; False, changing nothing, if they are one already."""
        one, other = self.find(a), self.find(b)
        if one == other:
            return False
        self._enemies[one].add(other)
        self._enemies[other].add(one)
        return True

    def all(self) -> tuple[tuple[str, ...], ...]:
        """The groups, each sorted, in order of their first ids."""
        return tuple(sorted(tuple(sorted(group)) for group in self._members.values()))
