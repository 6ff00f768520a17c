from tests.claims.world import find_all, said_in


def whole_contents(words: str) -> list[tuple[str, str]]:
    found = find_all(words)
    return [
        (s.source.name, " | ".join(part.of(found.text.body) for part in s.content))
        for s in found.spoken
    ]


def test_a_quotation_over_two_paragraphs_is_said_to_its_end() -> None:
    found = whole_contents(
        "“The fire spread quickly.\n\n“Two people were hurt,” Governor Jana Brel said."
    )
    assert len(found) == 1
    assert found[0][0] == "Jana Brel"
    assert "spread quickly" in found[0][1]
    assert "Two people were hurt" in found[0][1]


def test_a_bare_quotation_goes_on_with_who_spoke_before() -> None:
    found = said_in("“Two mills burned,” Jana Brel said.\n\n“All else still stands today.”")
    assert [name for name, _, _ in found] == ["Jana Brel", "Jana Brel"]


def test_a_quotation_before_its_speaker_is_taken_too() -> None:
    found = whole_contents("“Two mills burned today in town.” That is what Jana Brel said.")
    assert all(name == "Jana Brel" for name, _ in found)


def test_far_from_every_speaker_a_quotation_belongs_to_nobody() -> None:
    words = "Jana Brel said so. " + "Rain fell. " * 5 + "“Two mills burned today in town.”"
    assert len(said_in(words)) == 1


def test_words_in_quotation_marks_are_no_speech() -> None:
    assert said_in("The so-called “people's bridge over the river” was closed.") == []
    assert said_in("The “Old Mill” was closed.") == []


def test_a_content_that_meets_a_quotation_is_marked_quoted() -> None:
    (said,) = find_all("Jana Brel said it was “a hard night”.").spoken
    assert said.quoted
    (plain,) = find_all("Jana Brel said it was a hard night.").spoken
    assert not plain.quoted
