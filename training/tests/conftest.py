"""Fixtures of the training project's tests."""

from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
SHARED = PROJECT.parent / "shared"


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
