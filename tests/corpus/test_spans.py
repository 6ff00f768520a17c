import pytest
from corpus_authoring.spans import Problems, sentence_of, span
from hypothesis import given
from hypothesis import strategies as st

TEXT = "A drone hit Umbra. Another drone hit Umbra again; drones hit it."


def find(words: object, within: tuple[int, int] | None = None) -> tuple[str, int, list[str]]:
    problems = Problems("story.yml")
    found = span(TEXT, words, "report 1, claim 2", problems, within)
    assert TEXT[found["start"] : found["end"]] == found["text"]
    return found["text"], found["start"], problems.found


def test_words_that_stand_once() -> None:
    assert find("Another") == ("Another", 19, [])


def test_words_are_not_looked_for_inside_other_words() -> None:
    assert find("it")[:2] == ("it", TEXT.rindex("it"))


def test_a_frame_tells_which() -> None:
    assert find("drone [[hit]] Umbra again")[:2] == ("hit", TEXT.index("hit", 20))


def test_a_number_tells_which() -> None:
    assert find("Umbra@2")[:2] == ("Umbra", TEXT.rindex("Umbra"))


def test_a_range_tells_which_if_only_one_lies_in_it() -> None:
    assert find("Umbra", within=(0, 18))[:2] == ("Umbra", 12)
    assert find("hit", within=(0, len(TEXT)))[2]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Umbra", "stands 2 times; add @n"),
        ("submarine", "does not stand in the text"),
        ("Umbra@3", "does not stand in the text"),
        ("the [[hit]]", "does not stand in the text"),
        (700, "needs words of the text, found 700"),
        ("", "needs words of the text"),
    ],
)
def test_what_cannot_be_found_is_told_with_its_place(words: object, told: str) -> None:
    _, _, problems = find(words)
    assert len(problems) == 1
    assert problems[0].startswith("story.yml: report 1, claim 2: ")
    assert told in problems[0]


def test_the_sentence_around_a_position() -> None:
    start, end = sentence_of(TEXT, 25)
    assert TEXT[start:end] == "Another drone hit Umbra again; drones hit it."


@pytest.mark.law
@given(st.text("ab. ", min_size=1, max_size=40), st.data())
def test_law_framed_words_are_found_where_they_stand(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    problems = Problems("x")
    found = span(text, f"{text[:start]}[[{text[start:end]}]]{text[end:]}", "here", problems)
    assert (found["start"], found["end"], problems.found) == (start, end, [])
