import json
from pathlib import Path

from dateline_training.about import DATA, about
from dateline_training.calibrate import Bin, Calibration
from dateline_training.config import load


def told() -> dict[str, object]:
    line = Bin(low=0.9, high=1.0, count=4, said=0.95, right=0.75)
    calibration = Calibration(
        temperatures={"cue": 1.2},
        thresholds={"cue": 0.5},
        errors={"cue": (0.2, 0.1)},
        reliability=(line,),
    )
    return about(calibration, {"c/cue/token": 0.8}, {"labels": 0.99})


def test_figures_are_carried_as_measured() -> None:
    found = told()
    assert found["measures"] == {"c/cue/token": 0.8}
    assert found["agreement"] == {"labels": 0.99}
    assert found["calibration_error"] == {"cue": {"before": 0.2, "after": 0.1}}
    assert found["reliability"] == [
        {"low": 0.9, "high": 1.0, "count": 4, "said": 0.95, "right": 0.75}
    ]


def test_what_is_told_can_stand_in_a_card() -> None:
    found = told()
    assert json.loads(json.dumps(found)) == found
    decoders = {"name", "sha256", "labels", "width", "reach", "distance", "longest"}
    assert not decoders & found.keys()  # a card's own keys stand beside these


def test_every_corpus_of_the_shipped_configuration_is_told_of(project: Path) -> None:
    used = load(project / "training" / "configs" / "minilm.yml").corpora
    signs = {
        "dateline_corpus": "Dateline corpus",
        "muc4": "MUC-4",
        "times": "TempEval",
        "toponyms": "LGL",
        "ecbplus": "ECB+",
        "snippets": "snippets",
    }
    for use in used:
        sign = signs.get(use.name, use.name).lower()
        assert sum(sign in name.lower() for name, _, _ in DATA) == 1, use.name
    assert len(DATA) == len(used)
    assert all(name and what and terms for name, what, terms in DATA)
