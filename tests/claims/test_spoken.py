from dateline.claims.spoken import Spoken, framed, speaker_of, touching
from dateline.model.claims import OUTLET
from dateline.model.spans import Span
from dateline.model.vocab import Stance


def spoken(*content: Span, frame: Span | None = None) -> Spoken:
    return Spoken(
        source=OUTLET,
        source_span=None,
        cue=None,
        content=content,
        stance=Stance.ASSERTED,
        frame=frame,
    )


def test_size_counts_all_stretches() -> None:
    assert spoken(Span(0, 4), Span(10, 13)).size() == 7


def test_the_innermost_content_speaks() -> None:
    outer, inner = spoken(Span(0, 50)), spoken(Span(10, 20))
    assert speaker_of((outer, inner), 15) == 1
    assert speaker_of((inner, outer), 15) == 0
    assert speaker_of((outer, inner), 30) == 0


def test_outside_every_content_the_outlet_speaks() -> None:
    assert speaker_of((spoken(Span(0, 5)),), 5) is None
    assert speaker_of((), 0) is None


def test_of_two_equal_contents_the_later_speaks() -> None:
    assert speaker_of((spoken(Span(0, 5)), spoken(Span(0, 5))), 2) == 1


def test_the_naming_of_a_speaker_is_no_content() -> None:
    said = (spoken(Span(0, 5), frame=Span(5, 12)),)
    assert framed(said, 5, touching(said, Span(0, 20)))
    assert framed(said, 11, [0])
    assert not framed(said, 12, [0])
