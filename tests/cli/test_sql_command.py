from pathlib import Path

import pytest

from tests.cli.calls import Call

QUERY = "select source, value from v_claims where field = 'injured' order by value"


def test_a_question_is_answered_as_a_table_or_json(call: Call, ledger: Path) -> None:
    lines = call("sql", QUERY, "--ledger", ledger).out.splitlines()
    assert [line.split() for line in lines if line.startswith("outlet")] == [
        ["outlet", "0"],
        ["outlet", "3"],
    ]
    assert call("sql", QUERY, "--ledger", ledger, "--json").json == [
        {"source": "outlet", "value": "0"},
        {"source": "outlet", "value": "3"},
    ]


def test_wide_rows_are_shown_one_column_a_line(call: Call, ledger: Path) -> None:
    done = call("sql", "select * from v_claims limit 1", "--ledger", ledger)
    assert "stance" in [line.split()[0] for line in done.out.splitlines() if line.strip()]


def test_a_cut_answer_says_so(call: Call, ledger: Path) -> None:
    done = call("sql", QUERY, "--limit", 1, "--ledger", ledger)
    assert done.out.splitlines()[-1] == "(the first 1 rows; --limit gives more)"


@pytest.mark.parametrize("query", ["delete from reports", "drop table claims", "select nonsense"])
def test_what_is_no_reading_is_refused(call: Call, ledger: Path, query: str) -> None:
    before = call("sql", "select count(*) from v_reports", "--ledger", ledger, "--json").json
    done = call("sql", query, "--ledger", ledger)
    assert done.code == 3
    assert "Only reading is allowed" in done.err
    after = call("sql", "select count(*) from v_reports", "--ledger", ledger, "--json").json
    assert before == after


def test_an_empty_query_is_a_wrong_call(call: Call, ledger: Path) -> None:
    assert call("sql", " ", "--ledger", ledger).code == 2
