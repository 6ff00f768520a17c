import pytest

from tests.claims.world import Read, read_invented


@pytest.fixture
def read() -> Read:
    return read_invented
