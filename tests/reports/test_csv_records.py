import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reports.csv_records import Row, rows
from dateline.reports.lines import Line

CELLS = st.text(st.sampled_from('ab ,";\n\r'), max_size=6)


def parse(characters: str, delimiter: str = ",", limit: int = 10_000) -> list[Row]:
    lines = (
        Line(number, line) for number, line in enumerate(characters.splitlines(keepends=True), 1)
    )
    return list(rows(lines, delimiter, limit))


def test_quoted_cells_run_over_lines() -> None:
    found = parse('a,b\r\n\n"one\n\n""two"", three",x\nlast,')
    assert [(r.line, r.cells) for r in found] == [
        (1, ("a", "b")),
        (3, ('one\n\n"two", three', "x")),
        (6, ("last", "")),
    ]


def test_a_mark_inside_an_unquoted_cell_is_a_character() -> None:
    assert parse('5" shell,x')[0].cells == ('5" shell', "x")


def test_broken_rows_do_not_stop_the_rest() -> None:
    found = parse('a,"b" c\nd,"e\nf,g\nh,"i"\n')
    assert [(r.line, r.cells, r.broken is None) for r in found] == [
        (1, (), False),
        (2, (), False),
        (3, ("f", "g"), True),
        (4, ("h", "i"), True),
    ]
    assert "after a closing quotation mark stands ' c'" in str(found[0].broken)


def test_a_mark_never_closed_costs_one_row() -> None:
    found = parse('a,"b\nc,d\ne,f\n')
    assert [r.cells for r in found] == [(), ("c", "d"), ("e", "f")]
    assert "never closed" in str(found[0].broken)
    assert "within 4 characters" in str(parse('a,"b\nc,d\n', limit=4)[0].broken)


@pytest.mark.law
@given(st.lists(st.lists(CELLS, min_size=2, max_size=4), max_size=4), st.sampled_from(",;\t"))
def test_what_the_standard_writer_writes_comes_back(table: list[list[str]], delimiter: str) -> None:
    written = io.StringIO()
    csv.writer(written, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(table)
    raw = written.getvalue().encode().splitlines(keepends=True)
    lines = io.StringIO(b"".join(raw).decode(), newline="\n")
    found = list(rows((Line(n, line) for n, line in enumerate(lines, 1)), delimiter, 10_000))
    assert [list(r.cells) for r in found] == table
