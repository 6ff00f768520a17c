import gzip
import io
import stat
import struct
import tarfile
import zipfile
from pathlib import Path
from typing import Literal

import pytest

from dateline.reports.options import ArchiveLimits, LoadOptions
from tests.reports.helpers import NOW, load_all

OPTIONS = LoadOptions(now=NOW)


def zipped(members: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compression) as archive:
        for name, raw in members.items():
            archive.writestr(name, raw)
    return file.getvalue()


def tarred(members: dict[str, bytes], mode: Literal["w", "w:gz"] = "w:gz") -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode=mode) as archive:
        for name, raw in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(raw)
            archive.addfile(info, io.BytesIO(raw))
    return file.getvalue()


MEMBERS = {
    "a.txt": b"date 2024-04-24 The depot burned.",
    "b/c.jsonl": b'{"text": "One."}\n{"text": }\n{"text": "Two."}\n',
    "b/.hidden": b"x",
    "__MACOSX/a.txt": b"\x00\x01",
}


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("day.zip", zipped(MEMBERS)),
        ("day.tar.gz", tarred(MEMBERS)),
        ("day.tgz", tarred(MEMBERS)),
        ("day.tar", tarred(MEMBERS, "w")),
    ],
)
def test_members_are_read_and_named(tmp_path: Path, name: str, raw: bytes) -> None:
    (tmp_path / name).write_bytes(raw)
    reports, (error,) = load_all(tmp_path, options=OPTIONS)
    assert [(r.name, r.text, r.provenance.member) for r in reports] == [
        ("a", "The depot burned.", "a.txt"),
        ("c#1", "One.", "b/c.jsonl"),
        ("c#3", "Two.", "b/c.jsonl"),
    ]
    assert f"{name}!b/c.jsonl:2: this is no JSON" in str(error)


def test_a_single_packed_file_keeps_its_name(tmp_path: Path) -> None:
    (tmp_path / "day.csv.gz").write_bytes(gzip.compress(b"text\nFire.\n"))
    (report,), errors = load_all(tmp_path, options=OPTIONS)
    assert (report.name, report.provenance.member, errors) == ("day#2", None, [])


def test_one_level_of_nesting_is_read(tmp_path: Path) -> None:
    inner = zipped({"a.txt": b"Fire."})
    middle = zipped({"inner.zip": inner, "day.jsonl.gz": gzip.compress(b'{"text": "One."}')})
    (tmp_path / "a.zip").write_bytes(middle)
    reports, errors = load_all(tmp_path, options=OPTIONS)
    assert errors == []
    assert [r.provenance.member for r in reports] == ["inner.zip!a.txt", "day.jsonl.gz"]
    assert [r.name for r in reports] == ["a", "day#1"]
    (tmp_path / "a.zip").write_bytes(zipped({"middle.zip": middle, "last.txt": b"Fire."}))
    reports, errors = load_all(tmp_path, options=OPTIONS)
    assert [r.name for r in reports] == ["last"]
    assert ["in an archive in an archive" in str(e) for e in errors] == [True, True]


@pytest.mark.parametrize("keep", [10, 60, 200])
def test_a_truncated_zip_is_told(tmp_path: Path, keep: int) -> None:
    raw = zipped({f"{n}.txt": b"The depot burned." for n in range(9)})[:-keep]
    (tmp_path / "a.zip").write_bytes(raw)
    reports, (error,) = load_all(tmp_path, options=OPTIONS)
    assert reports == []
    assert "broken or cut short" in str(error)


@pytest.mark.parametrize("keep", [4, 12, 2000])
def test_a_truncated_gzip_is_told(tmp_path: Path, keep: int) -> None:
    body = b"".join(b'{"text": "Fire %d at the depot."}\n' % n for n in range(20_000))
    raw = gzip.compress(body)[:-keep]
    (tmp_path / "a.jsonl.gz").write_bytes(raw)
    reports, (error,) = load_all(tmp_path, options=OPTIONS)
    assert len(reports) > 1000
    assert "broken or cut short" in str(error)


def test_a_truncated_tar_is_told(tmp_path: Path) -> None:
    raw = tarred({f"{n}.txt": b"Fire at the depot. " * 200 for n in range(9)}, "w")
    (tmp_path / "a.tar").write_bytes(raw[: len(raw) // 2])
    reports, errors = load_all(tmp_path, options=OPTIONS)
    assert 0 < len(reports) < 9
    assert all("broken or cut short" in str(e) for e in errors)
    assert errors


def test_a_damaged_member_does_not_stop_the_rest(tmp_path: Path) -> None:
    raw = bytearray(zipped({"a.txt": b"x" * 50, "b.txt": b"Fire."}, zipfile.ZIP_STORED))
    raw[raw.index(b"xxxx") + 3] = ord("y")
    (tmp_path / "a.zip").write_bytes(raw)
    (report,), (error,) = load_all(tmp_path, options=OPTIONS)
    assert report.name == "b"
    assert "a.zip!a.txt: the archive is broken" in str(error)


@pytest.mark.parametrize("kind", ["zip", "gz", "tar.gz"])
def test_a_bomb_is_refused_by_its_ratio(tmp_path: Path, kind: str) -> None:
    bomb = b"fire " * 3_000_000
    raw = {
        "zip": lambda: zipped({"a.txt": bomb, "b.txt": b"Fire."}),
        "gz": lambda: gzip.compress(bomb),
        "tar.gz": lambda: tarred({"a.txt": bomb, "b.txt": b"Fire."}),
    }[kind]()
    (tmp_path / f"a.{kind}").write_bytes(raw)
    reports, errors = load_all(tmp_path, options=OPTIONS)
    assert [r.name for r in reports] == (["b"] if kind == "zip" else [])
    assert "looks like a zip bomb" in str(errors[0])


@pytest.mark.parametrize("nested", [False, True])
def test_an_archive_may_not_unpack_to_more_than_its_limit(tmp_path: Path, nested: bool) -> None:
    raw = zipped({f"{n}.txt": b"Fire at the depot. " * 50 for n in range(9)})
    (tmp_path / "a.zip").write_bytes(zipped({"inner.zip": raw}) if nested else raw)
    options = LoadOptions(now=NOW, archive=ArchiveLimits(total_bytes=5000))
    reports, errors = load_all(tmp_path, options=options)
    assert 0 < len(reports) < 9
    assert "unpacks to more than 5,000 bytes" in str(errors[0])


def test_too_many_members_are_refused(tmp_path: Path) -> None:
    members = {f"{n}.txt": b"Fire." for n in range(9)}
    options = LoadOptions(now=NOW, archive=ArchiveLimits(members=5))
    (tmp_path / "a.zip").write_bytes(zipped(members))
    (tmp_path / "b.tar").write_bytes(tarred(members, "w"))
    reports, errors = load_all(tmp_path, options=options)
    assert len(reports) == 5
    assert ["more than 5 members" in str(e) for e in errors] == [True, True]


@pytest.mark.parametrize(
    "name", ["../a.txt", "b/../../a.txt", "/etc/a.txt", "C:/a.txt", "..\\a.txt"]
)
def test_names_that_point_outside_are_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({name: b"Fire.", "b.txt": b"Fire."}))
    (tmp_path / "b.tar").write_bytes(tarred({name: b"Fire.", "b.txt": b"Fire."}, "w"))
    reports, errors = load_all(tmp_path, options=OPTIONS)
    assert [r.name for r in reports] == ["b", "b"]
    assert ["points outside the archive" in str(e) for e in errors] == [True, True]


def test_links_and_devices_are_refused(tmp_path: Path) -> None:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as tar:
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE):
            info = tarfile.TarInfo(f"{kind!r}.txt")
            info.type, info.linkname = kind, "/etc/hostname"
            tar.addfile(info)
    (tmp_path / "a.tar").write_bytes(file.getvalue())
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/hostname")
    (tmp_path / "b.zip").write_bytes(packed.getvalue())
    reports, errors = load_all(tmp_path, options=OPTIONS)
    assert reports == []
    assert ["a link or a device" in str(e) for e in errors] == [True] * 4


def test_encrypted_and_oddly_packed_members_are_told(tmp_path: Path) -> None:
    raw = bytearray(zipped({"a.txt": b"Fire.", "b.txt": b"Fire.", "c.txt": b"Fire."}))
    central = [i for i in range(len(raw)) if raw[i : i + 4] == b"PK\x01\x02"]
    raw[central[0] + 8] |= 1  # the flag for encryption
    struct.pack_into("<H", raw, central[1] + 10, 77)  # a method nobody knows
    (tmp_path / "a.zip").write_bytes(raw)
    (report,), (first, second) = load_all(tmp_path, options=OPTIONS)
    assert report.name == "c"
    assert "a.zip!a.txt: it is encrypted" in str(first)
    assert "a.zip!b.txt: the archive is broken" in str(second)


def test_empty_archives_and_office_documents_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({}))
    (tmp_path / "b.tar.gz").write_bytes(tarred({}))
    (tmp_path / "c.docx").write_bytes(zipped({"[Content_Types].xml": b"<x/>"}))
    reports, errors = load_all(tmp_path, options=OPTIONS)
    assert reports == []
    assert "holds no files" in str(errors[0])
    assert "office document" in str(errors[-1])
    assert len(errors) == 3
