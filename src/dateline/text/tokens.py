r"""Words, numbers and marks, cut the way English news is written.

After the conventions of the Penn Treebank tokeniser (MacIntyre 1995) where they help to look words up: the
possessive stands alone, abbreviations keep their stop. Contractions ("don't") and compounds with hyphens
stay whole, amounts of money too ("$61bn"); units and per cent signs are cut off their numbers.

One expression with alternatives in order of precedence. None matches the empty string, and none but the last
few of a run of word characters is read twice, so that the whole takes time linear in the length of the body.
"""

import re

from dateline.lexicon.abbreviations import AbbreviationKind, abbreviations, stop_words
from dateline.model.spans import Span
from dateline.model.texts import Token

_DOMAINS = (
    "com|org|net|info|gov|edu|mil|ua|ru|pl|de|fr|uk|eu|ca|il|ir|tr|sy|lb|iq|sa|qa|ae|cn|jp|kz|ge|lt|lv|ee|md|ro|bg|cz|sk|hu|rs|gr|se"
    "|fi|dk|nl|es|ch|ie|br|mx|tv|news|media|today|online|io|ai|app|agency|su|рф|укр"
)  # case does not matter
_WORD_DOMAINS = "it|at|in|by|me|us|is|be|am|my|to|no|so|co"  # "Ukraine.It" is two sentences
_UNITS = (
    "km|kms|m|mm|cm|kg|kgs|g|t|l|km²|m²|m³|cm³|km2|m2|m3|mph|kph|kmh|kn|ft|in|lb|lbs|oz|hp|mw|gw|kw|kwh|mwh|gwh|kv"
    "|bn|mn|tn|b|k|mln|bln|am|pm|h|hr|hrs|min|mins|sec|secs|ha|bpd|pc"
)
_MARKS = r"\u0300-\u036f"  # those that composed with nothing
_ATOM = rf"[^\W_][\w{_MARKS}]*"
_NUMBER = r"(?:\d{1,3}(?:,\d{3}){1,5}(?![\d,])(?:\.\d+)?|\d{1,3},\d{1,2}(?![\d,])|\d+(?:[.:]\d+)*)"
_LETTER = r"[^\W\d_]"
_HYPHEN = "[-‐‑]"
_POSSESSIVE = r"['’][sS](?!\w)"
_ADDRESS = (
    rf"[^\W_][\w-]{{0,62}}(?:\.\w[\w-]{{0,62}}){{0,3}}"
    rf"\.(?:(?i:{_DOMAINS})|(?:{_WORD_DOMAINS})|(?:{_WORD_DOMAINS.upper()}))(?![\w-]|\.\w)"
)
_ALTERNATIVES = (
    r"(?:https?://|www\.)[^\s<>\"“”«»]*[\w/]",
    r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}",
    r"[@#]\w+",
    rf"(?<![\w-]){_ADDRESS}",
    r"\d{4}-\d{2}-\d{2}(?![\w-])",
    r"\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})(?![\w/])",
    rf"[$€£₴₽¥₪]{_NUMBER}(?:(?i:bn|mn|tn|m|k|b)(?!\w))?",
    rf"(?:Ph\.D|PH\.D|(?:{_LETTER}\.)+{_LETTER})(?:\.|(?![\w.]))(?:{_HYPHEN}\w+)*",
    rf"\d+\.\d+(?:{_HYPHEN}{_LETTER}[\w{_MARKS}]*)+",
    rf"{_NUMBER}(?=(?i:{_UNITS})(?![\w-]))",
    rf"{_NUMBER}(?!\w|{_HYPHEN}{_LETTER})",
    rf"(?<=[\w.]){_POSSESSIVE}",
    rf"{_ATOM}(?:(?!{_POSSESSIVE})(?:['’]|{_HYPHEN}){_ATOM})*",
    r"\.{2,}|…+|--+|``|\'\'|[!?]{2,}",
    r"\S",
)
_TOKEN = re.compile("|".join(f"(?:{alternative})" for alternative in _ALTERNATIVES))
_NEXT_WORD = re.compile(r" *\n? *([^\W\d_]{0,12})")


def tokenise(body: str) -> tuple[Token, ...]:
    """The tokens of a normalised body, in order; every character but white space stands in one."""
    found: list[Token] = []
    for match in _TOKEN.finditer(body):
        start, end = match.span()
        if match.group() == "." and found and found[-1].span.end == start:
            word = found[-1]
            if _keeps_stop(body, word, end):
                found[-1] = _token(body, word.span.start, end)
                continue
        found.append(_token(body, start, end))
    return tuple(found)


def _token(body: str, start: int, end: int) -> Token:
    text = body[start:end]
    return Token(Span(start, end), text, text.lower().replace("’", "'"))


def _keeps_stop(body: str, word: Token, end: int) -> bool:
    """Whether the stop before ``end`` belongs to the abbreviation ``word``."""
    ahead = _NEXT_WORD.match(body, end)
    following = body[ahead.start(1) : ahead.start(1) + 1] if ahead else ""
    capital = word.text[0].isupper()
    kind = abbreviations().get(word.lower)
    if kind is None:
        initial = len(word.text) == 1 and capital and following.isupper()
        return (
            initial and ahead is not None and ahead.group(1).lower() not in stop_words("starters")
        )
    if kind is AbbreviationKind.TITLE:
        return capital and (following.isupper() or following in {",", "-", "–"})
    if kind is AbbreviationKind.NUMBER:
        return following.isdigit()
    if kind is AbbreviationKind.JOINING:
        return following.isdigit() or (following.isalpha() and word.lower != "c")
    if kind is AbbreviationKind.RUNNING:
        return not (following == "" or following.isupper())
    return capital or kind in {AbbreviationKind.COMPANY, AbbreviationKind.CLOCK}
