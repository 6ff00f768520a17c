"""Full text search over reports and claims.

All words must be there; words between double quotes stand next to each other; case, accents and
English endings do not matter. No sign has another meaning, so that any input is a query.
"""

import re

from sqlalchemy import Connection, TextClause, text

from dateline.ledger import heads
from dateline.ledger.columns import from_storable, to_storable
from dateline.ledger.values import Hit, Piece

_OPENING, _CLOSING = "\x02", "\x03"
_PARTS = re.compile(r'"([^"]*)"?|([^\s"]+)')
_WORDS = re.compile(r"[^\W_]+")
_MOST_WORDS = 32
_SNIPPET_WORDS = 24

_SQLITE_REPORTS = text(f"""
SELECT r.id AS report_id, NULL AS claim_id, NULL AS event_id,
       snippet(report_search, -1, :opening, :closing, ' … ', {_SNIPPET_WORDS}) AS words
FROM report_search JOIN reports r ON r.seq = report_search.rowid
WHERE report_search MATCH :query
ORDER BY bm25(report_search), r.published IS NULL, r.published, r.id LIMIT :most
""")  # noqa: S608 -- only constants are put in

_SQLITE_CLAIMS = text(f"""
SELECT g.report_id, c.id AS claim_id, c.event_id,
       snippet(claim_search, -1, :opening, :closing, ' … ', {_SNIPPET_WORDS}) AS words
FROM claim_search JOIN claims c ON c.seq = claim_search.rowid
JOIN events e ON e.id = c.event_id
JOIN v_current g ON g.id = e.reading_id JOIN reports r ON r.id = g.report_id
WHERE claim_search MATCH :query
ORDER BY bm25(claim_search), r.published IS NULL, r.published, r.id, e.n, c.n LIMIT :most
""")  # noqa: S608 -- only constants are put in

_POSTGRESQL_REPORTS = """
SELECT r.id AS report_id, NULL AS claim_id, NULL AS event_id,
       left(coalesce(r.title, '') || ' ' || r.text, 250000) AS words
FROM reports r, (SELECT {query} AS query) q
WHERE r.search_words @@ q.query
ORDER BY ts_rank(r.search_words, q.query) DESC, r.published NULLS LAST, r.id COLLATE "C" LIMIT :most
"""

_POSTGRESQL_CLAIMS = """
SELECT g.report_id, c.id AS claim_id, c.event_id, left(c.text, 250000) AS words
FROM claims c JOIN events e ON e.id = c.event_id JOIN v_current g ON g.id = e.reading_id
JOIN reports r ON r.id = g.report_id, (SELECT {query} AS query) q
WHERE c.search_words @@ q.query
ORDER BY ts_rank(c.search_words, q.query) DESC, r.published NULLS LAST, r.id COLLATE "C", e.n, c.n
LIMIT :most
"""

# The snippets are made of the rows that are left, not of all that match.
_POSTGRESQL_SNIPPETS = f"""
SELECT f.report_id, f.claim_id, f.event_id, ts_headline('english', f.words, {{query}},
       'StartSel="' || :opening || '", StopSel="' || :closing || '", MaxWords={_SNIPPET_WORDS},'
       ' MinWords=12, ShortWord=0') AS words
FROM ({{found}}) f
"""  # noqa: S608 -- only constants and names of parameters are put in


def phrases(words: str) -> tuple[str, ...]:
    """What is searched for: words, and stretches of words between double quotes.

    Letters and digits only; at most 32 of them, the rest is passed over.
    """
    found = []
    for quoted, single in _PARTS.findall(to_storable(words)):
        parts = _WORDS.findall(quoted or single)
        found += [" ".join(parts)] if parts else []
    return tuple(found[:_MOST_WORDS])


def search(connection: Connection, words: str, limit: int) -> tuple[Hit, ...]:
    """Reports, then claims, that hold all of ``words``, best first; at most ``limit`` of each."""
    wanted = phrases(words)
    if not wanted or limit < 1:
        return ()
    marks = {"opening": _OPENING, "closing": _CLOSING, "most": limit}
    if connection.dialect.name == "sqlite":
        query = " ".join(f'"{phrase}"' for phrase in wanted)
        statements, given = (_SQLITE_REPORTS, _SQLITE_CLAIMS), {**marks, "query": query}
    else:
        named = {f"p{n}": phrase for n, phrase in enumerate(wanted)}
        both = " && ".join(f"phraseto_tsquery('english', :{name})" for name in named)
        statements = (_snippets(_POSTGRESQL_REPORTS, both), _snippets(_POSTGRESQL_CLAIMS, both))
        given = {**marks, **named}
    rows = [row for each in statements for row in connection.execute(each, given)]
    every = {head.id: head for head in heads.report_heads(connection)} if rows else {}
    return tuple(
        Hit(
            report=every[row.report_id],
            claim_id=row.claim_id,
            event_id=row.event_id,
            pieces=_pieces(from_storable(row.words)),
        )
        for row in rows
    )


def _snippets(found: str, query: str) -> TextClause:
    return text(_POSTGRESQL_SNIPPETS.format(found=found.format(query=query), query=query))


def _pieces(words: str) -> tuple[Piece, ...]:
    found = []
    for n, part in enumerate(words.split(_OPENING)):
        inside, mark, after = part.partition(_CLOSING) if n else ("", "", part)
        if n and not mark:
            inside, after = "", part
        found += [Piece(inside, found=True)] if inside else []
        found += [Piece(after, found=False)] if after else []
    return tuple(found)
