import io
import os
import sys
import threading
import zipfile
from pathlib import Path

import pytest

from dateline.reports.load import load
from dateline.reports.options import LoadOptions
from tests.reports.helpers import NOW, load_all

OPTIONS = LoadOptions(now=NOW)


class Pipe:
    def __init__(self, raw: bytes) -> None:
        self.buffer = io.BytesIO(raw)


def test_every_problem_of_a_folder_is_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    for name, raw in {
        "a-empty.txt": b"",
        "b-binary.txt": bytes(range(256)) * 9,
        "c-future.txt": b"date 2031-12-31 Fire",
        "d-year-1.txt": b"date 0001-01-01 Fire",
        "e-cut.zip": b"PK\x03\x04 and no more",
        "f-broken.csv": b"a,b\n1,2\n",
        "g-picture.png": b"\x89PNG\r\n\x1a\n\x00\x00",
        "h-good.txt": "date 2024-04-24 \u05d0\u05e9 at the depot\x07\x00.".encode(),
        "i-empty.gz": b"",
    }.items():
        (tmp_path / name).write_bytes(raw)
    (report,), errors = load_all(tmp_path, options=OPTIONS)
    assert report.text == "\u05d0\u05e9 at the depot\x07."
    assert [Path(e.where.path).name[0] for e in errors] == list("abcdefgi")


def test_paths_are_taken_in_the_order_given(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text("Fire.")
    reports, _ = load_all(tmp_path / "b.txt", tmp_path / "a.txt", tmp_path, options=OPTIONS)
    assert [r.name for r in reports] == ["b", "a", "a", "b"]


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Pipe(b'{"text": "One."}\n{"text": "Two."}\n'))
    reports, errors = load_all("-", options=OPTIONS)
    assert errors == []
    assert [(r.name, r.provenance.path) for r in reports] == [("stdin#1", "-"), ("stdin#2", "-")]


def test_an_archive_may_come_by_standard_input(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.txt", "Fire.")
    monkeypatch.setattr(sys, "stdin", Pipe((tmp_path / "a.zip").read_bytes()))
    (report,), _ = load_all("-", options=OPTIONS)
    assert (report.name, report.provenance.member) == ("a", "a.txt")


def test_a_forced_format_and_encoding_stand(tmp_path: Path) -> None:
    (tmp_path / "a.dat").write_bytes('text\n"Пожар"\n'.encode("koi8-r"))
    options = LoadOptions(format="csv", encoding="koi8-r")
    (report,), _ = load_all(tmp_path, options=options)
    assert (report.text, report.provenance.format) == ("Пожар", "csv")


def test_sizes_are_limited(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Fire at the depot. " * 10)
    _, (error,) = load_all(tmp_path, options=LoadOptions(max_bytes=100))
    assert "larger than 100 bytes" in str(error)
    assert "max_bytes" in error.remedy
    _, (error,) = load_all(tmp_path, options=LoadOptions(max_file_bytes=100))
    assert "larger than 100 bytes" in str(error)
    assert "max_file_bytes" in error.remedy


def test_a_missing_file_does_not_stop_the_rest(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Fire.")
    (report,), (error,) = load_all(tmp_path / "none.txt", tmp_path / "a.txt")
    assert report.name == "a"
    assert "none.txt: it can't be read: No such file" in str(error)


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything; the test below stands in")
def test_a_file_without_rights_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Fire.")
    (tmp_path / "a.txt").chmod(0)
    _, (error,) = load_all(tmp_path)
    assert "Permission denied" in str(error)


def test_a_file_that_can_not_be_opened_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("Fire.")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    _, (error,) = load_all(tmp_path)
    assert "a.txt: it can't be read: Permission denied" in str(error)


def test_nothing_is_read_before_it_is_asked_for(tmp_path: Path) -> None:
    found = load([str(tmp_path / "none.txt")])
    (tmp_path / "none.txt").write_text("Fire.")
    assert len(list(found)) == 1


def test_a_named_pipe_may_be_given(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    writer = threading.Thread(
        target=(tmp_path / "pipe").write_text, args=("date 2024-04-24 Fire.",)
    )
    writer.start()
    (report,), errors = load_all(tmp_path / "pipe")
    writer.join()
    assert (report.text, errors) == ("Fire.", [])
