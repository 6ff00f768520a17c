import pytest

from dateline.claims.learned import attributed, find_spoken_by
from dateline.claims.spoken import Spoken, muted
from dateline.mentions.find import find_mentions
from dateline.model.vocab import SourceKind, Stance
from dateline.places.find import find_toponyms
from dateline.text.prepare import prepare
from tests.claims.world import WORLD
from tests.encoder.fake import FakeSignals

WORDS = "Drones hit the port at Northford, Governor Ilan Torv let it be known. He went on: nobody slept."
LET = "let it be known"
TOLD = {
    "layers": {
        "cue": [(LET, "cue", 0.9)],
        "source": [("Governor Ilan Torv", "source", 0.9)],
        "content": [("Drones hit the port at Northford", "content", 0.9)],
    },
    "pairs": {
        ("source", LET): ["Governor Ilan Torv"],
        ("content", LET): ["Drones hit the port at Northford"],
    },
    "classes": {
        ("stance", LET): {"claimed": 0.8, "asserted": 0.2},
        ("hedged", LET): {"hedged": 0.1},
        ("source_kind", "Governor Ilan Torv"): {"named": 0.9},
    },
}


def spoken(words: str, signals: FakeSignals) -> tuple[Spoken, ...]:
    text = prepare(words)
    toponyms = find_toponyms(text, WORLD)
    return find_spoken_by(text, find_mentions(text, toponyms), toponyms, signals)


def test_a_cue_the_rules_lack_is_read_by_the_encoder() -> None:
    (said,) = spoken(WORDS, FakeSignals(WORDS, **TOLD))  # type: ignore[arg-type]
    assert said.source.name == "Ilan Torv"
    assert said.source.kind is SourceKind.NAMED
    assert [part.of(WORDS) for part in said.content] == ["Drones hit the port at Northford"]
    assert (said.stance, said.hedged) == (Stance.CLAIMED, False)


def test_a_cue_without_source_or_content_gives_no_attribution() -> None:
    bare = FakeSignals(WORDS, {"cue": [(LET, "cue", 0.9)]})
    assert spoken(WORDS, bare) == ()
    assert [(a.source, a.content) for a in attributed(prepare(WORDS), bare)] == [((), ())]


def test_a_rules_cue_stands_unless_the_encoder_gainsays_it() -> None:
    words = "The army said drones hit the port."
    kept = FakeSignals(words, {"cue": [("said", "cue", 0.9)]})
    assert [s.source.name for s in spoken(words, kept)] == ["army"]
    assert spoken(words, FakeSignals(words)) == ()


def test_whole_spans_of_the_layer_are_taken_and_joined_over_a_mark() -> None:
    words = "“It burned all night,” he murmured, “and no one came.”"
    signals = FakeSignals(
        words,
        {
            "cue": [("murmured", "cue", 0.9)],
            "content": [
                ("“It burned all night,”", "content", 0.9),
                ("and no one came.”", "content", 0.9),
            ],
        },
        {("content", "murmured"): ["It burned", "and no one came"], ("source", "murmured"): ["he"]},
    )
    (found,) = attributed(prepare(words), signals)
    assert [p.of(words) for p in found.content] == ["“It burned all night,”", "and no one came.”"]


def marked(words: str, source: str, cue: str, content: str) -> Spoken:
    """The one attribution of a text in which the encoder marks these words."""
    signals = FakeSignals(
        words,
        layers={
            "cue": [(cue, "cue", 0.9)],
            "source": [(source, "source", 0.9)],
            "content": [(content, "content", 0.9)],
        },
        pairs={("source", cue): [source], ("content", cue): [content]},
        classes={
            ("stance", cue): {"asserted": 0.9},
            ("hedged", cue): {"plain": 0.9},
            ("source_kind", source): {"organisation": 0.9},
        },
    )
    (found,) = spoken(words, signals)
    return found


@pytest.mark.parametrize(
    ("words", "cue", "content", "stating"),
    [
        ("The harbour board let on that drones hit it.", "let on", "drones hit it", True),
        ("The harbour board pressed for strikes on the port.", "pressed", "strikes on the port", False),
        ("The harbour board resolved to strike the old port.", "resolved", "to strike the old port", False),
        ("The harbour board scorned Ilan Torv.", "scorned", "Ilan Torv", False),
        ("The harbour board pressed for “strikes on the port”.", "pressed", "“strikes on the port”", True),
    ],
)  # fmt: skip
def test_what_is_wanted_or_named_is_not_stated(
    words: str, cue: str, content: str, stating: bool
) -> None:
    said = marked(words, "The harbour board", cue, content)
    assert said.stating is stating
    assert said.content
    assert bool(muted(said).content) is stating


def test_a_town_named_as_itself_leaves_its_words_to_the_outlet() -> None:
    said = marked("Northford let on that drones hit it.", "Northford", "let on", "drones hit it")
    assert not said.stating
    assert said.source.name == "Northford"


def test_what_stands_in_another_sentence_is_not_said_unless_quoted() -> None:
    plain = "Drones hit the port. The harbour board let on."
    signals = FakeSignals(
        plain,
        layers={
            "cue": [("let on", "cue", 0.9)],
            "source": [("The harbour board", "source", 0.9)],
            "content": [("Drones hit the port", "content", 0.9)],
        },
        pairs={("source", "let on"): ["The harbour board"], ("content", "let on"): ["Drones hit the port"]},
    )  # fmt: skip
    assert spoken(plain, signals) == ()
    quoted = "“Drones hit the port.” The harbour board let on."
    said = marked(quoted, "The harbour board", "let on", "Drones hit the port.")
    assert said.quoted
