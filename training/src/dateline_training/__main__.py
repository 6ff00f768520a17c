"""``python -m dateline_training train CONFIG …``, ``export CONFIG …`` and ``ablate CONFIG …``."""

import argparse
import logging
from pathlib import Path

from dateline_training.ablate import ablate, table
from dateline_training.config import load
from dateline_training.ship import ship
from dateline_training.train import run

_LOG = logging.getLogger("dateline_training")


def main() -> None:
    """Run a command."""
    parser = argparse.ArgumentParser(prog="dateline_training", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, told in (
        ("train", "train as a configuration says; an interrupted run is gone on with"),
        ("export", "calibrate the run's best weights and write them as the package carries them"),
        ("ablate", "short runs with one group of corpora left out of each; prints what each adds"),
    ):
        command = commands.add_parser(name, help=told, description=told)
        command.add_argument("config", type=Path, help="a file of training/configs")
        command.add_argument(
            "--data",
            type=Path,
            action="append",
            required=True,
            help="a folder that the corpora's files stand below; may be given again",
        )
        command.add_argument("--out", type=Path, required=True, help="folder of the run")
        if name == "export":
            command.add_argument("--to", type=Path, required=True, help="folder of the package")
        if name == "ablate":
            command.add_argument(
                "--without",
                action="append",
                required=True,
                help="corpora that one run leaves out, with + between them; may be given again",
            )
            command.add_argument(
                "--rounds", type=float, default=0.4, help="rounds of each run (default 0.4)"
            )
    given = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    config = load(given.config)
    if given.command == "train":
        _LOG.info("best weights: %s", run(config, given.data, given.out))
    elif given.command == "ablate":
        groups = [names.split("+") for names in given.without]
        found = ablate(config, groups, given.rounds, given.data, given.out)
        _LOG.info("%s", table(found, config.watch))
    else:
        _LOG.info("model card: %s", ship(config, given.data, given.out, given.to))


if __name__ == "__main__":
    main()
