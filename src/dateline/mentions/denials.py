"""Casualties told to be none, or not told at all."""

from dateline.lexicon.attacks import casualty_words
from dateline.model.texts import Text


def unmentioned(text: Text, first: int, floor: int) -> int | None:
    """ "Without mentioning any victims": index of "without" or "not"; None if the word at ``first`` is not left out so."""
    for index in range(max(floor, first - 4), first):
        if text.tokens[index].lower in {"without", "not"} and any(
            text.tokens[i].lower.startswith(("mention", "report", "specif", "giv", "say"))
            for i in range(index, first)
        ):
            return index
        told = text.tokens[index + 1].lower if index + 1 < first else ""
        if text.tokens[index].lower == "no" and told in {"word", "information", "details", "news"}:
            return index
    return None


def whether(text: Text, first: int, floor: int) -> int | None:
    """ "It was not known whether anyone was hurt": not told; index of "whether", else None."""
    for index in range(max(floor, first - 5), first):
        if text.tokens[index].lower == "whether":
            before = {t.lower for t in text.tokens[max(floor, index - 4) : index]}
            return index if before & {"know", "known", "knew", "clear", "say", "unclear"} else None
    return None


def nobody_at(text: Text, first: int, floor: int) -> int | None:
    """Index of "no one", "nobody", "no" that the word at ``first`` belongs to."""
    for hit in casualty_words("none").find(text.tokens, max(floor, first - 7), first):
        between = [t.lower for t in text.tokens[hit.last : first]]
        if not any(
            word in {",", "but", "and", ";", "which", "because", "that"} for word in between
        ):
            return hit.first
    for index in range(max(floor, first - 4), first):
        if text.tokens[index].lower in {"not", "didn't", "n't"} and text.tokens[first].lower in {
            "casualties",
            "victims",
            "injuries",
            "deaths",
            "casualty",
        }:
            return index
    return None


def shares_denial(text: Text, last: int, ceiling: int, name: str) -> bool:
    """ "No one was killed or injured": the second word shares the denial."""
    other = {"killed": "injured", "injured": "killed"}.get(name)
    if other is None or last + 1 >= ceiling or text.tokens[last].lower not in {"or", "nor", "and"}:
        return False
    return casualty_words(other).at(text.tokens, last + 1) is not None
