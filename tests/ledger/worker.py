"""Run by the tests in processes of their own: ``python -m tests.ledger.worker ACTION URL FROM TO``.

``write`` appends the readings of those numbers and says each; ``read`` looks until all are there,
and says how many looks found something torn.
"""

import sys
import time
from typing import Any

from dateline.ledger.store import Ledger
from tests.ledger import factory


def many(n: int) -> Any:
    """The ``n``-th reading: large enough that a kill may fall into its transaction."""
    return factory.reading(n, events=8)


def write(url: str, first: int, last: int) -> None:
    """Appends readings ``first`` to ``last``, the last excluded."""
    with Ledger.open(url) as ledger:
        ledger.begin_run(factory.RUN)
        for n in range(first, last):
            ledger.append(
                many(n),
                run_id=factory.RUN.id,
                signature=(n, n + 1),
                bands=(f"b{n}", "all"),
                copies=[(many(n - 1).report.id, 0.9)] if n % 2 and n > first else [],
            )
            sys.stdout.write(f"{n}\n")
            sys.stdout.flush()


def read(url: str, first: int, last: int) -> None:
    """Reads until ``last - first`` reports are there."""
    end = time.monotonic() + 60
    reports = torn = looks = 0
    with Ledger.open(url) as ledger:
        while time.monotonic() < end:
            looks += 1
            mentions = ledger.mentions()
            reports = len({m.report.id for m in mentions})
            torn += len(mentions) != 8 * reports
            torn += any(len(m.event.claims) != 3 for m in mentions)
            if reports == last - first:
                break
    sys.stdout.write(f"{reports} {torn} {looks}\n")


if __name__ == "__main__":
    {"write": write, "read": read}[sys.argv[1]](sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
