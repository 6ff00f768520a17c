"""The commands, one file each."""


def main() -> None:
    """Entry point of the ``dateline`` command."""
