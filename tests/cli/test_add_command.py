from pathlib import Path
from typing import Any

import pytest

from dateline.pipeline import reading
from tests.cli.calls import Call

BODY = (
    "Drones struck a fuel depot in the Poltava region on Wednesday and set fire to two of its tanks, the governor, "
    "Ann Example, said. No one was hurt, she added, and the fire was put out by the early afternoon after six hours of work."
)


def write(folder: Path, name: str, body: str, published: str | None = "2021-05-12") -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    head = f"Date: {published}\n" if published else ""
    path.write_text(f"{head}Outlet: {path.stem} News\n\n{body}\n", "utf-8")
    return path


def test_reports_are_added_once(call: Call, tmp_path: Path) -> None:
    write(tmp_path / "in", "a.txt", BODY)
    write(tmp_path / "in", "b.txt", "A missile hit a school in the Sumy region, police said.")
    first = call("add", tmp_path / "in")
    assert (first.code, first.err) == (0, "")
    assert first.out == "2 added; the ledger holds 2 incidents\n"
    assert (tmp_path / "dateline.db").exists()
    assert call("add", tmp_path / "in").out == "2 known; the ledger holds 2 incidents\n"


def test_refused_undated_and_copied_ones_are_told_one_a_line(call: Call, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    write(folder, "a.txt", BODY)
    write(folder, "b.txt", f"{BODY} Reporting by others.")
    write(folder, "c.txt", "Missiles hit a bridge near Sumy last night.", published=None)
    (folder / "d.txt").touch()
    (folder / "e.bin").write_bytes(bytes(range(256)) * 8)
    done = call("add", folder, "--json")
    assert done.code == 1
    assert done.json["counts"] == {"added": 3, "refused": 2}
    assert done.json["undated"] == ["c"]
    assert done.json["copies"] == [{"report": "b", "of": "a"}]
    lines = done.err.splitlines()
    assert len(lines) == 4
    assert lines[0] == "b: copy of a; the two count as one origin"
    assert lines[1].startswith("c: no publication date")
    assert [line.startswith("refused: ") for line in lines[2:]] == [True, True]
    assert "d.txt" in lines[2]
    assert "e.bin" in lines[3]
    again = call("add", folder)
    assert again.code == 1
    assert again.out.startswith("3 known, 2 refused")


def test_the_ledger_is_the_environments_unless_one_is_given(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "in", "a.txt", BODY)
    monkeypatch.setenv("DATELINE_LEDGER", str(tmp_path / "env.db"))
    call("add", path)
    call("add", path, "--ledger", tmp_path / "given.db")
    assert sorted(p.name for p in tmp_path.glob("*.db")) == ["env.db", "given.db"]


def test_a_fault_of_the_reader_costs_one_report_only(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "in"
    for name, number in (("a.txt", "one"), ("b.txt", "two"), ("c.txt", "three")):
        write(folder, name, f"Drones hit {number} depots in the Sumy region.")
    read = reading._read

    def faulty(given: Any, *more: Any) -> object:
        if given.report.name == "b":
            raise KeyError("boom")
        return read(given, *more)

    monkeypatch.setattr(reading, "_read", faulty)
    done = call("add", folder)
    assert done.code == 1
    assert done.out.startswith("2 added, 1 refused")
    assert f"{folder / 'b.txt'}: the reader failed on report 'b' (KeyError: 'boom')" in done.err
    monkeypatch.undo()
    monkeypatch.chdir(tmp_path)
    again = call("add", folder)
    assert (again.code, again.out.split(";")[0]) == (0, "1 added, 2 known")


def test_the_outlet_and_date_can_be_given(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "flash.txt"
    path.write_text("Drones hit a depot in Sumy on Monday.", "utf-8")
    call("add", path, "--published", "2021-05-12", "--outlet", "Corran Wire")
    rows = call("sql", "select outlet, published from v_reports", "--json").json
    assert rows == [{"outlet": "Corran Wire", "published": "2021-05-12"}]


def test_no_path_is_a_wrong_call(call: Call) -> None:
    done = call("add")
    assert done.code == 2
    assert "Missing argument" in done.err
