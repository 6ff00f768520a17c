from collections import Counter

from dateline.lexicon.columns import column_names, fold_column, known_columns
from dateline.lexicon.tables import table

FIELDS = ("name", "text", "published", "outlet", "title", "url", "language")


def test_names_are_folded_and_stand_in_one_list_only() -> None:
    names = [name for field in FIELDS for name in column_names(field)]
    assert [name for name in names if fold_column(name) != name] == []
    assert [name for name, count in Counter(names).items() if count > 1] == []
    assert known_columns() == set(names)


def test_every_list_has_a_reason() -> None:
    rows = table("column_names")
    assert set(rows) == {"about", *FIELDS}
    assert all(rows[field]["why"] for field in FIELDS)


def test_spelling_does_not_matter() -> None:
    assert fold_column(" Pub_Date-") == "pubdate"


def test_a_dateline_is_no_date() -> None:
    assert "dateline" not in known_columns()
