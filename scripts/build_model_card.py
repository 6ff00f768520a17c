"""Writes docs/model-card.md from the card that ships with the weights.

python scripts/build_model_card.py [--check]
"""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping
from typing import Any

from pages import ROOT, keep

CARD = ROOT / "src/dateline/encoder/weights/card.json"
PAGE = ROOT / "docs/model-card.md"


def page(card: Mapping[str, Any]) -> str:
    """The page of a card, in Markdown."""
    parts = (_head, _measures, _trust)
    return "\n".join(line for part in parts for line in part(card)) + "\n"


def _head(card: Mapping[str, Any]) -> Iterator[str]:
    yield f"# Model card: {card['name']}"
    yield ""
    yield "Written by `scripts/build_model_card.py` from the card that ships with the weights; don't edit by hand."
    yield ""
    yield f"- **Weights**: `reader.onnx`, SHA-256 `{card['sha256']}`"
    yield f"- **Based on**: {card['based_on']}"
    yield f"- **Meant for**: {card['meant_for']}"
    yield f"- **Not meant for**: {card['not_meant_for']}"
    yield f"- **Terms**: {card['terms']}"
    yield ""
    yield "## Trained on"
    yield ""
    yield "| data | what | terms found |"
    yield "|---|---|---|"
    for row in card["trained_on"]:
        yield f"| {row['data']} | {row['what']} | {row['terms']} |"
    yield ""
    yield "## Limits"
    yield ""
    yield from (f"- {line}" for line in card["limits"])
    yield ""


def _measures(card: Mapping[str, Any]) -> Iterator[str]:
    yield "## On development texts"
    yield ""
    yield "F1. *token*: words inside a span; *span*: spans with both ends and the label right; *words*: words that belong to an anchor; *class*: spans or texts sorted rightly (share)."
    yield "The anchors and the spans to be sorted are the coders' own here; over whole reports, where the model finds them itself, see [the reader's figures](reader.md)."
    yield ""
    yield "| corpus | layer | measure | F1 |"
    yield "|---|---|---|---|"
    for name, figure in sorted(card["measures"].items()):
        corpus, layer, measure = name.split("/")
        yield f"| {corpus} | {layer} | {measure} | {figure:.3f} |"
    yield ""


def _trust(card: Mapping[str, Any]) -> Iterator[str]:
    yield "## How far a score can be trusted"
    yield ""
    yield "All tagging layers together, after calibration: of the words taken for something with a score in each step, how many were right."
    yield ""
    yield "| score | words | mean score | right |"
    yield "|---|---|---|---|"
    for row in card["reliability"]:
        yield f"| {row['low']:.1f}–{row['high']:.1f} | {row['count']} | {row['said']:.3f} | {row['right']:.3f} |"
    yield ""
    yield "Expected calibration error before and after:"
    yield ""
    yield "| layer or head | before | after |"
    yield "|---|---|---|"
    for name, row in sorted(card["calibration_error"].items()):
        yield f"| {name} | {row['before']:.3f} | {row['after']:.3f} |"
    yield ""
    yield "## The shipped file and the trained model"
    yield ""
    told = card["agreement"]
    yield (
        f"The shipped file keeps weights as 8-bit integers. On a sample of development windows it gives {told['labels']:.2%} of words the same likeliest tag as the model in torch; "
        f"scores before the softmax differ by {told['mean_difference']:.3f} on average and {told['largest_difference']:.2f} at most."
    )


def main() -> int:
    """Write the page, or with ``--check`` say whether it is out of date."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--check", action="store_true", help="write nothing; exit with 1 if the page is out of date"
    )
    given = parser.parse_args()
    made = page(json.loads(CARD.read_text("utf-8")))
    return keep(PAGE, made, "build_model_card.py", check=given.check)


if __name__ == "__main__":
    sys.exit(main())
