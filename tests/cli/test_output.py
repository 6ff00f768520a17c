import json

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console, RenderableType
from rich.text import Text

from dateline.cli.output import (
    as_json_text,
    clean,
    clean_lines,
    console,
    fitting_table,
    or_not_found,
    table,
    titled,
)
from dateline.errors import UsageError

HOSTILE = "\x1b[31m\x1b]8;;http://x\x07[red]boom[/red]\x9b2J \u202eabc :smile:"

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters()),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


def shown(part: RenderableType, width: int = 80) -> str:
    out = Console(width=width, color_system=None, force_terminal=False)
    with out.capture() as captured:
        out.print(part)
    return captured.get()


@pytest.mark.law
@given(values)
def test_json_is_equal_when_read_again_and_safe_to_show(value: object) -> None:
    made = as_json_text(value)
    assert json.loads(made) == value
    assert not any(c in made for c in "\x1b\x9b\u202e\u2028\ufeff")
    made.encode()


def test_letters_and_quotation_marks_stay_readable_in_json() -> None:
    assert as_json_text({"a": "Київ “x” 👍"}) == '{"a": "Київ “x” 👍"}'


@pytest.mark.law
@given(st.text(st.characters()))
def test_cleaned_words_hold_nothing_that_a_terminal_obeys(words: str) -> None:
    assert clean(words).isprintable()
    lines = clean_lines(words)
    assert len(lines) == len(words)
    assert all(c == "\n" or c.isprintable() for c in lines)


def test_cells_and_titles_are_taken_literally() -> None:
    found = shown(titled(HOSTILE, ("a",), [(HOSTILE,)]))
    assert found.count("[red]boom[/red]") == 2
    assert found.count(":smile:") == 2
    assert "\x1b" not in found
    assert "\u202e" not in found


def test_a_table_too_wide_becomes_one_line_a_column() -> None:
    columns, rows = ("one", "another"), [("x" * 50, "y" * 50)]
    assert "another" in shown(fitting_table(columns, rows, 120), 120).splitlines()[0]
    narrow = shown(fitting_table(columns, rows, 60), 60).splitlines()
    assert [line.split()[0] for line in narrow if line.strip()] == ["one", "another"]


def test_no_row_still_shows_the_columns() -> None:
    assert "one" in shown(fitting_table(("one", "two"), [], 80))


def test_text_cells_keep_their_style() -> None:
    made = table(("a",), [(Text("x", style="red"),)])
    out = Console(width=20, force_terminal=True, color_system="standard")
    with out.capture() as captured:
        out.print(made)
    assert "\x1b[31mx" in captured.get()


@pytest.mark.parametrize(("told", "width"), [("77", 77), ("", 120), ("wide", 120), ("0", 120)])
def test_the_width_of_a_pipe_is_told_by_the_environment(
    monkeypatch: pytest.MonkeyPatch, told: str, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", told)
    assert console().width == width


def test_what_is_not_there_ends_with_its_own_code(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(click.exceptions.Exit) as stop, or_not_found():
        raise UsageError("there is none")
    assert stop.value.exit_code == 4
    assert capsys.readouterr().err == "dateline: there is none\n"
