"""Runs ``dateline`` as its users do: as a process of its own, in a folder."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ENVIRONMENT = {
    name: value
    for name, value in os.environ.items()
    if not name.startswith(("DATELINE_", "PYTEST_"))
} | {"COLUMNS": "200"}


@dataclass(frozen=True)
class Shell:
    """A folder to run commands in."""

    folder: Path

    def start(self, *arguments: object) -> subprocess.Popen[str]:
        """A command left running."""
        return subprocess.Popen(
            [sys.executable, "-m", "dateline", *map(str, arguments)],
            cwd=self.folder,
            env=ENVIRONMENT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def __call__(self, *arguments: object) -> subprocess.CompletedProcess[str]:
        """A command run to its end."""
        running = self.start(*arguments)
        out, err = running.communicate(timeout=120)
        assert "Traceback" not in err, err
        return subprocess.CompletedProcess(running.args, running.returncode, out, err)

    def json(self, *arguments: object) -> Any:
        """What a command prints with ``--json``."""
        done = self(*arguments, "--json")
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)
