import io
import zlib

import pytest

from dateline.errors import ReportError, Where
from dateline.reports.options import ArchiveLimits
from dateline.reports.unpacked import Again, Budget, Counting, Unpacking

HERE = Where("a.zip", "a.txt")


def test_bytes_put_back_come_first() -> None:
    again = Again(b"abc", io.BytesIO(b"def"))
    assert [again.read(2), again.read(2), again.read(2), again.read()] == [b"ab", b"c", b"de", b"f"]
    assert Again(b"abc", io.BytesIO(b"def")).read() == b"abcdef"


def test_a_count_is_kept() -> None:
    counting = Counting(io.BytesIO(b"abc"))
    counting.read(2)
    assert counting.given == 2


def test_the_budget_is_shared() -> None:
    budget = Budget(5)
    Unpacking(io.BytesIO(b"abc"), HERE, ArchiveLimits(), budget).read()
    with pytest.raises(ReportError, match=r"a\.zip!a\.txt: .*more than 5 bytes"):
        Unpacking(io.BytesIO(b"abc"), HERE, ArchiveLimits(), budget).read()


def test_the_ratio_counts_from_a_size_on() -> None:
    limits = ArchiveLimits(ratio=10, ratio_from=100)
    small = Unpacking(io.BytesIO(b"x" * 100), HERE, limits, Budget(999), packed_size=1)
    assert len(small.read()) == 100
    large = Unpacking(io.BytesIO(b"x" * 101), HERE, limits, Budget(999), packed_size=1)
    with pytest.raises(ReportError, match="zip bomb"):
        large.read()


def test_what_breaks_on_the_way_is_a_report_error() -> None:
    class Breaking:
        def read(self, size: int = -1, /) -> bytes:  # noqa: ARG002 -- the protocol's signature
            raise zlib.error("bad data")

    with pytest.raises(ReportError, match="cut short: bad data"):
        Unpacking(Breaking(), HERE, ArchiveLimits(), Budget(9)).read(1)
