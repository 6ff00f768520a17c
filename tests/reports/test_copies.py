import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reports.copies import (
    BANDS,
    COPY,
    PERMUTATIONS,
    ROWS,
    bands,
    is_copy,
    signature,
    similarity,
)

AGENCY = """Night drones set a grain terminal on fire in the port of Vestrana

Drones struck a grain terminal in the port of Vestrana overnight on Thursday, setting two warehouses on fire, the regional administration said.

Governor Pavlo Hrynchak wrote on Telegram that firefighters had contained the blaze by six in the morning and that no dock workers were hurt. He said eleven of the fourteen drones had been shot down over the estuary before they reached the harbour.

The harbour master said loading would resume on Saturday at the earliest, after engineers had checked the conveyor bridges and the silos nearest the quay. About nine thousand tonnes of barley were lost, according to the company that runs the terminal.

An officer of the coast guard, who asked not to be named, said the drones had come from the sea in two groups about forty minutes apart and had flown below the radar of the batteries on the cape.

The port handles a third of the country's grain exports and has been hit five times since the spring, most recently in August, when a pilot boat was damaged at its berth and the ferry service stopped for a week."""
PARAGRAPHS = AGENCY.split("\n\n")
OTHER = """Port of Vestrana burns after overnight raid

Two warehouses burned in Vestrana after a swarm of drones attacked the harbour in the night to Thursday. Regional governor Pavlo Hrynchak said on Telegram that no one was injured and that the fire was under control by morning.

Fourteen drones took part, of which eleven were brought down, the governor said. Nine thousand tonnes of barley burned, the operator of the terminal told this newspaper, and shipping agents expect no vessel to be loaded before the weekend.

It is the sixth raid on the harbour this year. A third of all grain exports pass through it."""
WORDS = st.lists(
    st.sampled_from(["fire", "depot", "night", "drone", "port", "oil", "the", "of", "a", "in"]),
    max_size=60,
)
PINNED = (16560717, 46085807, 15644561, 48339588)
PINNED_BAND = "00:8a4f1948df9b6e53"
SHORT = "Air raid alert in Vestrana. Stay in the shelters until it is lifted."


@pytest.mark.parametrize(
    "copy",
    [
        "\n\n".join(["Vestrana port burns after drone raid", *PARAGRAPHS[1:]]),
        "\n\n".join(PARAGRAPHS[:-1]),
        "\n\n".join([*PARAGRAPHS, "With reporting by Newsline"]),
        "\n\n".join(["Vestrana port burns", *PARAGRAPHS[1:-1], "(Newsline)"]),
        AGENCY.upper().replace("\n\n", " ").replace(",", " –"),
    ],
    ids=["headline", "cut", "credit", "all three", "typography"],
)
def test_agency_copies_are_copies(copy: str) -> None:
    a, b = signature(AGENCY), signature(copy)
    assert is_copy(a, b)
    assert set(bands(a)) & set(bands(b))


def test_another_report_of_the_same_incident_is_none() -> None:
    a, b = signature(AGENCY), signature(OTHER)
    assert not is_copy(a, b)
    assert similarity(a, b) < 0.1
    assert not set(bands(a)) & set(bands(b))


def test_short_texts_are_copies_only_when_identical() -> None:
    assert is_copy(signature(SHORT), signature(SHORT.upper().replace(".", " !")))
    other = signature(SHORT.replace("Vestrana", "Korvin"))
    assert similarity(signature(SHORT), other) < 0.1
    assert not set(bands(signature(SHORT))) & set(bands(other))


def test_signatures_are_pinned() -> None:
    """Stored signatures must stay comparable: a change of these numbers needs a migration."""
    found = signature(AGENCY)
    assert len(found) == PERMUTATIONS
    assert found[:4] == PINNED
    assert bands(found)[0] == PINNED_BAND


def test_the_documented_curve_holds() -> None:
    curve = {s: 1 - (1 - (s / 10) ** ROWS) ** BANDS for s in range(3, 10)}
    assert [round(p, 2) for p in curve.values()] == [0.02, 0.08, 0.28, 0.63, 0.93, 1.0, 1.0]
    assert BANDS * ROWS <= PERMUTATIONS
    assert 0.5 < COPY < 0.7


def test_texts_without_words_have_a_signature_too() -> None:
    assert is_copy(signature("…!"), signature("…!"))
    assert not is_copy(signature("…!"), signature("?"))
    assert signature("") == signature("")


@pytest.mark.law
@given(WORDS, WORDS)
def test_similarity_is_symmetric_and_bounded(a: list[str], b: list[str]) -> None:
    x, y = signature(" ".join(a)), signature(" ".join(b))
    assert similarity(x, y) == similarity(y, x)
    assert 0 <= similarity(x, y) <= 1
    assert similarity(x, x) == 1
    assert (len(set(bands(x)) & set(bands(y))) == BANDS) >= (x == y)


@pytest.mark.law
@given(st.text(max_size=200))
def test_signatures_ignore_case_and_space(characters: str) -> None:
    assert signature(characters) == signature(f"  {characters}\n")
    assert all(0 <= value < 2**32 for value in signature(characters))


@pytest.mark.law
@given(st.integers(0, 200), st.integers(1, 200))
def test_the_estimate_is_near_the_true_similarity(shared_words: int, own_words: int) -> None:
    a = [f"s{n}" for n in range(shared_words)] + [f"a{n}" for n in range(own_words + 30)]
    b = [f"s{n}" for n in range(shared_words)] + [f"b{n}" for n in range(own_words + 30)]
    runs_a = {tuple(a[i : i + 5]) for i in range(len(a) - 4)}
    runs_b = {tuple(b[i : i + 5]) for i in range(len(b) - 4)}
    true = len(runs_a & runs_b) / len(runs_a | runs_b)
    estimate = similarity(signature(" ".join(a)), signature(" ".join(b)))
    assert math.isclose(true, estimate, abs_tol=0.2)  # 4.5 standard errors
