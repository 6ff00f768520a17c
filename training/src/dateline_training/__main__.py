"""``python -m dateline_training train CONFIG …`` and ``export CONFIG …``."""

import argparse
import logging
from pathlib import Path

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
    given = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    config = load(given.config)
    if given.command == "train":
        _LOG.info("best weights: %s", run(config, given.data, given.out))
    else:
        _LOG.info("model card: %s", ship(config, given.data, given.out, given.to))


if __name__ == "__main__":
    main()
