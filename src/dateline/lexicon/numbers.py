"""Number words to whole numbers.

After the grammar of English numerals (Hurford 1975): ones and tens add up to less than a hundred, "hundred" multiplies
what stands before it, larger scales multiply and close a group.
"""

import re
from collections.abc import Sequence
from functools import cache

from dateline.lexicon.tables import table

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
_DECIMAL = re.compile(r"\d+[.,]\d+")
_THOUSANDS = re.compile(r"\d{3}")
_ORDINAL = re.compile(r"(\d{1,4})(?:st|nd|rd|th)")
_LONGEST = 15  # digits; longer ones are account numbers, not counts


@cache
def number_words(name: str) -> dict[str, int]:
    """One list of ``number_words.yml``: ones, tens, scales, collectives or ordinals; read-only."""
    rows: dict[str, int] = table("number_words")[name]
    return rows


def parse_number(words: Sequence[str]) -> int | None:
    """The whole number that the words spell, all of them; None if they spell none.

    Reads digits ("26,000", "300 000"), words ("twenty-five", "two hundred and six"), both ("1.2 million") and
    collectives ("a dozen", "two dozen", "half a dozen", "a couple"). An article alone is no number, nor is a scale
    ("hundred") or a decimal without one ("26.5"). Upper and lower case are alike.

    Args:
        words: tokens in order, hyphenated compounds whole or cut.
    """
    cut = [piece for word in words for piece in _pieces(word.lower())]
    if not cut or cut in (["a"], ["an"]):
        return None
    if cut[:2] in (["half", "a"], ["half", "an"]):
        whole = parse_number(cut[1:])
        return whole // 2 if whole is not None and cut[2:] == ["dozen"] else None
    if cut[-1] == "of":
        cut.pop()
    collective = number_words("collectives").get(cut[-1]) if len(cut) > 1 else None
    if collective is not None:
        many = 1 if cut[:-1] == ["a"] else parse_number(cut[:-1])
        return None if many is None else many * collective
    if not cut:
        return None
    return _digits(cut) if cut[0][:1].isdigit() else _spelled(cut)


def parse_ordinal(words: Sequence[str]) -> int | None:
    """The number of an ordinal ("first", "24th", "twenty-fourth"); None if the words are none."""
    cut = [piece for word in words for piece in _pieces(word.lower())]
    if len(cut) == 1 and (match := _ORDINAL.fullmatch(cut[0])):
        return int(match[1])
    last = number_words("ordinals").get(cut[-1]) if cut else None
    if last is None or len(cut) == 1:
        return last
    before = number_words("tens").get(cut[0])
    return before + last if before is not None and len(cut) == 2 and last < 10 else None


def _pieces(word: str) -> list[str]:
    return [piece for piece in re.split(r"[-‐‑]", word) if piece] if word[:1].isalpha() else [word]


def _digits(words: list[str]) -> int | None:
    """ "26,000", "300 000", "1.2 million", "5 hundred thousand"."""
    scales = number_words("scales")
    first, rest = words[0], words[1:]
    factor = 1
    while rest and rest[-1] in scales:
        factor *= scales[rest.pop()]
    if _DECIMAL.fullmatch(first) and not _DIGITS.fullmatch(first):
        whole, part = re.split(r"[.,]", first)
        scaled, over = divmod(int(whole + part) * factor, 10 ** len(part))
        return scaled if factor > 1 and not rest and not over else None
    groups = [first, *rest]
    if rest and not (len(first) <= 3 and all(_THOUSANDS.fullmatch(group) for group in rest)):
        return None
    digits = "".join(groups).replace(",", "")
    if not _DIGITS.fullmatch(first) or len(digits) > _LONGEST:
        return None
    return int(digits) * factor


def _spelled(words: list[str]) -> int | None:
    """Words only; None where two numbers stand side by side ("five six")."""
    total = group = 0
    last = 0  # size of the last word read; the next one added must be smaller
    for index, word in enumerate(words):
        if word == "and" and 0 < index < len(words) - 1 and last >= 100:
            continue
        scale = number_words("scales").get(word)
        if scale is not None:
            if not group or last >= scale:
                return None
            if scale == 100:
                group *= scale
            else:
                total, group = total + group * scale, 0
            last = scale
            continue
        value = number_words("ones").get(word, number_words("tens").get(word))
        if value is None or (last and not _follows(value, last)):
            return None
        group, last = group + value, max(value, 1)
    return total + group


def _follows(value: int, last: int) -> bool:
    """Ones after tens, anything small after a scale."""
    return last >= 100 or (20 <= last < 100 and 1 <= value < 10)
