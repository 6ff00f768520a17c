"""Files that are whole or not there."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from dateline.errors import UsageError


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A binary file that takes the place of ``path`` when the block ends well.

    It is written beside ``path`` under another name first; if the block raises, ``path`` stays as it was.

    Raises:
        UsageError: if the folder can't be written to, or ``path`` is a folder.
    """
    if path.is_dir():
        raise UsageError(f"{path} is a folder; give the name of a file to write")
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    except OSError as error:
        raise UsageError(
            f"can't write in {path.parent} ({error.strerror}); give a folder that exists and may be written to"
        ) from error
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        part.chmod(0o666 & ~_umask())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _umask() -> int:
    """The process's mask; the only portable way to read it is to set it."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
