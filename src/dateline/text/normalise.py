"""One kind of line end, plain spaces, no invisible characters, composed letters; and the way back.

Typographic apostrophes, quotation marks and dashes stay as they are: later stages read them.
"""

import unicodedata
from collections.abc import Iterator

from dateline.model.texts import OffsetMap

_LINE_ENDS = frozenset("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")
_JOINED = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
_MOST_MARKS = 30  # on one letter; the limit of the stream-safe format, UAX #15 section 13


def normalise(characters: str) -> tuple[str, OffsetMap]:
    r"""The body to read and its map back to ``characters``.

    - ``\r\n``, ``\r``, form feed, vertical tab, NEL, U+2028, U+2029 and the ASCII separators become ``\n``.
    - Every other white space becomes one plain space each; runs are kept.
    - Control characters, format characters (zero-width, bidirectional, soft hyphen, BOM), variation
      selectors and lone surrogates are dropped; so are combining marks after the thirtieth on one letter.
    - Latin ligatures (U+FB00 to U+FB06) are spelled out.
    - The rest is brought into Unicode normalisation form C, one letter with its marks at a time.

    The result is its own normal form. For each character of the body the map gives the source characters it
    stands for: never none, and in order. Takes time linear in the length of ``characters``.
    """
    if characters.isascii() and not _has_controls(characters):
        size = len(characters)
        return characters, OffsetMap(tuple(range(size)), tuple(range(1, size + 1)))
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for letters, start, end in _clusters(characters):
        out.append(letters)
        starts.extend([start] * len(letters))
        ends.extend([end] * len(letters))
    return "".join(out), OffsetMap(tuple(starts), tuple(ends))


def _has_controls(characters: str) -> bool:
    return any(not line.isprintable() for line in characters.split("\n"))


def _clusters(characters: str) -> Iterator[tuple[str, int, int]]:
    """Letters with their marks, composed, each with the source characters it stands for."""
    held, start, end, marks = "", 0, 0, 0
    for letter, first, last in _kept(characters):
        if held and _attaches(letter):
            marks += 1
            if marks <= _MOST_MARKS:
                held, end = held + letter, last
            continue
        if held:
            yield _composed(held), start, end
        held, start, end, marks = letter, first, last, 0
    if held:
        yield _composed(held), start, end


def _composed(cluster: str) -> str:
    # cut after composing, which can also lengthen a cluster; the head of an NFC string is NFC
    return unicodedata.normalize("NFC", cluster)[: _MOST_MARKS + 1]


def _attaches(letter: str) -> bool:
    """Whether composition may join it to what stands before: marks, and the later Hangul letters."""
    return letter > "\u02ff" and (
        "\u1160" <= letter <= "\u11ff" or unicodedata.category(letter)[0] == "M"
    )


def _kept(characters: str) -> Iterator[tuple[str, int, int]]:
    """Single characters after mapping and dropping."""
    after_return = False
    held: tuple[str, int, int] | None = None
    for index, character in enumerate(characters):
        if after_return and character == "\n" and held is not None:
            yield "\n", held[1], index + 1
            held, after_return = None, False
            continue
        if held is not None:
            yield held
            held, after_return = None, False
        if character == "\r":
            held, after_return = ("\n", index, index + 1), True
        else:
            for letter in _mapped(character):
                yield letter, index, index + 1
    if held is not None:
        yield held


def _mapped(character: str) -> str:
    if " " <= character < "\x7f":
        return character
    if character in _LINE_ENDS:
        return "\n"
    if character.isspace():
        return " "
    if character in _JOINED:
        return _JOINED[character]
    return "" if _invisible(character) else character


def _invisible(character: str) -> bool:
    return (
        unicodedata.category(character) in {"Cc", "Cf", "Cs"}
        or "\ufe00" <= character <= "\ufe0f"
        or "\U000e0100" <= character <= "\U000e01ef"
        or character == "\u034f"
    )
