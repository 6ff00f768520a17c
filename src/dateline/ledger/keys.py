"""Names of the ledger's rows, made from content, and the folding of speakers' names."""

import unicodedata

from dateline.model.ids import content_id


def reading_id(report_id: str, reader: str) -> str:
    """``g_`` + hash: one reading a report and reader."""
    return content_id("g", report_id, reader)


def event_id(report_id: str, reader: str, key: str) -> str:
    """``e_`` + hash: the id of :class:`dateline.model.incidents.Mention`."""
    return content_id("e", report_id, reader, key)


def claim_id(event: str, n: int) -> str:
    """``c_`` + hash: the ``n``-th claim (from 0) of an event mention."""
    return content_id("c", event, n)


def position_id(reading: str, n: int) -> str:
    """``p_`` + hash: the ``n``-th position (from 0) of a reading."""
    return content_id("p", reading, n)


def speaker_id(folded: str, kind: str) -> str:
    """``s_`` + hash: a speaker across reports, by folded name and kind."""
    return content_id("s", folded, kind)


def fold(name: str) -> str:
    """``name`` without case, accents and doubled spaces, so that spellings of one name meet."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return " ".join(plain.casefold().split())
