from pathlib import Path

import pytest

from dateline.bench.lines import json_objects
from dateline.errors import ReportError


def test_objects_come_with_their_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"a": 1}\n\n{"a": "é"}', "utf-8")
    assert list(json_objects(path)) == [(1, {"a": 1}), (3, {"a": "é"})]


@pytest.mark.parametrize("line", [b"{", b"[]", b"1", b'"x"', b'{"a": "\xff"}'])
def test_anything_else_is_named_with_its_line(tmp_path: Path, line: bytes) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"{}\n" + line)
    with pytest.raises(ReportError) as error:
        list(json_objects(path))
    assert error.value.where.line == 2
