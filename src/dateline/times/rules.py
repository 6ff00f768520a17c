"""The shape of one rule of the grammar."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from dateline.model.spans import Span
from dateline.model.texts import Text
from dateline.times.expressions import Expression

DIGIT = "#"  # stands for every token that begins with a digit


@dataclass(frozen=True, slots=True)
class Found:
    """A match of a rule's pattern, and where it stands."""

    text: Text
    token: int
    match: re.Match[str]

    @property
    def span(self) -> Span:
        """The characters matched."""
        return Span(self.match.start(), self.match.end())

    def piece(self, name: str) -> str | None:
        """What a named group matched, lower case, white space made single spaces."""
        matched: str | None = self.match.group(name)
        return " ".join(matched.lower().replace("’", "'").split()) if matched is not None else None

    def number(self, name: str) -> int | None:
        """A named group of digits as a number, an ordinal's ending left off."""
        matched = self.piece(name)
        return int(re.sub(r"\D", "", matched)) if matched else None

    def before(self, steps: int = 1) -> str:
        """The token so many steps before, lower case; empty at the start of the text."""
        index = self.token - steps
        return self.text.tokens[index].lower if index >= 0 else ""

    def after(self) -> str:
        """The token that follows the match, as printed; empty at the end of the text."""
        index = self.text.token_at(self.match.end() - 1)
        following = (index if index is not None else -1) + 1
        return self.text.tokens[following].text if following < len(self.text.tokens) else ""

    def opens_sentence(self) -> bool:
        """Whether the match stands first in its sentence."""
        number = self.text.sentence_at(self.match.start())
        return number is not None and self.text.sentences[number].first_token == self.token


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern, the first words of tokens it may begin at, and what it builds.

    Attributes:
        pattern: matched at the start of a token, case-insensitively.
        starts: first words (up to a hyphen), lower case; :data:`DIGIT` for numbers.
        build: the expression, or None where the match is a false friend.
    """

    pattern: re.Pattern[str]
    starts: frozenset[str]
    build: Callable[[Found], Expression | None]


def rule(pattern: str, starts: Iterable[str], build: Callable[[Found], Expression | None]) -> Rule:
    """A rule whose pattern is compiled without regard to case."""
    heads = frozenset(start.split("-")[0] for start in starts)
    return Rule(re.compile(pattern, re.IGNORECASE), heads, build)
