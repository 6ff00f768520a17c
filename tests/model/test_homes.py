import pytest

from dateline.model.homes import country_told_of
from tests.claims.world import find_all


@pytest.mark.parametrize(
    ("words", "share", "country"),
    [
        ("Northford burned.", 0.75, "Ruritania"),
        ("Northford and Veldt burned, and Marwick slept.", 0.6, "Ruritania"),
        ("Northford and Veldt burned, and Marwick slept.", 0.75, None),
        ("Ruritania burned.", 0.0, None),
        ("A mill burned.", 0.0, None),
    ],
)
def test_the_country_that_most_places_lie_in(words: str, share: float, country: str | None) -> None:
    assert country_told_of(find_all(words).toponyms, share) == country
