import pytest

from dateline.reports.header import header_fields


def test_names_are_folded_and_quotes_taken_off() -> None:
    block = (
        '---\n# by hand\nPub Date: 2024-04-24\noutlet: "The Harbour Post"\nURL: https://h.test/a\n'
    )
    assert header_fields(block) == {
        "pubdate": "2024-04-24",
        "outlet": "The Harbour Post",
        "url": "https://h.test/a",
    }


def test_the_first_of_two_counts() -> None:
    assert header_fields("Date: 1\nDATE: 2") == {"date": "1"}


@pytest.mark.parametrize("block", ["", "A sentence.", "Date: x\nand a line", "Date: x\n" * 50])
def test_other_text_is_no_header(block: str) -> None:
    assert header_fields(block) is None
