"""What a speaker leaves open about an attack told before: who did it, how many died, whether it happened at all.

After the coding guide's settled case: "no comment" and "not known" are a claim of the field that is asked about, with no value and the stance ``unknown``.
"""

from collections.abc import Sequence

from dateline.claims.spoken import Spoken
from dateline.lexicon.attacks import attack_at
from dateline.model.spans import Span, cover
from dateline.model.texts import Text, Token
from dateline.model.vocab import Field, SourceKind, Stance

_ASKED: Sequence[tuple[Field, frozenset[str]]] = (
    (
        Field.ATTACKER,
        frozenset(
            {"who", "whom", "whose", "responsible", "responsibility", "culprit", "culprits", "blame", "author", "authors", "authorship", "suspect", "suspected", "suspects", "perpetrator", "perpetrators", "involvement"}
        ),
    ),
    (
        Field.KILLED,
        frozenset({"casualties", "casualty", "toll", "dead", "deaths", "died", "killed", "fatalities", "losses"}),
    ),
    (Field.EFFECT, frozenset({"damage", "damages", "damaged", "destroyed", "extent"})),
)  # fmt: skip

_REACH = 9  # words behind a cue of silence within which the field is named
_GENERAL = frozenset(
    {
        "comment",
        "respond",
        "responded",
        "reply",
        "replied",
        "answer",
        "confirm",
        "confirmed",
        "deny",
        "denied",
        "reached",
        "word",
        "reaction",
        "response",
        "mention",
    }
)
_OPEN = frozenset({"to", "from", "immediately", "at", "by", "until", "when", "whether"})
"""Words behind a refusal that name no other matter than the attack ("did not reply *to* a request", "no comment *from* Norvik")."""


def withheld(text: Text, said: Spoken | None, within: Span | None = None) -> Field | None:
    """The field that the speaker will not or cannot tell of; None if it tells, or says nothing that an attack needs.

    A refusal that names no field ("declined to comment") is about the attack as such.

    Args:
        text: the text.
        said: the attribution.
        within: a stretch that the cue must stand in; None: it may stand anywhere.
    """
    if said is None or said.stance is not Stance.UNKNOWN or said.cue is None:
        return None
    if within is not None and not within.contains(said.cue):
        return None
    first = text.token_at(said.cue.start)
    if first is None or said.source.kind is SourceKind.OUTLET:
        return None
    count = len(text.tokens_in(said.cue))
    at = text.sentence_at(said.cue.start)
    end = text.sentences[at].last_token if at is not None else len(text.tokens)
    cue = {t.lower for t in text.tokens[first : first + count]}
    behind = text.tokens[first + count : min(end, first + count + _REACH)]
    heard = cue | {t.lower for t in behind}
    named = next((field for field, words in _ASKED if words & heard), None)
    if named is None and cue & _GENERAL and _is_open(text, behind):
        return Field.OCCURRENCE
    return named


def _is_open(text: Text, behind: Sequence[Token]) -> bool:
    """Whether a refusal is about the attack: nothing else is named behind it ("on the budget")."""
    word = next((t for t in behind if t.text.isalnum()), None)
    if word is None or behind[0].text in {".", ",", ";"} or word.lower in _OPEN:
        return True
    return _is_attack(text, text.token_at(behind[0].span.start) or 0)


def _is_attack(text: Text, first: int) -> bool:
    """ "… on the strike": the refusal is about an attack."""
    return any(
        attack_at(text.tokens, index) is not None
        for index in range(first, min(first + 4, len(text.tokens)))
    )


def withheld_in(text: Text, said: Spoken, span: Span) -> Span:
    """The words of the refusal inside a sentence: from the speaker, where it stands there, to the end of what is left open."""
    parts = [p for p in (said.source_span, said.cue, *said.content) if p is not None]
    inside = [p for p in parts if span.contains(p)]
    words = (cover(inside) if inside else None) or span
    return Span(words.start, words.start + len(words.of(text.body).rstrip(" .,;:")))
