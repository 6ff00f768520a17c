"""Fixtures of the training project's tests."""

import string
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest
import torch
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer
from torch import Tensor

from dateline_training.labels import RELATIONS, SNIPPET_TYPES
from dateline_training.losses import head_slices, layer_slices
from dateline_training.model import CLASSES, TAGS, WIDTH, Reader, Scores, tiny

PROJECT = Path(__file__).resolve().parents[2]
SHARED = PROJECT.parent / "shared"
WORDS = ("rebels", "police", "shelled", "bombed", "mill", "the", "he", "said")
"""Words that are one piece; all others are cut into letters."""

Says = Mapping[str, Mapping[str, Sequence[float]]]
"""For a word, its scores by layer, head, relation with ``>`` behind it, or ``kinds``, from the first column on; 0 where nothing is given."""


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of benchmark data beside the project; skips the test where there is none."""
    if not SHARED.is_dir():
        pytest.skip("the benchmark data (../shared) is not beside this checkout")
    return SHARED


@pytest.fixture(scope="session")
def project() -> Path:
    """The root of the checkout."""
    return PROJECT


@pytest.fixture(scope="session")
def tokenizer() -> Tokenizer:
    """A tokenizer like BERT's uncased one with few pieces: letters, digits, marks and :data:`WORDS`."""
    marks = [*string.ascii_lowercase, *string.digits, *string.punctuation]
    more = [f"##{letter}" for letter in (*string.ascii_lowercase, *string.digits)]
    unused = [f"[unused{n}]" for n in range(99)]
    special = ["[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    pieces = ["[PAD]", *unused, *special, *marks, *more, *WORDS]
    found = Tokenizer(WordPiece({piece: n for n, piece in enumerate(pieces)}, unk_token="[UNK]"))  # noqa: S106 -- no password
    found.normalizer = BertNormalizer(lowercase=True)
    found.pre_tokenizer = BertPreTokenizer()
    found.add_special_tokens(["[PAD]", *special])
    return found


class _Told(Reader):
    """A reader whose scores of a word are looked up by the word's first piece."""

    def __init__(self, tables: Mapping[str, Tensor]) -> None:
        super().__init__(tiny().encoder)
        self.tables = tables

    def forward(self, ids: Tensor, mask: Tensor, first: Tensor) -> Scores:
        del mask
        pieces = torch.gather(ids, 1, first)
        nothing = torch.zeros(*pieces.shape, len(RELATIONS), WIDTH)
        return Scores(
            self.tables["tags"][pieces],
            self.tables["classes"][pieces],
            nothing,
            nothing,
            self.tables["alone"][pieces],
            self.tables["types"][ids[:, 1]],
        )


@pytest.fixture(scope="session")
def told(tokenizer: Tokenizer) -> Callable[[Says], Reader]:
    """Makes a reader that says what it is told to; a whole text's class is said by its first word."""
    count = tokenizer.get_vocab_size()
    places = {
        **{layer: ("tags", columns.start) for layer, columns in layer_slices().items()},
        **{head: ("classes", columns.start) for head, columns in head_slices().items()},
        **{f"{name}>": ("alone", number) for number, name in enumerate(RELATIONS)},
        "kinds": ("types", 0),
    }

    def make(says: Says) -> Reader:
        tables = {
            "tags": torch.zeros(count, TAGS),
            "classes": torch.zeros(count, CLASSES),
            "alone": torch.zeros(count, len(RELATIONS)),
            "types": torch.zeros(count, len(SNIPPET_TYPES)),
        }
        for word, scores in says.items():
            for name, values in scores.items():
                table, start = places[name]
                row = tables[table][tokenizer.token_to_id(word)]
                row[start : start + len(values)] = torch.tensor(values)
        return _Told(tables)

    return make
