"""GUM (Zeldes 2017): persons, organisations and places that are named, in texts of many kinds."""

import logging
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from dateline_training.corpora.rows import Row, all_but, examples, tagged
from dateline_training.corpora.spans import trimmed
from dateline_training.example import Example, Offsets, Tagged

CORPUS = "gum"
_LABELS = {"person": "person", "organization": "organisation", "place": "place"}
_WORD = re.compile(r"[^\W_](?:[\w.&/-]|['’](?=\w))*")
_POSSESSIVE = re.compile(r"['’]s?$")
_BETWEEN = frozenset({"of", "the", "and", "for", "in", "on", "at", "de", "del", "della", "der", "den", "des", "di", "do", "du", "da", "la", "le", "las", "los", "el", "y", "e", "und", "et", "van", "von", "zu", "bin", "ibn", "al"})  # fmt: skip
"""Words in lower case that a name may have inside."""
_NO_NAMES = frozenset({"i", "me", "my", "mine", "myself", "you", "your", "yours", "he", "him", "his", "she", "her", "hers", "it", "its", "we", "us", "our", "ours", "they", "them", "their", "theirs", "this", "that", "these", "those", "who", "whom", "whose", "which", "what", "there", "here", "one", "another", "other", "others", "some", "any", "all", "both", "each", "every", "everyone", "everybody", "someone", "somebody", "anyone", "anybody", "nobody", "no", "many", "most", "more", "few", "several", "such", "only", "a", "an", "mr", "mrs"})  # fmt: skip
"""Words in lower case that make a mention no name."""
_LOG = logging.getLogger(__name__)


def read(path: Path) -> Iterator[Example]:
    """The documents of a file, labelled for named persons, organisations and places.

    GUM labels every mention, pronouns too, and links all mentions of an entity to Wikipedia alike: the link does not make a mention a
    name. A mention is one if, a leading "the" aside, it begins with a capital, and every word in it begins with a capital or a digit or
    is one that names have inside ("of", "van"), and none is a pronoun, article or quantifier. A single word that begins a sentence, where
    its capital tells nothing, counts only with a link to Wikipedia. Two names with a comma or "and" are a list, not a name. A possessive
    ending is no part of the name; of names within names the outermost stays.

    Words with a capital in the other mentions of these kinds ("former president Jane Roe") may be names within them and are not known.
    Everywhere else the layer is complete for persons, organisations and places **only**: GUM does not label weapons, vehicles, money or
    numbers, and trains the reader to find none. Quotations are left out.
    """
    return examples(path, _example, _LOG)


def is_name(mention: str, *, begins_sentence: bool, linked: bool) -> bool:
    """Whether a mention without possessive ending is a proper name by the rule of :func:`read`."""
    words = _WORD.findall(mention)
    if words and words[0] in {"the", "The"}:
        words = words[1:]
        begins_sentence = False
    if not words or not words[0][0].isupper() or words[-1] in _BETWEEN:
        return False
    if any(_common(word) for word in words):
        return False
    capitals = sum(word[0].isupper() for word in words)
    return capitals > 1 or linked or not begins_sentence


def _common(word: str) -> bool:
    small = not (word[0].isupper() or word[0].isdigit()) and word not in _BETWEEN
    return small or word in _NO_NAMES or word[0].lower() + word[1:] in _NO_NAMES


def _example(row: Row, _number: int) -> tuple[Example, int]:
    text: str = row["text"]
    begins = {start for start, _ in row["sentences"]}
    names: list[tuple[int, int, str]] = []
    others: list[Offsets] = []
    dropped = 0
    for one in row["entities"]:
        if one["etype"] not in _LABELS:
            continue
        span = trimmed(text, one["start"], one["end"])
        if span is None:
            dropped += 1
            continue
        start, end = span[0], span[1] - _ending(text[slice(*span)])
        if is_name(
            text[start:end], begins_sentence=start in begins, linked=one["wiki"] is not None
        ):
            names.append((start, end, _LABELS[one["etype"]]))
        else:
            others.append(span)
    lists = [one for one in names if _is_list(text, one, names)]
    tags, lost = tagged(text, "entity", (one for one in names if one not in lists))
    example = Example(
        id=row["id"],
        corpus=CORPUS,
        text=text,
        layers=frozenset({"entity"}),
        tagged=tags,
        known=_known(text, others, tags),
    )
    return example, dropped + lost + len(lists)


def _ending(mention: str) -> int:
    found = _POSSESSIVE.search(mention)
    return len(found[0]) if found and found.start() else 0


def _is_list(text: str, name: tuple[int, int, str], names: Iterable[tuple[int, int, str]]) -> bool:
    start, end, _ = name
    inside = {(s, e) for s, e, _ in names if start <= s and e <= end and (s, e) != (start, end)}
    apart = {one for one in inside if not any(_within(one, other) for other in inside)}
    return len(apart) > 1 and bool(re.search(r",|&|\b(?:and|or)\b", text[start:end]))


def _within(inner: Offsets, outer: Offsets) -> bool:
    return inner != outer and outer[0] <= inner[0] and inner[1] <= outer[1]


def _known(
    text: str, others: Iterable[Offsets], tags: Iterable[Tagged]
) -> tuple[Offsets, ...] | None:
    """All but the words with a capital in mentions that are no names, as far as no tag covers them; None if that is all."""
    covered = {at for tag in tags for at in range(tag.start, tag.end)}
    holes = {
        word.span()
        for start, end in others
        for word in _WORD.finditer(text, start, end)
        if word[0][0].isupper() and word[0] != "The" and not _common(word[0])
        if word.start() not in covered
    }
    return all_but(text, holes)
