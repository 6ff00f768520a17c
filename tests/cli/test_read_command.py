import io
import json
import re
import sys
from pathlib import Path

import pytest

from dateline.pipeline import reading
from tests.cli.calls import Call

REPORT = """Date: 2021-05-12
Outlet: Poltava Post

Drones struck a fuel depot in the Poltava region on Wednesday, the governor, Ann Example, said. No one was hurt, she said.
"""
HOSTILE = (
    "Date: 2021-05-12\nOutlet: [red]Post[/red]\nTitle: \x1b]0;owned\x07 [bold]\n\n"
    "Drones struck a [link=http://x]fuel depot[/link] \x1b[31m\x1b[2J in the Poltava [red]region[/red] \x9b5m\u202e on Wednesday,"
    " governor Ann [bold]Example\x1b[0m said. No one was hurt, she said.\n"
)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "post.txt"
    path.write_text(REPORT, "utf-8")
    return path


def test_events_stand_as_tables_with_speaker_and_words(call: Call, report: Path) -> None:
    done = call("read", report)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("post: Poltava Post · 2021-05-12\n")
    assert "A: Air/drone strike · accomplished · Poltava, Ukraine · 2021-05-12" in done.out
    assert "Ann Example" in done.out
    assert "“No one was hurt”" in done.out


def test_nothing_is_stored(call: Call, report: Path, tmp_path: Path) -> None:
    call("read", report)
    assert [p.name for p in tmp_path.iterdir()] == ["post.txt"]


def test_one_report_is_one_json_object(call: Call, report: Path) -> None:
    found = call("read", "--json", report).json
    assert (found["id"], found["published"], found["outlet"]) == (
        "post",
        "2021-05-12",
        "Poltava Post",
    )
    for event in found["events"]:
        for claim in event["claims"]:
            assert found["text"][claim["start"] : claim["end"]] == claim["text"]
    assert json.loads(call("read", "--json", "--lines", report).out) == found


def test_several_reports_are_json_lines(call: Call, tmp_path: Path) -> None:
    for name in ("b.txt", "c.txt", "d.txt"):
        (tmp_path / name).write_text(REPORT, "utf-8")
    lines = call("read", "--json", tmp_path).out.splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["b", "c", "d"]


def test_standard_input_with_a_date(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    given = io.TextIOWrapper(io.BytesIO(b"Drones struck a fuel depot in Poltava on Wednesday."))
    monkeypatch.setattr(sys, "stdin", given)
    found = call("read", "--json", "--published", "2021-05-12", "-").json
    assert found["published"] == "2021-05-12"


def test_columns_of_a_table_can_be_named(call: Call, tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text('when,words\n2021-05-12,"Drones struck a depot in Poltava."\n', "utf-8")
    mapping = ("--column", "text=words", "--column", "published=when")
    assert call("read", "--json", *mapping, table).json["published"] == "2021-05-12"
    assert call("read", "--column", "colour=red", table).code == 2
    assert call("read", "--column", "text", table).code == 2


def test_refused_files_do_not_stop_the_rest(call: Call, report: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    done = call("read", "--json", empty, report, tmp_path / "none.txt")
    assert done.code == 1
    assert done.json["id"] == "post"
    refused = done.err.splitlines()
    assert [line.split(":")[0] for line in refused] == ["refused", "refused"]
    assert str(empty) in refused[0]
    assert "none.txt" in refused[1]


def test_a_fault_of_the_reader_is_told_as_a_bug(
    call: Call, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(*_: object, **__: object) -> None:
        raise ZeroDivisionError("oh")

    monkeypatch.setattr(reading, "_read", faulty)
    done = call("read", report)
    assert done.code == 1
    assert "the reader failed on report 'post' (ZeroDivisionError: oh)" in done.err
    assert "That is a bug in Dateline" in done.err


def test_hostile_text_comes_out_harmless(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "hostile.txt"
    path.write_bytes(HOSTILE.encode())
    for line in (("read", path), ("read", "--json", path)):
        done = call(*line)
        assert done.code == 0
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", done.out + done.err)
        assert "[red]Post[/red]" in done.out


def test_hostile_text_is_kept_as_it_is_in_json(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "hostile.txt"
    path.write_bytes(HOSTILE.encode())
    found = call("read", "--json", path).json
    assert "\x1b[31m" in found["text"]
    assert "[red]region[/red]" in found["text"]


def test_a_report_without_events_says_so(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "calm.txt"
    path.write_text("date 2021-05-12 The council met and talked about the new library.", "utf-8")
    assert "no specific attack is told of" in call("read", path).out
