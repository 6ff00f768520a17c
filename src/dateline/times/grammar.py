"""Finding time expressions: every rule tried where a token begins, the longest match wins.

Left to right, without overlaps; then neighbours that are one expression are joined.
"""

from collections.abc import Iterator, Mapping
from functools import cache

from dateline.model.texts import Text
from dateline.times.absolute import ABSOLUTE_RULES
from dateline.times.clock import CLOCK_RULES
from dateline.times.combine import combine
from dateline.times.eras import ERA_RULES
from dateline.times.expressions import Expression, Floating, Part
from dateline.times.quantities import QUANTITY_RULES
from dateline.times.relative_days import DAY_RULES
from dateline.times.relative_units import UNIT_RULES
from dateline.times.rules import DIGIT, Found, Rule


@cache
def _rules_by_start() -> Mapping[str, tuple[Rule, ...]]:
    rules = (*ABSOLUTE_RULES, *DAY_RULES, *UNIT_RULES, *ERA_RULES, *QUANTITY_RULES, *CLOCK_RULES)
    starts = {start for one in rules for start in one.starts}
    return {start: tuple(r for r in rules if start in r.starts) for start in starts}


def find_expressions(text: Text) -> tuple[Expression, ...]:
    """All time expressions of a text, in order, none overlapping."""
    found: list[Expression] = []
    covered = 0
    by_start = _rules_by_start()
    for index, start, head in _starts(text):
        rules = by_start.get(head)
        if rules is None or start < covered:
            continue
        best = _longest(text, index, start, rules)
        if best is not None:
            found.append(best)
            covered = best.span.end
    return tuple(e for e in combine(text.body, found) if _stands(e))


def _starts(text: Text) -> Iterator[tuple[int, int, str]]:
    """Index of the token, offset and first word of every place an expression may begin at.

    That is where a token begins, and after the hyphen of one like "28-May".
    """
    for index, token in enumerate(text.tokens):
        first, hyphen, rest = token.lower.partition("-")
        if not first[:1].isdigit():
            yield index, token.span.start, first.rstrip(".")
            continue
        yield index, token.span.start, DIGIT
        if hyphen and rest[:1].isalpha():
            yield index, token.span.start + len(first) + 1, rest.rstrip(".")


def _longest(text: Text, index: int, start: int, rules: tuple[Rule, ...]) -> Expression | None:
    best: Expression | None = None
    for one in rules:
        match = one.pattern.match(text.body, start)
        if match is None or (best is not None and match.end() <= best.span.end):
            continue
        expression = one.build(Found(text, index, match))
        if expression is not None and (best is None or expression.span.end > best.span.end):
            best = expression
    return best


def _stands(expression: Expression) -> bool:
    """A part of the day that found no day counts only if it is a time by itself."""
    if not isinstance(expression.meaning, Floating) or expression.clock:
        return True
    return expression.part is Part.OVERNIGHT or expression.meaning.alone
