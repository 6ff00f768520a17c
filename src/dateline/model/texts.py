"""A report's text, made ready to read: normalised, split, its quotations paired.

All spans here count characters of :attr:`Text.body`; :meth:`Text.to_source` leads back to the report.
"""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from dateline.model.spans import Span


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """From characters of the normalised body to characters of the source.

    ``starts[i]`` and ``ends[i]`` bound the source characters that body character ``i`` stands for.
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def to_source(self, span: Span) -> Span:
        """The shortest source span that holds all that ``span`` of the body stands for."""
        if not self.starts:
            return Span(0, 0)
        if span.start == span.end:
            at = self.starts[span.start] if span.start < len(self.starts) else self.ends[-1]
            return Span(at, at)
        return Span(self.starts[span.start], self.ends[span.end - 1])


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or mark of punctuation.

    Attributes:
        span: its characters in the body.
        text: those characters.
        lower: lower-cased, typographic apostrophes made plain; what lexicons are looked up with.
    """

    span: Span
    text: str
    lower: str


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quotation marks; it may run over sentences and paragraphs.

    Attributes:
        span: with its marks.
        inner: without them.
        closed: False when the closing mark is missing and the end is assumed (end of paragraph).
    """

    span: Span
    inner: Span
    closed: bool = True


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence.

    Attributes:
        span: its characters in the body, without surrounding white space.
        paragraph: 0-based number of its paragraph.
        first_token: index of its first token in :attr:`Text.tokens`.
        last_token: index after its last token.
    """

    span: Span
    paragraph: int
    first_token: int
    last_token: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """The line that opens an agency report: "PARIS, 2 April (AFP) —".

    Attributes:
        span: the whole of it, dash included; the report proper starts at ``span.end``.
        place: the words of the place.
        date: the words of the date, if any.
        agency: the agency, if any.
    """

    span: Span
    place: Span | None
    date: Span | None
    agency: Span | None


@dataclass(frozen=True)
class Text:
    """A text ready to read.

    Attributes:
        source: the characters of the report, untouched.
        body: normalised characters: one kind of line end, plain spaces, no control or invisible
            characters, typographic apostrophes and quotation marks kept.
        offsets: body characters to source characters.
        paragraphs: spans of the body.
        sentences: in order, never across paragraphs.
        tokens: in order, over the whole body.
        quotations: outermost pairs, in order.
        dateline: the agency's opening line, if there is one.
    """

    source: str
    body: str
    offsets: OffsetMap
    paragraphs: tuple[Span, ...]
    sentences: tuple[Sentence, ...]
    tokens: tuple[Token, ...]
    quotations: tuple[Quotation, ...]
    dateline: Dateline | None = None

    def to_source(self, span: Span) -> Span:
        """The span of the report's own characters for a span of the body."""
        return self.offsets.to_source(span)

    @cached_property
    def _sentence_starts(self) -> tuple[int, ...]:
        return tuple(s.span.start for s in self.sentences)

    @cached_property
    def _token_starts(self) -> tuple[int, ...]:
        return tuple(t.span.start for t in self.tokens)

    def sentence_at(self, offset: int) -> int | None:
        """Index of the sentence that holds the character, or the last before it; None before all."""
        at = bisect_right(self._sentence_starts, offset) - 1
        return at if at >= 0 else None

    def token_at(self, offset: int) -> int | None:
        """Index of the token that holds the character, or the last before it; None before all."""
        at = bisect_right(self._token_starts, offset) - 1
        return at if at >= 0 else None

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """The tokens that start inside ``span``."""
        first = bisect_right(self._token_starts, span.start - 1)
        last = bisect_right(self._token_starts, span.end - 1)
        return self.tokens[first:last]

    def quotation_at(self, offset: int) -> Quotation | None:
        """The quotation whose inner span holds the character."""
        for quotation in self.quotations:
            if quotation.inner.start <= offset < quotation.inner.end:
                return quotation
        return None
