import subprocess
import sys

import click
import pytest

from dateline.cli import COMMANDS, LEDGER, UNSOUND, USAGE, exit_code, group
from dateline.errors import (
    DatelineError,
    LedgerError,
    LedgerTooNew,
    ReportError,
    ResourceError,
    UsageError,
    Where,
)
from tests.cli.calls import Call

HEAVY = ("sqlalchemy", "trafilatura", "pyarrow", "datasketch", "rich", "scipy", "numpy")
GROUPS = {"bench"}
WITHOUT_JSON = {"export"}


def command(name: str) -> click.Command:
    found = group.get_command(click.Context(group), name)
    assert found is not None
    return found


def under(name: str) -> list[click.Command]:
    """A command, or those of a group."""
    found = command(name)
    return list(found.commands.values()) if isinstance(found, click.Group) else [found]


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_gives_the_first_line_of_each_commands_own_help(name: str) -> None:
    own = command(name).help or ""
    assert " ".join(own.split("\n\n")[0].split()) == COMMANDS[name]
    assert command(name).name == name


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_teaches_with_an_example(name: str) -> None:
    for found in [command(name), *under(name)]:
        assert found.help is not None
        assert "Examples:\n" in found.help
        assert f"dateline {name}" in found.help


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_has_help(name: str) -> None:
    for found in under(name):
        options = [p for p in found.params if isinstance(p, click.Option)]
        assert [o.name for o in options if not o.help] == []


@pytest.mark.parametrize("name", sorted(set(COMMANDS) - WITHOUT_JSON))
def test_every_command_prints_json_if_asked(name: str) -> None:
    for found in under(name):
        assert "--json" in [opt for p in found.params for opt in p.opts]


@pytest.mark.parametrize("name", ["add", "incidents", "incident", "sql", "export", "doctor"])
def test_every_command_on_a_ledger_takes_its_address(name: str) -> None:
    assert "--ledger" in [opt for p in command(name).params for opt in p.opts]


def test_help_is_quick_for_it_imports_nothing_heavy() -> None:
    code = (
        "import sys; sys.argv = ['dateline', '--help']\n"
        "from dateline.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        f"print([n for n in {HEAVY} if n in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"
    for name in COMMANDS:
        assert f"  {name} " in done.stdout


def test_the_version_is_told(call: Call) -> None:
    done = call("--version")
    assert (done.code, done.out.split()[0]) == (0, "dateline,")


def test_an_unknown_command_is_a_wrong_call(call: Call) -> None:
    done = call("predict")
    assert done.code == USAGE
    assert "No such command 'predict'" in done.err


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (UsageError("x"), USAGE),
        (ReportError(Where("a.txt"), "x"), USAGE),
        (LedgerError("x"), LEDGER),
        (LedgerTooNew("x"), LEDGER),
        (ResourceError("x"), UNSOUND),
        (DatelineError("x"), UNSOUND),
    ],
)
def test_every_error_has_its_exit_code(error: DatelineError, code: int) -> None:
    assert exit_code(error) == code


def test_ctrl_c_ends_with_130_and_one_line(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("dateline.cli.doctor_command._checks", interrupted)
    done = call("doctor")
    assert done.code == 130
    assert done.err.strip().splitlines()[-1].startswith("interrupted")


def test_a_reader_that_closes_the_pipe_is_no_error() -> None:
    shell = f"{sys.executable} -m dateline --help | head -1"
    done = subprocess.run(["bash", "-c", shell], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("Usage:")
    assert done.stderr == ""
