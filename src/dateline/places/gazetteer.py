"""What a gazetteer must answer, and when two names are the same."""

import re
import unicodedata
from functools import lru_cache
from typing import Protocol

from dateline.model.places import Place

_LETTERS = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "\u0131": "i",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "ə": "a",
        "ǝ": "a",
    }
)
APOSTROPHES = "'`\u2018\u2019\u02bb\u02bc"
"""How GeoNames writes apostrophes, Arabic ayn and hamza, and the Slavonic soft sign."""
_PLAIN = str.maketrans(
    APOSTROPHES[1:] + "\u0142\u0141\u00f8\u00d8\u0111\u0110\u0131", "'" * 5 + "lLoOdDi"
)
_DROPPED = re.compile(f'[{APOSTROPHES}\u00b4\u02b9\u02be\u02bf\u2032\u2033".,]')
_SPACES = re.compile(r"[\s\-‐‑–—_/]+")
_SAINTS = {"st": "saint", "ste": "sainte", "sankt": "saint", "mt": "mount", "ft": "fort"}


class Gazetteer(Protocol):
    """A store of named places, asked by name."""

    def lookup(self, name: str) -> tuple[Place, ...]:
        """All places of that name (after :func:`fold`), best known first; empty if none."""

    def adjective(self, word: str) -> Place | None:
        """The country, region or town that an adjective or demonym goes with ("Russian")."""

    def region(self, country: str, code: str) -> Place | None:
        """The first-level region with that GeoNames code, with the country ("RU.69") or without."""

    def country(self, code: str) -> Place | None:
        """The country with that ISO 3166-1 alpha-2 code."""


def plain(name: str) -> str:
    """The name in plain letters: no diacritics, straight apostrophes; letters that have no plain form are kept."""
    text = name.translate(_PLAIN)
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """What two spellings of one name have in common.

    Case and diacritics go; apostrophes, soft signs and full stops go ("Ma'rib", "W.Va."); hyphens count as
    spaces; "St" is read as "Saint", "Mt" as "Mount", "Ft" as "Fort". Folding twice changes nothing.
    """
    text = name.casefold()
    if not text.isascii():
        text = text.translate(_LETTERS)
        text = "".join(
            c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)
        ).casefold()
    words = _SPACES.sub(" ", _DROPPED.sub("", text)).split()
    return " ".join(_SAINTS.get(word, word) for word in words)
