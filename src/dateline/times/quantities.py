"""Rules for lengths of time and for repeated times: "two weeks", "a 10-day truce", "every night"."""

from dateline.lexicon.numbers import number_words, parse_number
from dateline.lexicon.time_words import (
    TimeUnit,
    month_numbers,
    part_codes,
    reference_words,
    set_values,
    time_units,
    vague_counts,
    weekday_numbers,
)
from dateline.model.spans import Span
from dateline.times.expressions import Expression, Literal, Period, Repeated
from dateline.times.patterns import (
    ABOUT,
    END,
    MONTH,
    NUMBER,
    PART,
    REFERENCE,
    UNIT,
    VAGUE,
    WEEKDAY,
    WS,
)
from dateline.times.rules import DIGIT, Found, Rule, rule

COUNT_STARTS = frozenset(
    word.split()[0].split("-")[0]
    for word in (
        *number_words("ones"),
        *number_words("tens"),
        *number_words("scales"),
        *vague_counts(),
        "half",
        "about",
        "around",
        "almost",
        "nearly",
        "roughly",
        "approximately",
        "over",
        "just",
        "at",
        "up",
        "no",
        "more",
        "less",
        "fewer",
        "the",
        DIGIT,
    )
)
_LENGTH_LEADS = frozenset(
    {
        "for",
        "in",
        "within",
        "of",
        "after",
        "about",
        "than",
        "over",
        "nearly",
        "almost",
        "lasted",
        "took",
    }
    | {"once", "under", "during", "by", "as", "and", "or", "every", "just", "half", "to", "least"}
)
_FREE = frozenset({"for", "within", "of", "over", "after", "last", "took"})


def count_of(words: str | None) -> int | str:
    """A whole number, a decimal as printed, or "X" for a count that is vague or left out."""
    if words is None or words in vague_counts():
        return "X"
    if words in {"a", "an"}:
        return 1
    value = parse_number(words.split())
    if value is not None:
        return value
    return words if words.replace(".", "", 1).isdigit() else "X"


def period_value(span: Span, count: int | str, unit: TimeUnit) -> Expression:
    """The expression of a length of time, valued as an ISO 8601 period."""
    many = count * unit.size if isinstance(count, int) else count
    letter = unit.letter
    if count == "X" and unit.size > 1:
        letter = {"decade": "DE", "century": "CE"}.get(unit.name, unit.letter)
    return Expression(span=span, meaning=Period(f"P{unit.clock}{many}{letter}"))


def _duration(found: Found) -> Expression | None:
    word = found.piece("unit") or ""
    unit = time_units()[word]
    count = found.piece("count")
    if count is None and not (word.endswith("s") and found.before() in _FREE):
        return None
    if count in {"a", "an"} and not found.match["about"] and not _is_length(found):
        return None
    if (
        unit.name in {"second", "quarter"}
        and (count is None or not count[:1].isdigit())
        and not word.endswith("s")
    ):
        return None
    return period_value(found.span, count_of(count), unit)


def _is_length(found: Found) -> bool:
    """ "For a week", "a week after" and not "three times a week", "40 dollars a day"."""
    return (
        found.opens_sentence()
        or found.before() in _LENGTH_LEADS
        or found.after().lower() in {"of", "after", "before", "since", "into"}
    )


def _set(found: Found) -> Expression | None:
    return Expression(span=found.span, meaning=Repeated(set_values()[found.piece("word") or ""]))


def _each(found: Found) -> Expression | None:
    """ "every night", "each Monday", "every two weeks"."""
    if (weekday := found.piece("weekday")) is not None:
        part = found.piece("part")
        value = f"XXXX-WXX-{weekday_numbers()[weekday]}" + (
            f"T{part_codes()[part]}" if part else ""
        )
    elif (month := found.piece("month")) is not None:
        value = f"XXXX-{month_numbers()[month.rstrip('.')]:02}"
    elif (part := found.piece("daypart")) is not None:
        value = f"XXXX-XX-XXT{part_codes()[part]}"
    else:
        unit = time_units()[found.piece("unit") or ""]
        count = count_of(found.piece("count") or "a")
        many = count * unit.size if isinstance(count, int) else count
        value = f"P{unit.clock}{many}{unit.letter}"
    return Expression(span=found.span, meaning=Repeated(value))


def _reference(found: Found) -> Expression | None:
    word = found.piece("word") or ""
    return Expression(span=found.span, meaning=Literal(reference_words()[word]))


QUANTITY_RULES: tuple[Rule, ...] = (
    rule(
        rf"(?:(?P<about>{ABOUT}){WS})?(?:(?P<count>{NUMBER}|{VAGUE})(?:{WS}|-)(?:more{WS})?)?(?P<unit>{UNIT}){END}(?!-old)(?!{WS}old)",
        COUNT_STARTS | frozenset(time_units()),
        _duration,
    ),
    rule(rf"(?P<word>{'|'.join(set_values())}){END}", set_values(), _set),
    rule(
        rf"(?:every|each){WS}(?:single{WS})?(?:(?P<weekday>{WEEKDAY})(?:{WS}(?P<part>{PART}))?|(?P<daypart>{PART})"
        rf"|(?P<month>{MONTH})|(?:(?P<count>{NUMBER}){WS})?(?P<unit>{UNIT})){END}",
        {"every", "each"},
        _each,
    ),
    rule(rf"(?P<word>{REFERENCE}){END}", (w.split()[0] for w in reference_words()), _reference),
)
