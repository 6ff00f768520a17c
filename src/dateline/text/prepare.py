"""A report's text made ready to read."""

from dateline.model.texts import Text
from dateline.text.dateline import find_dateline
from dateline.text.normalise import normalise
from dateline.text.paragraphs import find_paragraphs
from dateline.text.quotes import find_quotations
from dateline.text.sentences import find_sentences
from dateline.text.tokens import tokenise


def prepare(characters: str) -> Text:
    """Normalise, cut and pair; takes time linear in the length.

    Args:
        characters: the text of a report as given; may be empty.

    Returns:
        The text whose sentences together hold every token, and whose tokens hold every character of
        the body but white space.
    """
    body, offsets = normalise(characters)
    paragraphs = find_paragraphs(body)
    tokens = tokenise(body)
    quotations = find_quotations(body, paragraphs)
    dateline = find_dateline(body, paragraphs)
    sentences = find_sentences(
        body,
        tokens,
        paragraphs,
        closing={q.inner.end for q in quotations if q.closed},
        opening_line=dateline.span if dateline else None,
    )
    return Text(
        source=characters,
        body=body,
        offsets=offsets,
        paragraphs=paragraphs,
        sentences=sentences,
        tokens=tokens,
        quotations=quotations,
        dateline=dateline,
    )
