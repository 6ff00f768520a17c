"""Fixtures strategy.

Tests build their values with ``tests.factory`` or inline; they never load real reports except under
the marker ``shared``, which skips with a reason when the benchmark data is not beside the project.
"""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "default", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("default")

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of benchmark data beside the project; skips the test where there is none."""
    if not SHARED.is_dir():
        pytest.skip("the benchmark data (../shared) is not beside this checkout")
    return SHARED
