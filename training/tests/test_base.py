import hashlib
from pathlib import Path

import pytest
from tokenizers import Tokenizer

from dateline_training.base import folder
from dateline_training.base import tokenizer as read


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A package that carries invented weights."""
    name = "invented_weights"
    (tmp_path / name / "model").mkdir(parents=True)
    (tmp_path / name / "__init__.py").write_text("", "utf-8")
    (tmp_path / name / "model" / "model.safetensors").write_bytes(b"weights")
    monkeypatch.syspath_prepend(tmp_path)
    return name


def test_the_weights_lie_in_the_packages_folder(package: str, tmp_path: Path) -> None:
    digest = hashlib.sha256(b"weights").hexdigest()
    assert folder(package, digest) == tmp_path / package / "model"


def test_other_weights_are_refused(package: str) -> None:
    wanted, found = "0" * 64, hashlib.sha256(b"weights").hexdigest()
    with pytest.raises(ValueError, match=rf"model\.safetensors has sha256 {found}; .*{wanted}"):
        folder(package, wanted)


def test_a_package_that_is_not_installed_is_named() -> None:
    with pytest.raises(FileNotFoundError, match="'nowhere_weights' is not installed"):
        folder("nowhere_weights", "0" * 64)


def test_the_tokenizer_neither_cuts_nor_pads(tokenizer: Tokenizer, tmp_path: Path) -> None:
    other = Tokenizer.from_str(tokenizer.to_str())
    other.enable_truncation(3)
    other.enable_padding(length=6)
    other.save(str(tmp_path / "tokenizer.json"))
    found = read(tmp_path)
    assert len(other.encode("he").ids) == 6
    assert len(found.encode("he").ids) == 1
    assert len(found.encode("he said the mill").ids) == 4
