"""Sentence boundaries by rule, inside paragraphs.

The cases are those of Grefenstette and Tapanainen (1994), "What is a word, what is a sentence?", with closed
word lists in place of training, and what machine-translated reports add: a missing space after the stop.
"""

from collections.abc import Collection, Iterator, Sequence

from dateline.model.spans import Span
from dateline.model.texts import Sentence, Token
from dateline.text.stops import Stop, ends_sentence

_STOPS = frozenset(".!?…。؟")
_CLOSERS = frozenset({"”", "»", "’", ")", "]", "}", "'"})

_LONGEST_NOTE = 4  # digits; longer ones are years


def find_sentences(
    body: str,
    tokens: Sequence[Token],
    paragraphs: Sequence[Span],
    *,
    closing: Collection[int] = frozenset(),
    opening_line: Span | None = None,
) -> tuple[Sentence, ...]:
    """The sentences of all paragraphs, in order; together they hold every token.

    Args:
        body: the normalised body.
        tokens: its tokens.
        paragraphs: its paragraphs.
        closing: offsets of quotation marks known to close a quotation; a straight mark after a stop belongs
            to the sentence only if it is one of them.
        opening_line: the dateline; none ends in it, and one starts with it.
    """
    splitter = _Splitter(body, tokens, frozenset(closing), opening_line)
    found: list[Sentence] = []
    first = 0
    for number, paragraph in enumerate(paragraphs):
        last = first
        while last < len(tokens) and tokens[last].span.start < paragraph.end:
            last += 1
        start = first
        for end in splitter.ends(first, last):
            span = Span(tokens[start].span.start, tokens[end - 1].span.end)
            found.append(Sentence(span, number, start, end))
            start = end
        first = last
    return tuple(found)


class _Splitter:
    def __init__(
        self,
        body: str,
        tokens: Sequence[Token],
        closing: frozenset[int],
        opening_line: Span | None,
    ) -> None:
        self._body = body
        self._tokens = tokens
        self._closing = closing
        self._opening_line = opening_line

    def ends(self, first: int, last: int) -> Iterator[int]:
        """Index after the last token of each sentence among tokens ``first`` to ``last``."""
        start = index = first
        while index < last:
            end = self._after_stop(index, last)
            if end is None:
                end = index + 1
                ended = self._opens_report(end, last)
            else:
                ended = end == last or self._ends(start, index, end, last)
            if ended and end < last:
                yield end
                start = end
            index = end
        if first < last:
            yield last

    def _opens_report(self, index: int, last: int) -> bool:
        line = self._opening_line
        return line is not None and index < last and self._tokens[index].span.start == line.start

    def _after_stop(self, index: int, last: int) -> int | None:
        """Index after the stop at ``index`` and what closes with it; None if there is no stop."""
        text = self._tokens[index].text
        if not (text[-1] in _STOPS and (len(text) == 1 or text[-1] == "." or text[0] in _STOPS)):
            return None
        end = index + 1
        while end < last:
            step = self._closer(end, last)
            if not step:
                break
            end += step
        return end

    def _closer(self, index: int, last: int) -> int:
        """How many tokens from ``index`` on close what stands before; 0 for none."""
        token = self._tokens[index]
        glued = token.span.start == self._tokens[index - 1].span.end
        if token.text in {'"', "''"}:
            return int(token.span.start in self._closing)
        if token.text in _CLOSERS:
            known = token.span.start in self._closing
            return int(known or (glued and token.text != "'") or token.text in {"”", "»"})
        if glued and token.text[0] in _STOPS:
            return 1
        return 3 if self._is_note(index, last) else 0

    def _is_note(self, index: int, last: int) -> bool:
        """Whether the number of a note stands here: "[17]"."""
        note = self._tokens[index : min(index + 3, last)]
        return (
            [token.text for token in note[::2]] == ["[", "]"]
            and note[1].text.isdigit()
            and len(note[1].text) < _LONGEST_NOTE
        )

    def _ends(self, start: int, index: int, end: int, last: int) -> bool:
        line = self._opening_line
        if line is not None and line.contains(self._tokens[index].span):
            return False
        gap = self._body[self._tokens[end - 1].span.end : self._tokens[end].span.start]
        stop = Stop(
            before=self._tokens[max(start, index - 2) : index + 1],
            closers=self._tokens[index + 1 : end],
            after=self._tokens[end : min(end + 8, last)],
            gap=gap,
        )
        return ends_sentence(stop)
