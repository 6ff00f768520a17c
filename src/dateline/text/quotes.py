"""Quotations: outermost pairs of marks, over sentences and, in the news manner, over paragraphs.

A quotation that runs over paragraphs opens each of them anew and closes only in the last (Associated Press
Stylebook, "quotation marks"). A mark without a partner ends with its paragraph and never swallows more.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from dateline.model.spans import Span
from dateline.model.texts import Quotation
from dateline.text.marks import Family, Leaning, Mark, find_marks

_DEEPEST = 8  # quotations inside one another that are followed
_TRIES = 4  # closing single marks to choose from


@dataclass(slots=True)
class _Pairing:
    """The marks still open, outermost first, while one paragraph after another is read."""

    open: list[Mark] = field(default_factory=list)
    found: list[Quotation] = field(default_factory=list)

    def close_down_to(self, depth: int, mark: Mark) -> None:
        outer = self.open[depth]
        del self.open[depth:]
        if depth == 0:
            self.found.append(
                Quotation(
                    Span(outer.span.start, mark.span.end), Span(outer.span.end, mark.span.start)
                )
            )

    def depth_of(self, family: Family) -> int | None:
        """Depth of the innermost open mark of a family; None if none is open."""
        for depth in range(len(self.open) - 1, -1, -1):
            if self.open[depth].family is family:
                return depth
        return None

    def give_up(self, end: int) -> None:
        """What is still open ends at ``end``, the end of its paragraph."""
        if self.open:
            outer = self.open[0]
            if end > outer.span.end:
                span, inner = Span(outer.span.start, end), Span(outer.span.end, end)
                self.found.append(Quotation(span, inner, closed=False))
            self.open.clear()


def find_quotations(body: str, paragraphs: Sequence[Span]) -> tuple[Quotation, ...]:
    """The outermost quotations of a normalised body, in order and disjoint.

    Every paragraph is read once, so that time grows with the number of marks.
    """
    pairing = _Pairing()
    last_end = 0
    for paragraph in paragraphs:
        marks = tuple(find_marks(body, paragraph))
        first = 0
        if pairing.open:
            if marks and _reopens(pairing.open[0], marks[0]):
                first = 1
            else:
                pairing.give_up(last_end)
        _pair(pairing, marks, first)
        last_end = paragraph.end
        if pairing.open and not _goes_on(pairing, marks):
            pairing.give_up(last_end)
    pairing.give_up(last_end)
    return tuple(pairing.found)


def _reopens(outer: Mark, mark: Mark) -> bool:
    return mark.leads and mark.family is outer.family and mark.can_open


def _goes_on(pairing: _Pairing, marks: Sequence[Mark]) -> bool:
    """Whether what is open at a paragraph's end may go on in the next: nothing of its kind came after it."""
    outer = pairing.open[0]
    own = [mark for mark in marks if mark.family is outer.family]
    return len(pairing.open) == 1 and (not own or own[-1] is outer or own[-1].leads)


def _pair(pairing: _Pairing, marks: Sequence[Mark], first: int) -> None:
    ahead = _Ahead(marks)
    index = first
    while index < len(marks):
        mark = marks[index]
        if mark.family is Family.SINGLE:
            index = _read_single(pairing, ahead, index)
            continue
        depth = pairing.depth_of(mark.family)
        if depth is not None and _closes(ahead, index):
            pairing.close_down_to(depth, mark)
        elif _opens(mark) and len(pairing.open) < _DEEPEST:
            pairing.open.append(mark)
        index += 1


def _opens(mark: Mark) -> bool:
    return mark.can_open and (mark.leaning is not Leaning.CLOSES or not mark.can_close)


def _closes(ahead: "_Ahead", index: int) -> bool:
    """Whether a mark met while its family is open closes it, rather than opening an inner quotation.

    A straight mark that looks like an opening one is an inner one only if the next looks like a closing
    one; otherwise a space is misplaced and it closes.
    """
    mark = ahead.marks[index]
    if mark.leaning is not Leaning.OPENS or not mark.can_open:
        return True
    if not mark.neutral:
        return False
    following = ahead.next_double(index)
    return following is None or following.leaning is not Leaning.CLOSES


def _read_single(pairing: _Pairing, ahead: "_Ahead", index: int) -> int:
    """Read a single mark; the index to go on from."""
    mark = ahead.marks[index]
    if pairing.open:
        if pairing.open[0].family is Family.SINGLE and mark.can_close:
            pairing.close_down_to(0, mark)
        return index + 1
    if not mark.can_open:
        return index + 1
    closing = ahead.closing_single(index)
    if closing is not None:
        pairing.open.append(mark)
        pairing.close_down_to(0, ahead.marks[closing])
        return closing + 1
    if mark.leads:
        pairing.open.append(mark)
    return index + 1


class _Ahead:
    """Looks ahead among the marks of one paragraph at constant cost."""

    def __init__(self, marks: Sequence[Mark]) -> None:
        self.marks = marks
        self._closers = [
            i for i, m in enumerate(marks) if m.family is Family.SINGLE and m.can_close
        ]
        self._doubles = [i for i, m in enumerate(marks) if m.family is Family.DOUBLE]

    def next_double(self, index: int) -> Mark | None:
        place = bisect_right(self._doubles, index)
        return self.marks[self._doubles[place]] if place < len(self._doubles) else None

    def closing_single(self, index: int) -> int | None:
        """The single mark that closes the one at ``index``; None if there is none.

        No possessive if there is a choice, and never one that would cut a double quotation in two.
        """
        place = bisect_right(self._closers, index)
        near = [i for i in self._closers[place : place + _TRIES] if self._whole(index, i)]
        sure = [i for i in near if not self.marks[i].possessive]
        return next(iter(sure or near), None)

    def _whole(self, first: int, last: int) -> bool:
        between = bisect_right(self._doubles, last) - bisect_right(self._doubles, first)
        return between % 2 == 0
