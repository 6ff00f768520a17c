import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import ReportError
from dateline.reports.lines import read_chunks, read_lines
from dateline.reports.options import DEFAULTS, LoadOptions
from tests.reports.helpers import opened_of

TEXT = "Fire\r\n Пожар\n\nlast"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_lines_keep_their_ends_and_numbers(encoding: str) -> None:
    found = list(read_lines(opened_of(TEXT.encode(encoding)), DEFAULTS))
    assert [(line.number, line.characters) for line in found] == [
        (1, "Fire\r\n"),
        (2, " Пожар\n"),
        (3, "\n"),
        (4, "last"),
    ]


def test_a_line_that_can_not_be_decoded_is_told() -> None:
    found = list(read_lines(opened_of(b"a\n\xff\nb"), LoadOptions(encoding="utf-8")))
    assert [line.characters for line in found] == ["a\n", None, "b"]
    assert "folder/day.txt:2: byte 0xff at column 1" in str(found[1].error)


def test_a_line_too_long_is_skipped_to_its_end() -> None:
    found = list(read_lines(opened_of(b"a\n" + b"x" * 50 + b"\nb\n"), LoadOptions(max_bytes=10)))
    assert [line.characters for line in found] == ["a\n", None, "b\n"]


def test_wide_text_is_limited_and_checked() -> None:
    with pytest.raises(ReportError, match="larger than 10"):
        list(read_lines(opened_of(("x" * 50).encode("utf-16")), LoadOptions(max_bytes=10)))
    with pytest.raises(ReportError, match=":2: this is not utf-16"):
        list(read_chunks(opened_of("a\nb".encode("utf-16") + b"\x00"), DEFAULTS))


@pytest.mark.law
@given(st.text(st.characters(exclude_characters="\x00\ufeff", exclude_categories=["Cs"])))
def test_nothing_is_lost(characters: str) -> None:
    options = LoadOptions(encoding="utf-8")
    found = read_lines(opened_of(characters), options)
    assert "".join(line.characters or "" for line in found) == characters
    assert "".join(read_chunks(opened_of(characters), options)) == characters
