from dataclasses import fields
from pathlib import Path

from dateline.settings import Settings, from_environment


def test_nothing_set_gives_the_defaults() -> None:
    assert from_environment({}) == Settings()
    assert from_environment({"DATELINE_LEDGER": "", "DATELINE_GAZETTEER": ""}) == Settings()
    assert Settings().ledger == "dateline.db"


def test_the_environment_is_read() -> None:
    given = {"DATELINE_LEDGER": "postgresql://desk/x", "DATELINE_GAZETTEER": "names.db"}
    assert from_environment(given) == Settings(
        ledger="postgresql://desk/x", gazetteer=Path("names.db")
    )


def test_every_setting_has_its_variable_and_help() -> None:
    for setting in fields(Settings):
        assert setting.metadata["env"].startswith("DATELINE_")
        assert setting.metadata["help"]
