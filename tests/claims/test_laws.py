"""Laws that hold for every text, sensible or not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.claims import OUTLET, Reading
from dateline.model.spans import Span
from tests.claims.world import read_invented

PIECES = st.sampled_from(
    ["Drones ", "missiles ", "hit ", "attacked ", "shot down ", "an oil depot ", "a school ", "in Northford ", "in Oston ", "in Ruritania ", "Grenmarkian ",
     "Grenmark ", "on Monday ", "overnight ", "killing two people ", "No one was hurt ", "between 5 and 7 ", "dozens ", "were wounded ", "was destroyed ",
     "fire ", "Governor Jana Brel ", "the army ", "officials in Veldt ", "she ", "it ", "said ", "claimed responsibility ", "denied ", "that ", "according to ",
     "citing ", "told Reuters ", "declined to comment ", "condemned the attack ", "legitimate targets ", "reportedly ", "if ", "not ", "no ", "as ", "and ", "tried to ",
     "blow up ", "death toll ", "rose to ", "without ", "whether ", "'s ", "’s ", "of ", "the ", "which ", ", ", ". ", "! ", "? ", "; ", "— ", "… ", "\n", "\n\n", "\r\n",
     "“", "”", '"', "‘", "’", "(", ")", "$", "%", "/", "-", "12 ", "1,000 ", "2024-05-06 ", "\u200b", "\ufeff", "e\u0301", "\x00", "ﬁre ", "😀 ", "İ ", "ẞ ", "À LA ",
     "MARWICK, 2 April (AFP) — "]
)  # fmt: skip
SENTENCES = st.sampled_from(
    ["Grenmarkian drones hit an oil depot in Northford on Monday, killing two people and wounding a child. ",
     "“No one was hurt,” Governor Jana Brel said. ", "“Fires broke out at two sites.\n\n“Nobody was hurt,” she wrote on Telegram. ",
     "A source in the coast guard confirmed to AFP that a tanker was hit. ", "The agency reported, citing officials, that missiles struck Marwick. ",
     "Officials in Veldt and Oston said the strikes damaged depots. ", "Air defences shot down three drones over Veldt and two over Oston, the army said. ",
     "Grenmark denied responsibility for the attack. ", "It said it had struck an airbase in Marwick. ", "Another attack hit Oston on Tuesday. ",
     "Ruritania hit Marwick and Grenmark shelled Northford. ", "Minister Lea Rand condemned the strikes; she called for more weapons. ",
     "Grenmark regularly attacks mills. ", "The death toll rose to 12. ", "It was not known whether anyone was hurt. ", "Rebels tried to blow up a bridge in Millbank. "]
)  # fmt: skip
TEXTS = st.one_of(
    st.lists(st.one_of(SENTENCES, SENTENCES, PIECES), max_size=12).map("".join),
    st.lists(PIECES, max_size=40).map("".join),
    st.lists(st.one_of(PIECES, st.text(max_size=6)), max_size=20).map("".join),
)
SPORTS = "\n\nThe Harbour Rovers won the regional football cup after extra time."


def spans_of(reading: Reading) -> list[tuple[Span, str | None]]:
    """Every span of a reading with the text it must lead to; None where the reading keeps none."""
    spans: list[tuple[Span, str | None]] = []
    for said in reading.attributions:
        spans.extend((part, None) for part in said.content)
        spans.extend((part, None) for part in (said.cue, said.source_span) if part is not None)
    spans.extend((s.span, None) for s in reading.sources if s.span is not None)
    for event in reading.events:
        spans.append((event.trigger_span, event.trigger))
        for arguments in (event.places, event.attackers, event.targets, event.weapons):
            spans.extend((a.span, a.text) for a in arguments)
        spans.extend((c.span, c.text) for c in event.claims)
        if event.dating.span is not None:
            spans.append((event.dating.span, None))
    spans.extend((p.span, p.text) for p in reading.positions)
    spans.extend((n.span, n.text) for n in reading.not_incidents)
    return spans


@pytest.mark.law
@given(TEXTS)
def test_every_span_leads_to_its_words_in_the_report(text: str) -> None:
    reading = read_invented(text)
    for span, words in spans_of(reading):
        assert 0 <= span.start < span.end <= len(text)
        assert words is None or span.of(text) == words


@pytest.mark.law
@given(TEXTS)
def test_every_source_and_attribution_of_a_claim_is_in_the_reading(text: str) -> None:
    reading = read_invented(text)
    known = {*reading.sources, OUTLET}
    assert {a.source for a in reading.attributions} == set(reading.sources)
    for claim in (c for e in reading.events for c in e.claims):
        assert claim.source in known
        if claim.attribution is None:
            assert claim.source == OUTLET
        else:
            assert reading.attributions[claim.attribution].source == claim.source
    for position in reading.positions:
        assert position.source.span is None or position.source.span.end <= len(text)
        assert position.attribution is None or position.attribution < len(reading.attributions)


@pytest.mark.law
@given(TEXTS)
def test_keys_of_events_are_unique_and_in_order(text: str) -> None:
    keys = [event.key for event in read_invented(text).events]
    assert keys == [chr(ord("A") + n) for n in range(len(keys))]


@pytest.mark.law
@given(TEXTS)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert read_invented(text) == read_invented(text)


@pytest.mark.law
@given(st.lists(st.one_of(SENTENCES, PIECES), max_size=12).map("".join))
def test_a_sentence_about_sports_changes_no_claim_before_it(text: str) -> None:
    plain = "It rained.\n\n" + text.rstrip() + " end."  # paragraphs are told by blank lines in both
    before, after = read_invented(plain), read_invented(plain + SPORTS)
    assert [e.claims for e in after.events] == [e.claims for e in before.events]
    assert after.positions == before.positions


@pytest.mark.slow
@pytest.mark.timeout(30)
def test_a_long_page_does_not_stall_the_reader() -> None:
    # about a second; anything cubic in the number of speakers takes minutes here
    piece = (
        "Grenmarkian drones hit an oil depot in Northford on Monday, killing two people. "
        "“No one was hurt,” Governor Jana Brel said. Officials in Oston said the strikes damaged depots.\n\n"
    )
    assert len(read_invented(piece * 160).attributions) == 320
