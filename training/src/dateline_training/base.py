"""The starting weights, out of an installed package, checked before use."""

import hashlib
import importlib.util
from pathlib import Path

from tokenizers import Tokenizer


def folder(package: str, sha256: str) -> Path:
    """The folder of the weights that a package carries.

    Raises:
        FileNotFoundError: if the package is not installed.
        ValueError: if its ``model.safetensors`` is not the one the configuration names.
    """
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise FileNotFoundError(
            f"package {package!r} is not installed; it stands in training/requirements.txt."
        )
    found = Path(spec.origin).parent / "model"
    digest = hashlib.sha256((found / "model.safetensors").read_bytes()).hexdigest()
    if digest != sha256:
        raise ValueError(
            f"{found / 'model.safetensors'} has sha256 {digest}; the configuration expects {sha256}."
        )
    return found


def tokenizer(weights: Path) -> Tokenizer:
    """The tokenizer beside the weights, cutting nothing off and padding nothing."""
    found = Tokenizer.from_file(str(weights / "tokenizer.json"))
    found.no_truncation()
    found.no_padding()
    return found
