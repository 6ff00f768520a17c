from collections.abc import Sequence

from dateline.bench.learned import attributions, entities, types
from tests.encoder.fake import FakeEncoder, FakeSignals

WORDS = "Ilan Torv said the port burned. Smoke rose."


def test_attributions_with_what_no_cue_was_found_for() -> None:
    encoder = FakeEncoder(
        layers={
            "cue": [("said", "cue", 0.9)],
            "source": [("Ilan Torv", "source", 0.9)],
            "content": [("the port burned", "content", 0.9), ("Smoke rose", "content", 0.9)],
        },
        pairs={("source", "said"): ["Ilan Torv"], ("content", "said"): ["the port burned"]},
    )
    assert attributions(encoder)({"text": WORDS}) == {
        "attributions": [
            {"source": [[0, 9]], "cue": [[10, 14]], "content": [[15, 30]]},
            {"source": [], "cue": [], "content": [[32, 42]]},
        ]
    }


def test_entities_are_those_of_their_layer() -> None:
    encoder = FakeEncoder(layers={"entity": [("Ilan Torv", "person", 0.9)]})
    assert entities(encoder)(WORDS) == ((0, 9, "person"),)


def test_types_are_the_likeliest_of_each_text() -> None:
    class Typing(FakeEncoder):
        def read(self, bodies):  # type: ignore[no-untyped-def]
            return tuple(FakeSignals(b, whole={"Attack": 0.7, "Other": 0.3}) for b in bodies)

    assert types(Typing())(["a", "b"]) == [("Attack", 0.7), ("Attack", 0.7)]


def test_a_cue_that_is_unsure_leaves_its_parts_without_one() -> None:
    encoder = FakeEncoder(
        layers={
            "cue": [("said", "cue", 0.4)],
            "source": [("Ilan Torv", "source", 0.9)],
            "content": [("the port burned", "content", 0.9)],
        },
        pairs={("source", "said"): ["Ilan Torv"], ("content", "said"): ["the port burned"]},
    )
    assert attributions(encoder)({"text": WORDS})["attributions"] == [
        {"source": [[0, 9]], "cue": [], "content": []},
        {"source": [], "cue": [[10, 14]], "content": []},
        {"source": [], "cue": [], "content": [[15, 30]]},
    ]
    assert attributions(FakeEncoder())({"text": WORDS}) == {"attributions": []}


def test_offsets_are_those_of_the_text_as_given() -> None:
    # Byte order mark, soft hyphen and a decomposed letter are gone or one in the body that the encoder reads.
    given = "\ufeffIlan\u00a0Tor\u00adv said Ze\u0301le burned."
    encoder = FakeEncoder(
        layers={
            "cue": [("said", "cue", 0.9)],
            "entity": [("Ilan Torv", "person", 0.9), ("Zéle", "place", 0.9)],
        },
        pairs={("source", "said"): ["Ilan Torv"], ("content", "said"): ["Zéle burned"]},
    )
    found = entities(encoder)(given)
    assert [(given[a:b], kind) for a, b, kind in found] == [
        ("Ilan\u00a0Tor\u00adv", "person"),
        ("Ze\u0301le", "place"),
    ]
    (told,) = attributions(encoder)({"text": given})["attributions"]
    assert {name: [given[a:b] for a, b in spans] for name, spans in told.items()} == {
        "source": ["Ilan\u00a0Tor\u00adv"],
        "cue": ["said"],
        "content": ["Ze\u0301le burned"],
    }
    assert encoder.calls == [1, 1]


def test_types_are_given_in_the_order_of_the_texts() -> None:
    class Typing(FakeEncoder):
        def read(self, bodies: Sequence[str]) -> tuple[FakeSignals, ...]:
            self.calls.append(len(bodies))
            return tuple(FakeSignals(b, whole={"Other": 0.4, b: 0.6}) for b in bodies)

    encoder = Typing()
    assert types(encoder)(["Arrests", "Attack"]) == [("Arrests", 0.6), ("Attack", 0.6)]
    assert types(encoder)([]) == []
    assert encoder.calls == [2, 0]
