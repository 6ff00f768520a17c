"""A tiny tokenizer and tiny texts, so that training is tested in seconds and without any corpus."""

from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

from dateline_training.example import Example, Linked, Sorted, Tagged
from dateline_training.labels import SNIPPET_TYPES
from dateline_training.windows import Labelled, lay

WORDS = [
    "the",
    "a",
    "drone",
    "bomb",
    "hit",
    "struck",
    "port",
    "depot",
    "mayor",
    "army",
    "said",
    "says",
    "yesterday",
    "today",
    ".",
    ",",
]


def tokenizer() -> Tokenizer:
    vocabulary = {"[PAD]": 0, "[UNK]": 1, "[CLS]": 101, "[SEP]": 102}
    vocabulary |= {word: 200 + n for n, word in enumerate(WORDS)} | {"##s": 300}
    made = Tokenizer(WordPiece(vocabulary, unk_token="[UNK]"))  # noqa: S106 -- a word piece, no secret
    made.normalizer = BertNormalizer(lowercase=True)
    made.pre_tokenizer = BertPreTokenizer()
    return made


def example(number: int) -> Example:
    """ "The drone hit the port, the mayor said.": the cue, its source, the trigger and its type."""
    weapon, verb = ("drone", "hit") if number % 2 else ("bomb", "struck")
    who, cue = ("mayor", "said") if number % 3 else ("army", "says")
    text = f"The {weapon} {verb} the port, the {who} {cue}. " + "Today, the army. " * (number % 3)
    at, said, by = text.index(verb), text.index(cue), text.index(who)
    trigger, anchor, source = (at, at + len(verb)), (said, said + 4), (by - 4, by + len(who))
    return Example(
        id=str(number),
        corpus="toy",
        text=text,
        layers=frozenset({"cue", "source", "trigger"}),
        relations=frozenset({"source"}),
        tagged=(
            Tagged(layer="cue", start=anchor[0], end=anchor[1], label="cue"),
            Tagged(layer="source", start=source[0], end=source[1], label="source"),
            Tagged(layer="trigger", start=trigger[0], end=trigger[1], label="attack"),
        ),
        sorted=(
            Sorted(
                head="event_type",
                start=trigger[0],
                end=trigger[1],
                label="Air/drone strike" if number % 2 else "Remote explosive/landmine/IED",
            ),
        ),
        anchors=(("source", anchor),),
        linked=(Linked(relation="source", anchor=anchor, other=source),),
        label=SNIPPET_TYPES[number % 2],
    )


def texts(count: int) -> list[Labelled]:
    cutter = tokenizer()
    return [lay(example(n), cutter, SNIPPET_TYPES) for n in range(count)]
