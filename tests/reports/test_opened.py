import io

import pytest

from dateline.errors import ReportError, Where
from dateline.reports.opened import HEAD, open_bytes, read_whole, size_check
from tests.reports.helpers import opened_of


def test_the_stream_begins_at_the_first_byte() -> None:
    raw = bytes(range(256)) * 1000
    opened = open_bytes(io.BytesIO(raw), Where("a"), lambda _: None)
    assert opened.head == raw[:HEAD]
    assert opened.stream.read() == raw


def test_a_pipe_that_gives_little_at_a_time_is_waited_for() -> None:
    class Slow:
        def __init__(self) -> None:
            self.left = io.BytesIO(b"abcdef")

        def read(self, size: int = -1, /) -> bytes:
            return self.left.read(min(size, 2))

    opened = open_bytes(Slow(), Where("a"), lambda _: None)
    assert (opened.head, opened.stream.read()) == (b"abcdef", b"abcdef")


def test_sizes_are_checked_on_the_way() -> None:
    opened = open_bytes(io.BytesIO(b"x" * 200_000), Where("a"), size_check(Where("a"), 100_000))
    with pytest.raises(ReportError, match=r"a: it is larger than 100,000 bytes. .*max_file_bytes"):
        opened.stream.read()


@pytest.mark.parametrize(
    ("path", "stem"),
    [
        ("x/day.jsonl", "day"),
        ("x/day.JSONL.gz", "day"),
        ("day.of.fire.txt", "day.of.fire"),
        ("day", "day"),
        (".txt", ".txt"),
        ("-", "stdin"),
        ("https://h.test/a/day.xml?x=/y", "day"),
        ("https://h.test/", "h.test"),
    ],
)
def test_stems(path: str, stem: str) -> None:
    assert opened_of("", path).stem == stem


@pytest.mark.parametrize(
    ("raw", "found"), [(b"", "is empty"), (b" \n", "white space"), (b"x" * 11, "larger than 10")]
)
def test_reading_whole_refuses(raw: bytes, found: str) -> None:
    with pytest.raises(ReportError, match=found):
        read_whole(opened_of(raw), 10)
