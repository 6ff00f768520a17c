"""Write the reference of the commands from their own help.

python scripts/build_cli_docs.py           write docs/cli.md
python scripts/build_cli_docs.py --check   exit 1 if it differs from what it would write
"""

import argparse
import sys
from collections.abc import Iterator

import click
from pages import ROOT, keep

from dateline.cli import COMMANDS, group

TARGET = ROOT / "docs" / "cli.md"
WIDTH = 100

HEAD = """# Commands

The help of every command, as `dateline COMMAND --help` prints it. This page is written by `scripts/build_cli_docs.py`; change the
commands, not the page. For a tour with real output see [the README](../README.md#a-tour); for the same from Python, [python.md](python.md).
"""


def page() -> str:
    """The whole page: the group, then every command in the order of the work."""
    parts = [HEAD, *_section("dateline", group, None, 2)]
    return "\n".join(parts)


def _section(
    name: str, command: click.Command, parent: click.Context | None, level: int
) -> Iterator[str]:
    context = click.Context(
        command,
        info_name=name.rsplit(maxsplit=1)[-1],
        parent=parent,
        terminal_width=WIDTH,
        max_content_width=WIDTH,
        help_option_names=["-h", "--help"],
    )
    lines = [line.rstrip() for line in command.get_help(context).splitlines()]
    yield f"{'#' * level} {name}\n\n```text\n" + "\n".join(lines) + "\n```\n"
    if isinstance(command, click.Group):
        names = COMMANDS if command is group else command.list_commands(context)
        for each in names:
            under = command.get_command(context, each)
            if under is not None:
                yield from _section(f"{name} {each}", under, context, level)


def main() -> int:
    """Write or check; the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--check", action="store_true", help="write nothing; fail if the page is out of date"
    )
    check: bool = parser.parse_args().check
    return keep(TARGET, page(), "build_cli_docs.py", check=check)


if __name__ == "__main__":
    sys.exit(main())
