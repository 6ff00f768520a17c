"""Plain text of the bits of HTML that feeds carry."""

import re
from html.parser import HTMLParser

_BLOCKS = frozenset(
    [
        "p",
        "div",
        "br",
        "li",
        "ul",
        "ol",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "tr",
        "table",
        "section",
        "article",
        "header",
        "footer",
        "figure",
        "hr",
        "dd",
        "dt",
    ]
)
_SILENT = frozenset(
    ["script", "style", "noscript", "template", "figcaption", "svg", "iframe", "head", "title"]
)
_LOOKS_LIKE_MARKUP = re.compile(r"<[a-zA-Z/!][^>]*>|&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]+\d*);")
# The standard parser raises on a marked section with a wrong word in it.
_MARKED = re.compile(r"<!\[[^\[>]*[\[>]?|\]\]>")
_SPACES = re.compile(r"[ \t\r\f\v]*\n[ \t\r\f\v]*|[ \t\r\f\v]+")
_GAPS = re.compile(r"\n{2,}")


class _Text(HTMLParser):
    """Collects character data; block tags end paragraphs."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 -- the base class's signature
        if tag in _SILENT:
            self._silent += 1
        elif tag in _BLOCKS:
            self.parts.append("\n\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in _BLOCKS:
            self.parts.append("\n\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(re.sub(r"\s", " ", data))


def without_marked_sections(html: str) -> str:
    """HTML without ``<![CDATA[`` … ``]]>`` and ``<![if …]>``; what they enclose stays."""
    return _MARKED.sub("", html)


def strip_markup(characters: str) -> str:
    """The words of a bit of HTML, paragraphs parted by blank lines; plain text is given as it is.

    Scripts, styles and captions are left out. Tags that never close do no harm.
    """
    if not _LOOKS_LIKE_MARKUP.search(characters):
        return characters.strip()
    parser = _Text()
    parser.feed(without_marked_sections(characters))
    parser.close()
    joined = _SPACES.sub(lambda m: "\n" if "\n" in m.group() else " ", "".join(parser.parts))
    return _GAPS.sub("\n\n", joined).strip()
