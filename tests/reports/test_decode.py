import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import ReportError, Where
from dateline.reports.decode import clean, decode, detect, is_utf8, require_text

HERE = Where("a.txt")
RUSSIAN = "Ночью беспилотники подожгли склад зерна в порту, сообщил губернатор."
FRENCH = "Près de la préfecture, un dépôt d’essence a brûlé – « rien à signaler »."


@pytest.mark.parametrize(
    ("characters", "codec"),
    [
        (RUSSIAN, "utf-8"),
        (RUSSIAN, "utf-8-sig"),
        (RUSSIAN, "utf-16"),
        (RUSSIAN, "utf-32"),
        ("The depot burned all night long.", "utf-16-le"),
        ("The depot burned all night long.", "utf-16-be"),
        (RUSSIAN, "cp1251"),
        (FRENCH, "cp1252"),
        ("احترق المستودع طوال الليل", "utf-8"),
    ],
)
def test_encodings_are_told(characters: str, codec: str) -> None:
    assert decode(characters.encode(codec), HERE) == characters


@pytest.mark.parametrize(
    "head",
    ['<?xml version="1.0" encoding="{}"?>', '<meta charset="{}">',
     '<meta http-equiv="Content-Type" content="text/html; charset={}">'],
)  # fmt: skip
def test_declared_encodings_count(head: str) -> None:
    page = head.format("iso-8859-2") + "Pożar w składzie"
    assert "Pożar" in decode(page.encode("iso-8859-2"), HERE)


def test_utf8_stands_over_a_wrong_declaration() -> None:
    assert "é" in decode('<meta charset="iso-8859-1">é'.encode(), HERE)


def test_latin_1_means_windows_1252() -> None:
    assert "“" in decode(b'<meta charset="iso-8859-1">\x93fire\x94', HERE)


def test_ascii_looking_declared_encodings_are_believed() -> None:
    page = '<meta charset="iso-2022-jp">火災'.encode("iso-2022-jp")
    assert "火災" in decode(page, HERE)


def test_a_forced_encoding_stands_over_all() -> None:
    assert decode(RUSSIAN.encode("koi8-r"), HERE, forced="koi8-r") == RUSSIAN


def test_a_forced_encoding_that_does_not_fit_names_the_line() -> None:
    with pytest.raises(ReportError, match=r"a\.txt:2: byte 0xff") as raised:
        decode(b"one\n\xff", HERE, forced="utf-8")
    assert "option encoding" in raised.value.remedy


@pytest.mark.parametrize("name", ["no-such-codec", "zlib", "rot13", "\x00"])
def test_an_unknown_encoding_is_refused(name: str) -> None:
    with pytest.raises(ReportError, match="no text encoding"):
        detect(b"text", HERE, forced=name)


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b"%PDF-1.7\n...", "a PDF"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"\x7fELF\x02", "a program"),
        (bytes(range(256)) * 8, "binary data"),
    ],
)
def test_binary_is_refused(raw: bytes, kind: str) -> None:
    with pytest.raises(ReportError, match=kind):
        decode(raw, HERE)


def test_bytes_of_no_code_page_are_refused() -> None:
    with pytest.raises(ReportError, match="cp1252"):
        decode(b"caf\x81 and more of it", HERE)


def test_cleaning_drops_nul_and_lone_surrogates_only() -> None:
    assert clean("\ufeffa\x00b\ud800c\x07\x1b\u200fd") == "abc\x07\x1b\u200fd"


@pytest.mark.parametrize("characters", ["", " \n\t", "\x07", "\u200f\u200b", "—"])
def test_a_text_without_words_is_refused(characters: str) -> None:
    with pytest.raises(ReportError, match=r"a\.txt"):
        require_text(characters, HERE)


def test_a_character_cut_off_at_the_end_is_still_utf8() -> None:
    assert is_utf8("склад".encode()[:-1])
    assert not is_utf8("склад".encode()[1:])


@pytest.mark.law
@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"])))
def test_utf8_comes_back(characters: str) -> None:
    raw = characters.encode()
    try:
        found = decode(raw, HERE)
    except ReportError:
        assert raw.startswith((b"%PDF", b"GIF8", b"PAR1", b"BZh"))
        return
    assert found == characters.removeprefix("\ufeff")


@pytest.mark.law
@given(st.binary(max_size=200))
def test_any_bytes_decode_or_are_refused(raw: bytes) -> None:
    try:
        found = decode(raw, HERE)
    except ReportError:
        return
    found.encode()  # no lone surrogate is left
    assert "\x00" not in found
