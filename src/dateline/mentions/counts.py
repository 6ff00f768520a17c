"""How many were killed, hurt or shot down, in words or figures, exact, bounded or denied."""

from collections.abc import Iterator
from functools import partial

from dateline.lexicon.attacks import casualty_words
from dateline.lexicon.markers import unclaimed_table
from dateline.mentions.airborne import shot_down
from dateline.mentions.chunks import sentence_bounds, span_of
from dateline.mentions.denials import nobody_at, shares_denial, unmentioned, whether
from dateline.mentions.figures import Figure, find_figures
from dateline.model.mentions import CountMention
from dateline.model.texts import Text
from dateline.model.vocab import Field

_REACH = 9  # words between a number and its verb in either direction; longer gaps are mostly another clause
_FIELDS = {
    "killed": (Field.KILLED,),
    "injured": (Field.INJURED,),
    "both": (Field.KILLED, Field.INJURED),
    "intercepted": (Field.INTERCEPTED,),
}
_OTHER = {"killed": "injured", "injured": "killed"}


def find_counts(text: Text) -> Iterator[CountMention]:
    """Every count: a casualty or interception word with the number, plural or "no one" that goes with it."""
    seen: set[tuple[int, int, Field]] = set()
    for name, fields in _FIELDS.items():
        for hit in casualty_words(name).find(text.tokens):
            if _strikes_ground(text, name, hit.first, hit.last):
                continue
            found = list(_counts_at(text, name, fields, hit.first, hit.last))
            if name == "intercepted":
                found.extend(_over_places(text, hit.first))
            for count in found:
                key = (count.span.start, count.span.end, count.fields[0])
                if key not in seen:
                    seen.add(key)
                    yield count


def find_unclaimed(text: Text) -> Iterator[CountMention]:
    """ "No group has claimed responsibility", "not clear who was behind it": the attacker, told to be unknown."""
    for hit in unclaimed_table().find(text.tokens):
        span = span_of(text, hit.first, hit.last)
        yield CountMention(span=span, fields=(Field.ATTACKER,), value=None, unknown=True)


def _strikes_ground(text: Text, name: str, first: int, last: int) -> bool:
    """ "Destroyed" by itself counts what was shot down only of things that fly."""
    alone = last - first == 1 and text.tokens[first].lower == "destroyed"
    return name == "intercepted" and alone and not shot_down(text, first)


def _over_places(text: Text, first: int) -> Iterator[CountMention]:
    """ "Six drones were shot down, three over X and one over Y": the parts of an interception, each with its place."""
    floor, ceiling = sentence_bounds(text, first)
    for number in find_figures(text, floor, ceiling):
        between: list[str] = []
        for token in text.tokens[number.last : min(ceiling, number.last + 5)]:
            if token.lower in {"over", "above"}:
                if all(word in _PART_WORDS for word in between):
                    span = span_of(text, number.first, number.last)
                    yield CountMention(span=span, fields=(Field.INTERCEPTED,), value=number.value)
                break
            between.append(token.lower)


_PART_WORDS = frozenset(
    {
        "of",
        "which",
        "them",
        "were",
        "was",
        "more",
        "others",
        "another",
        "drones",
        "drone",
        "missiles",
        "uavs",
        "each",
        "shot",
        "down",
    }
)


def _counts_at(
    text: Text, name: str, fields: tuple[Field, ...], first: int, last: int
) -> Iterator[CountMention]:
    floor, ceiling = sentence_bounds(text, first)
    silence = unmentioned(text, first, floor)
    if silence is None:
        silence = whether(text, first, floor)
    if silence is not None and name != "intercepted":
        both = (Field.KILLED, Field.INJURED) if name == "both" else fields
        yield CountMention(span=span_of(text, silence, last), fields=both, value=None, unknown=True)
        return
    nobody = nobody_at(text, first, floor)
    if nobody is not None and name != "intercepted":
        also = _FIELDS[_OTHER[name]] if shares_denial(text, last, ceiling, name) else ()
        yield CountMention(span=span_of(text, nobody, last), fields=fields + also, value=0)
        return
    if name == "both" and text.tokens[first].lower not in {"casualties", "casualty", "victims"}:
        return
    number = _number_for(text, name, first, last, (floor, ceiling))
    if number is not None:
        span = span_of(text, min(number.first, first), max(number.last, last))
        yield CountMention(span=span, fields=fields, value=number.value)


def _number_for(
    text: Text, name: str, first: int, last: int, bounds: tuple[int, int]
) -> Figure | None:
    """The number that goes with the word: before it (passives, nouns), or after it (actives: "killing three people")."""
    floor, ceiling = bounds
    token = text.tokens[first].lower
    second = _second_verb(text, first, floor)
    active = token.endswith("ing") or second or _is_active(text, first, floor)
    if text.tokens[last - 1].lower == "toll":
        return _toll(text, last, ceiling)
    fits = partial(_counts_right, text, name)
    after = next((n for n in find_figures(text, last, min(ceiling, last + 5)) if fits(n)), None)
    before = _last_before(text, name, floor, first)
    if active and after is not None:
        return after
    joins = first > floor and text.tokens[first - 1].lower == "and"
    one = _one_person(text, last, ceiling) if active or joins else None
    if one is not None or token.endswith("ing") or second:
        return one  # its object follows: "wounding a child", never "two … and wounding"
    if before is not None:
        return before
    if after is not None and (
        active or name == "intercepted" or token in {"dead", "fatalities", "death toll"}
    ):
        return after
    return _whole(text, name, first, last, bounds)


_PASSIVE = frozenset({"was", "were", "been", "being", "are", "is"})
_ACTIVES = frozenset(
    {"killed", "wounded", "injured", "downed", "intercepted", "destroyed", "kills"}
)
_BEFORE_PASSIVE = frozenset(
    {"were", "was", "been", "people", "civilians", "are", "and", "or", "others", "soldiers"}
)


def _is_active(text: Text, first: int, floor: int) -> bool:
    """ "The strike killed", not "were killed", "three people killed"."""
    before = text.tokens[first - 1].lower if first > floor else ""
    return text.tokens[first].lower in _ACTIVES and before not in _BEFORE_PASSIVE


def _second_verb(text: Text, first: int, floor: int) -> bool:
    """ "Killed two people and wounded a child": the second of two active verbs; not "two were killed and seven wounded"."""
    if first <= floor or text.tokens[first - 1].lower not in {"and", "or", "but"}:
        return False
    if text.tokens[first].lower not in {"killed", "wounded", "injured"}:
        return False
    for index in range(first - 2, max(floor, first - _REACH) - 1, -1):
        for name in ("killed", "injured"):
            if casualty_words(name).at(text.tokens, index) is not None:
                return index <= floor or text.tokens[index - 1].lower not in _PASSIVE
    return False


def _toll(text: Text, first: int, ceiling: int) -> Figure | None:
    """ "The death toll from the strike rose to 12", "stands at nine"."""
    for number in find_figures(text, first, min(ceiling, first + 14)):
        if text.tokens[number.first - 1].lower in {"to", "at", "is", "was", "of"}:
            return number
    return None


def _last_before(text: Text, name: str, floor: int, last: int) -> Figure | None:
    found = [
        n
        for n in find_figures(text, max(floor, last - _REACH - 3), last)
        if n.last > last - _REACH
        and _counts_right(text, name, n)
        and not _broken(text, n.last, last)
        and not (name != "intercepted" and _is_part(text, n, last))
    ]
    return found[-1] if found else None


def _broken(text: Text, first: int, last: int) -> bool:
    """Whether another clause starts between number and word."""
    between = [t.lower for t in text.tokens[first:last]]
    verbs = {
        "killed",
        "injured",
        "wounded",
        "said",
        "hit",
        "struck",
        ";",
        "but",
        "while",
        "after",
        "when",
    }
    return any(word in verbs for word in between)


def _is_part(text: Text, number: Figure, last: int) -> bool:
    """ "Twelve people, two of them children, were hurt": a part of the count, set in between commas."""
    before = text.tokens[number.first - 1].text if number.first else ""
    following = [t.lower for t in text.tokens[number.last : last]]
    return before == "," and following[:1] == ["of"] and "," in following


def _counts_right(text: Text, name: str, number: Figure) -> bool:
    """The number counts persons (or weapons), not ages, years, sums or measures."""
    after = text.tokens[number.last].lower if number.last < len(text.tokens) else ""
    before = text.tokens[number.first - 1].text if number.first else ""
    if before in {"including", "among"} or (before == after == ","):
        return False  # a part of the count told before, or an age
    if before in {"$", "£", "€", "-"} or after in {
        "%",
        "percent",
        "km",
        "years",
        "year",
        "-year-old",
        "miles",
        "hours",
        "days",
        "weeks",
        "months",
        "p.m.",
        "a.m.",
        "minutes",
        "million",
        "kilometers",
        "kilometres",
        "times",
        "houses",
        "buildings",
        "cars",
        "square",
    }:
        return False
    if (
        isinstance(number.value, int)
        and 1900 <= number.value <= 2100
        and after not in {"people", "soldiers"}
    ):
        return False
    if name == "intercepted":
        window = text.tokens[number.last : number.last + 6]
        return any(True for _ in casualty_words("air").find(window)) or after in {
            "of",
            "were",
            "over",
            "in",
        }
    return True


def _one_person(text: Text, first: int, ceiling: int) -> Figure | None:
    for index in range(first, min(ceiling, first + 3)):
        if text.tokens[index].lower in {"a", "an", "one"}:
            persons = any(
                True
                for _ in casualty_words("persons").find(text.tokens, index, min(ceiling, index + 4))
            )
            return Figure(index, index + 1, 1) if persons else None
    return None


def _whole(text: Text, name: str, first: int, last: int, bounds: tuple[int, int]) -> Figure | None:
    """ "All the drones were shot down"; "a man was killed"."""
    floor, ceiling = bounds
    window = range(max(floor, first - 7), min(ceiling, last + 4))
    if name == "intercepted":
        all_at = next((i for i in window if text.tokens[i].lower == "all"), None)
        return Figure(all_at, all_at + 1, "all") if all_at is not None else None
    for index in range(max(floor, first - 4), first):
        if (
            text.tokens[index].lower in {"a", "an", "one", "another"}
            and index + 1 < first
            and casualty_words("persons").at(
                text.tokens,
                first - 2 if text.tokens[first - 1].lower in {"was", "were"} else first - 1,
            )
        ):
            return Figure(index, index + 1, 1)
    return None
