"""From bytes to characters: which encoding, and what is no text at all."""

import codecs
import re

from dateline.errors import ReportError, Where

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with the other's
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\x1f\x8b", "gzip data"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
    (b"PAR1", "Parquet data"),
    (b"BZh", "bzip2 data"),
    (b"\xfd7zXZ", "xz data"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
)
_TEXT_CONTROLS = frozenset(b"\t\n\v\f\r\x1b\x1a")
_SAMPLE = 64 * 1024
_STATEFUL = ("iso2022", "hz", "utf7")  # all ASCII bytes, so UTF-8 would read them as rubbish
_DECLARED = re.compile(
    rb"""(?:<\?xml[^>]{0,200}?\bencoding\s*=\s*|<meta[^>]{0,300}?\bcharset\s*=\s*)["']?\s*([A-Za-z0-9_.:-]+)""",
    re.IGNORECASE,
)
_DROPPED = re.compile(r"[\x00\ud800-\udfff]")
_HIGH_RUN = re.compile(rb"[\xa8\xb8\xc0-\xff]+")

REMEDY_ENCODING = "Save it as UTF-8, or name its encoding (option encoding)."


def decode(
    raw: bytes, where: Where, *, forced: str | None = None, declared: str | None = None
) -> str:
    """The characters of a whole file, cleaned (:func:`clean`).

    Raises:
        ReportError: if it is binary or can't be decoded.
    """
    encoding = detect(raw, where, forced=forced, declared=declared)
    try:
        return clean(raw.decode(encoding))
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise ReportError(
            Where(where.path, where.member, line, where.field),
            f"byte {raw[error.start]:#04x} at offset {error.start} is not {encoding}.",
            REMEDY_ENCODING,
        ) from error


def detect(
    raw: bytes, where: Where, *, forced: str | None = None, declared: str | None = None
) -> str:
    """The name of the codec for ``raw``, a whole file or the head of one.

    In order: ``forced``; a byte order mark; a declared stateful encoding (ISO-2022, …), which
    is all ASCII bytes; UTF-8 if it holds throughout, for text in another encoding almost never
    does; ``declared``, or what an HTML or XML head declares; and last a guess between the two
    Windows code pages this kind of report comes in. The guess: in Cyrillic text high bytes come in
    words, in West European text singly between ASCII letters, so if at least half of the high
    letters stand in runs of three or more it is cp1251, else cp1252.

    Raises:
        ReportError: if it is binary, or ``forced`` is no codec.
    """
    if forced is not None:
        return _codec(forced, where)
    marked = next((encoding for mark, encoding in _BOMS if raw.startswith(mark)), None)
    if marked or (marked := _wide(raw)):
        return marked
    _refuse_binary(raw, where)
    named = _known(declared or _declared(raw))
    if named is not None and named.replace("-", "").replace("_", "").startswith(_STATEFUL):
        return named
    if is_utf8(raw):
        return "utf-8"
    return named if named and named != "utf-8" else _code_page(raw)


def is_utf8(raw: bytes) -> bool:
    """Whether ``raw`` is UTF-8; a character cut off at its end is let pass (it may be a head)."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(raw)
    except UnicodeDecodeError:
        return False
    return True


def clean(characters: str) -> str:
    """Without NUL, lone surrogates and a leading byte order mark; all else as given.

    NUL ends a string in some databases and lone surrogates can't be stored as UTF-8; neither ever
    means anything in a report. Other control characters stay: spans count the report's own
    characters, and the text stage maps them away.
    """
    return _DROPPED.sub("", characters.removeprefix("\ufeff"))


def require_text(characters: str, where: Where) -> str:
    """``characters``, if anything is there to read.

    Raises:
        ReportError: if they are empty or only white space and invisible characters.
    """
    if not any(c.isalnum() for c in characters):
        found = "empty" if not characters else "there is no letter or digit in the text"
        raise ReportError(where, f"{found}.", "A report needs a text; leave it out or fill it in.")
    return characters


def _codec(name: str, where: Where) -> str:
    found = _known(name)
    if found is None:
        raise ReportError(
            where, f"{name!r} is no text encoding.", "Name one Python knows, as utf-8 or cp1251."
        )
    return found


def _known(name: str | None) -> str | None:
    """The codec's own name; None for what Python lacks or what is no text encoding (``zlib``)."""
    if name is None:
        return None
    try:
        found = codecs.lookup(name.strip())
        "".encode(found.name)  # bytes-to-bytes codecs refuse
    except (LookupError, UnicodeError, ValueError):
        return None
    # Pages say Latin-1 and mean cp1252 (the WHATWG encoding standard reads it so).
    return "cp1252" if found.name in {"iso8859-1", "ascii"} else found.name


def _declared(raw: bytes) -> str | None:
    found = _DECLARED.search(raw[:4096])
    return found.group(1).decode("ascii") if found else None


def _wide(raw: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of a mostly Latin text is NUL."""
    sample = raw[:4096]
    if len(sample) < 4 or len(sample) % 2:
        sample = sample[:-1]
    half = len(sample) // 2
    if not half:
        return None
    even, odd = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    if odd > 0.4 and even < 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 and odd < 0.05 else None


def _refuse_binary(raw: bytes, where: Where) -> None:
    remedy = "Give text, HTML, JSON Lines, CSV or a feed, plain or in a .zip, .gz or .tar.gz."
    for magic, kind in _MAGIC:
        if raw.startswith(magic):
            raise ReportError(where, f"this is {kind}, not text.", remedy)
    sample = raw[:_SAMPLE]
    controls = sum(1 for byte in sample if byte < 32 and byte not in _TEXT_CONTROLS)
    if controls > len(sample) * 0.02 + 4:
        raise ReportError(where, "this is binary data, not text.", remedy)


def _code_page(raw: bytes) -> str:
    runs = [len(run) for run in _HIGH_RUN.findall(raw[:_SAMPLE])]
    in_words = sum(length for length in runs if length >= 3)
    return "cp1251" if runs and in_words * 2 >= sum(runs) else "cp1252"
