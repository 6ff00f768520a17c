"""Lines ``Name: value``, as header blocks and ``.meta`` sidecars hold them."""

import re

from dateline.lexicon.columns import fold_column

_LINE = re.compile(r"(?P<name>[A-Za-z][A-Za-z _-]{0,30}):[ \t]*(?P<value>.*)")
_MOST_LINES = 40


def header_fields(block: str) -> dict[str, str] | None:
    """Folded names to values; None if a line is of another form.

    Quotation marks round a value, as YAML allows them, are taken off; blank lines, ``#`` comments
    and ``---`` marks are passed over. A name given twice keeps its first value.
    """
    found: dict[str, str] = {}
    lines = block.splitlines()
    if len(lines) > _MOST_LINES:
        return None
    for line in lines:
        stripped = line.strip()
        if not stripped or stripped.startswith("#") or stripped == "---":
            continue
        match = _LINE.fullmatch(stripped)
        if match is None:
            return None
        value = match["value"].strip()
        if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
            value = value[1:-1]
        found.setdefault(fold_column(match["name"]), value)
    return found or None
