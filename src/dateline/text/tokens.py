r"""Words, numbers and marks, cut the way English news is written.

After the conventions of the Penn Treebank tokeniser (MacIntyre 1995) where they help to look words up: the
possessive stands alone, abbreviations keep their stop. Contractions ("don't") and compounds with hyphens
stay whole. One expression with alternatives in order of precedence; none can match an empty string, and each
looks ahead over its own run of characters only, so that the whole takes linear time.
"""

import re

from dateline.model.spans import Span
from dateline.model.texts import Token

_DOMAINS = "com|org|net|info|gov|edu|mil|ua|ru|pl|de|fr|uk|eu|ca|il|ir|tr|sy|lb|iq|sa|qa|ae|cn|jp|kz|ge|lt|lv|ee|md|ro|bg|cz|sk|hu|rs|gr|se|fi|dk|nl|es|ch|ie|br|mx|co|tv|news|media|today|online|io|ai|app|agency|su|рф|укр"
_WORD_DOMAINS = "it|at|in|by|me|us|is|be|am|my|to|no|so"  # "Ukraine.It" is two sentences
_UNITS = (
    "km|kms|m|mm|cm|kg|kgs|g|t|l|km²|m²|m³|cm³|km2|m2|m3|mph|kph|kmh|kn|ft|in|lb|lbs|oz|hp|mw|gw|kw|kwh|mwh|gwh|kv|bn|mn|tn|b|k"
    "|mln|bln|am|pm|h|hr|hrs|min|mins|sec|secs|ha|bpd|pc|ºC|°C"
)
_ATOM = r"[^\W_](?:[\w\u0300-\u036f]*[^\W_\u0300-\u036f]|_)?[\u0300-\u036f]*"
_NUMBER = (
    r"(?:\d{1,3}(?:,\d{3})+(?![\d,])(?:\.\d+)?|\d{1,3},\d{1,2}(?![\d,])|\d+(?:[.:]\d+)*)"
)
_LETTER = r"[^\W\d_]"
_POSSESSIVE = r"['’][sS](?![\w])"
_ALTERNATIVES = (
    r"(?:https?://|www\.)[^\s<>\"“”«»]*[\w/]",
    r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+",
    r"[@#]\w+",
    rf"\w[\w-]{{0,62}}(?:\.\w[\w-]{{0,62}}){{0,3}}\.(?:(?i:{_DOMAINS})|(?:{_WORD_DOMAINS})|(?:{_WORD_DOMAINS.upper()}))(?![\w-]|\.\w)",
    r"\d{4}-\d{2}-\d{2}(?![\w-])",
    r"\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})(?![\w/])",
    rf"[$€£₴₽¥₪]{_NUMBER}(?:(?i:bn|mn|tn|m|k|b)(?!\w))?",
    rf"(?:{_LETTER}\.){{2,}}(?:{_LETTER}(?!\w))?(?:[-‐‑][\w]+)*",
    rf"{_NUMBER}(?=(?i:{_UNITS})(?![\w-]))",
    rf"{_NUMBER}(?![\w])(?![-‐‑]{_LETTER})",
    rf"(?<=[\w.]){_POSSESSIVE}",
    rf"{_ATOM}(?:(?!{_POSSESSIVE})['’]{_ATOM}|(?:[-‐‑]|(?<=\d)[.,](?=\d)){_ATOM})*",
    r"\.{2,}|…+|--+|``|''|[!?]{2,}",
    r"\S",
)
_TOKEN = re.compile("|".join(f"(?:{alternative})" for alternative in _ALTERNATIVES))


def tokenise(body: str) -> tuple[Token, ...]:
    """The tokens of a normalised body, in order; every character but white space stands in one."""
    return tuple(_token(body, m.start(), m.end()) for m in _TOKEN.finditer(body))


def _token(body: str, start: int, end: int) -> Token:
    text = body[start:end]
    return Token(Span(start, end), text, text.lower().replace("’", "'"))
