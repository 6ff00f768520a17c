"""The commands, one file each; this module only finds them.

Exit codes, the same for every command:

===  =======================================================================
0    done
1    done, but some of the input was refused (each told on standard error)
2    the call itself can't be used (unknown option, bad argument)
3    the ledger can't be opened, read or written
4    what was asked for is not there, or the name given fits several
5    the installation is not sound: ``dateline doctor`` says what is amiss
6    the output can't be written (full disk, …)
130  interrupted; everything committed so far is kept
===  =======================================================================
"""

import errno
import os
import sys
from importlib import import_module

import click

from dateline import __version__
from dateline.errors import DatelineError, InputError, LedgerError

REFUSED, USAGE, LEDGER, NOT_FOUND, UNSOUND, OUTPUT, INTERRUPTED = 1, 2, 3, 4, 5, 6, 130

_UNWRITABLE = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EROFS}

COMMANDS: dict[str, str] = {
    "read": "Read reports and print what they say; store nothing.",
    "add": "Read reports into the ledger.",
    "incidents": "List incidents: what happened, where, when, by how many accounts.",
    "incident": "Show one incident: every field's values side by side, with who says so.",
    "claims": "List claims: one value, one speaker, one stretch of words.",
    "positions": "List what speakers hold about issues of the conflict.",
    "sources": "List speakers and how much rests on each.",
    "report": "Show one report with its spans marked.",
    "search": "Search reports and claims for words.",
    "export": "Write the record to a file: csv, jsonl, geojson, parquet.",
    "sql": "Ask the ledger's database a read-only question.",
    "doctor": "Check that everything Dateline needs is here and sound.",
    "bench": "Measure the reader on coded reports, and its speed.",
}
"""Every command with the first line of its help; the module of a command is loaded when it is called."""


class Commands(click.Group):
    """Loads a command's module only when it is called, so that ``dateline --help`` is quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, in the order of the work."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, its module imported now."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"dateline.cli.{cmd_name}_command").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, from the table rather than from their modules."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(__version__, prog_name="dateline")
def group() -> None:
    """Read dated news reports of attacks and keep the record: what happened, who says so, how surely, where accounts differ.

    \b
    Try:
      dateline read report.txt            what one report says, value by value
      dateline add reports/               read a folder into dateline.db
      dateline incidents                  what happened, by how many accounts
      dateline incident i_1a2b            one incident, every account side by side

    The ledger is dateline.db in this folder unless --ledger or the variable DATELINE_LEDGER names another (a path, or a
    postgresql:// address). Every command but export prints JSON with --json.

    \b
    Exit codes:
      0    done
      1    done, but some of the input was refused (each told on standard error)
      2    the call itself can't be used (unknown option, bad argument)
      3    the ledger can't be opened, read or written
      4    what was asked for is not there, or the name given fits several
      5    the installation is not sound: dateline doctor says what is amiss
      6    the output can't be written (full disk, …)
      130  interrupted; everything committed so far is kept
    """


def main() -> None:
    """Entry point of the ``dateline`` command: errors become one line and an exit code."""
    try:
        # Click returns the code of an Exit where it is not told to end the process itself.
        code = group.main(standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("interrupted; everything committed so far is kept", err=True)
        sys.exit(INTERRUPTED)
    except DatelineError as error:
        click.echo(f"dateline: {_on_one_line(str(error))}", err=True)
        sys.exit(exit_code(error))
    except OSError as error:
        if error.errno not in _UNWRITABLE:
            raise
        click.echo(f"dateline: the output can't be written: {error.strerror or error}", err=True)
        # What is still waiting to be written would fail again, with a traceback, when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.__stdout__.fileno() if sys.__stdout__ else 1)
        sys.exit(OUTPUT)
    sys.exit(code if isinstance(code, int) else 0)


def exit_code(error: DatelineError) -> int:
    """The exit code an error stands for."""
    if isinstance(error, LedgerError):
        return LEDGER
    return USAGE if isinstance(error, InputError) else UNSOUND


def _on_one_line(message: str) -> str:
    """Without control characters: a message may repeat what stands in a file."""
    return " ".join("".join(c if c.isprintable() else " " for c in message).split())
