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
