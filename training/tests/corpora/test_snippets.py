from pathlib import Path

import pytest

from dateline_training.corpora.snippets import read
from dateline_training.example import Example
from dateline_training.labels import SNIPPET_TYPES

ARRESTS = 'about: People are taken in.\ntype: Arrests\ntexts:\n  - "Two held in Oram."\n'


def folder(path: Path, **files: str) -> Path:
    for name, text in files.items():
        (path / f"{name}.yml").write_text(text, "utf-8")
    return path


def test_every_text_is_an_example_of_its_files_type(tmp_path: Path) -> None:
    other = 'texts:\n  - "A  pact – signed"\n  - |-\n    Truce\n    holds\ntype: "Agreement"\nabout: x\n'
    found = list(read(folder(tmp_path, b_arrests=ARRESTS, agreement=other)))
    assert found == [
        Example(id="agreement-1", corpus="snippets", text="A  pact – signed", label="Agreement"),
        Example(id="agreement-2", corpus="snippets", text="Truce\nholds", label="Agreement"),
        Example(id="b_arrests-1", corpus="snippets", text="Two held in Oram.", label="Arrests"),
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (ARRESTS.replace("Arrests", "Arrest"), r"odd\.yml, line 2: there is no type 'Arrest'"),
        (
            ARRESTS + '  - "two HELD  in oram."\n',
            r"line 5: .* stands in .*odd\.yml, line 4 already",
        ),
        (ARRESTS + '  - " "\n', r"odd\.yml, line 5: an empty text"),
        (ARRESTS + "  - 7\n", r"odd\.yml, line 5: this is no text"),
        (ARRESTS + "  - no: text\n", r"odd\.yml, line 5: this is no text"),
        ("about: x\ntype: Arrests\ntexts: []\n", r"odd\.yml, line 3: texts is no list"),
        ("about: x\ntype: Arrests\ntexts: one\n", r"odd\.yml, line 3: texts is no list"),
        ("type: Arrests\ntexts: [one]\n", r"odd\.yml: has the keys \['type', 'texts'\]"),
        (ARRESTS + "type: Other\n", r"odd\.yml: has the keys"),
        ("- one\n", r"odd\.yml: has the keys \[\]"),
        ("", r"odd\.yml: has the keys \[\]"),
        ('type: "Arr\n', r"odd\.yml: no YAML: .*\n.*line 2"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(tmp_path: Path, text: str, problem: str) -> None:
    with pytest.raises(ValueError, match=rf"(?s){problem}"):
        list(read(folder(tmp_path, odd=text)))


def test_a_text_of_two_files_is_an_error(tmp_path: Path) -> None:
    again = ARRESTS.replace("Arrests", "Attack")
    with pytest.raises(ValueError, match=r"two\.yml, line 4: .* stands in .*one\.yml, line 4"):
        list(read(folder(tmp_path, one=ARRESTS, two=again)))


def test_a_folder_without_files_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="no file"):
        list(read(tmp_path))


def test_the_projects_snippets_are_of_every_type(project: Path) -> None:
    examples = list(read(project / "training" / "snippets"))
    assert len({example.id for example in examples}) == len(examples)
    assert {example.label for example in examples} == set(SNIPPET_TYPES)
