from datetime import date

import click
import pytest
from click.testing import CliRunner

from dateline.cli.options import (
    environment_settings,
    gathered,
    ledger_option,
    load_options,
    mapped,
)
from dateline.reports.options import LoadOptions
from dateline.settings import Settings


def test_columns_are_pairs() -> None:
    assert mapped(("text=body", "published = day")) == {"text": "body", "published": "day"}


@pytest.mark.parametrize("pair", ["text", "=body", "text="])
def test_anything_else_is_a_wrong_call(pair: str) -> None:
    with pytest.raises(click.BadParameter, match="FIELD=NAME"):
        mapped((pair,))


def test_the_command_line_stands_over_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Settings] = []

    @click.command()
    @ledger_option
    def command(settings: Settings) -> None:
        seen.append(settings)

    monkeypatch.setenv("DATELINE_LEDGER", "env.db")
    CliRunner().invoke(command, [], catch_exceptions=False)
    CliRunner().invoke(command, ["--ledger", "given.db"], catch_exceptions=False)
    monkeypatch.delenv("DATELINE_LEDGER")
    CliRunner().invoke(command, [], catch_exceptions=False)
    assert [s.ledger for s in seen] == ["env.db", "given.db", "dateline.db"]
    assert environment_settings().ledger == "dateline.db"


def test_load_options_are_gathered_into_one_value() -> None:
    seen: list[LoadOptions] = []

    @click.command()
    @load_options
    def command(options: LoadOptions) -> None:
        seen.append(options)

    line = "--published 2031-05-14 --outlet Wire --column text=body --format csv --encoding cp1251"
    CliRunner().invoke(command, line.split(), catch_exceptions=False)
    assert seen == [
        LoadOptions(
            columns={"text": "body"},
            published=date(2031, 5, 14),
            outlet="Wire",
            format="csv",
            encoding="cp1251",
        )
    ]


def test_options_stand_in_the_help_in_the_order_given() -> None:
    def build(**given: str) -> dict[str, str]:
        return given

    options = {"a": click.option("--a"), "b": click.option("--b")}

    @click.command()
    @gathered("both", build, options)
    def command(both: dict[str, str]) -> None:
        click.echo(both)

    assert [p.name for p in command.params] == ["a", "b"]
    assert CliRunner().invoke(command, ["--b", "2"]).output == "{'a': None, 'b': '2'}\n"
