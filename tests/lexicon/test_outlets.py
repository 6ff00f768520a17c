from collections import Counter

import pytest

from dateline.lexicon.outlets import home_country, outlet_at, outlet_named, outlets


def test_no_domain_or_name_stands_for_two() -> None:
    keys = Counter(
        key
        for outlet in outlets()
        for key in {n.casefold() for n in (outlet.name, *outlet.also, *outlet.domains)}
    )
    assert [key for key, count in keys.items() if count > 1] == []


def test_countries_are_codes_and_domains_are_bare() -> None:
    for outlet in outlets():
        assert len(outlet.country) == 2
        assert outlet.country.isupper()
        assert outlet.domains
        assert all(d == d.lower() and "/" not in d and "." in d for d in outlet.domains)


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://edition.cnn.com/2024/a", "CNN"),
        ("http://www.bbc.co.uk:80/news", "BBC"),
        ("tass.com", "TASS"),
        ("https://news.sky.com/x", "Sky News"),
    ],
)
def test_outlets_are_found_by_address(address: str | None, name: str) -> None:
    found = outlet_at(address)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("address", [None, "", "https://sky.com/", "notcnn.com", "http://[", "com"])
def test_other_addresses_are_not_known(address: str | None) -> None:
    assert outlet_at(address) is None


def test_homes_are_told_by_name_or_address() -> None:
    assert home_country("agence france-presse") == "FR"
    assert home_country("reuters.com") == "GB"
    assert home_country("The Harbour Post", "https://www.ukrinform.net/x") == "UA"
    assert home_country("The Harbour Post") is None
    assert outlet_named(None) is None
