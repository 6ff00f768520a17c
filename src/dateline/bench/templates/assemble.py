"""From a MUC-4 document to its templates with the learned reader."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from dateline.bench.templates.fills import find_fills
from dateline.bench.templates.grouping import group
from dateline.bench.templates.slots import Scene, template
from dateline.model.signals import Encoder, Signals
from dateline.model.texts import Text
from dateline.places.find import find_toponyms
from dateline.places.gazetteer import Gazetteer
from dateline.text.prepare import prepare
from dateline.times.find import find_timexes


def templates(
    record: Mapping[str, Any], encoder: Encoder, gazetteer: Gazetteer, published: date | None
) -> dict[str, Any]:
    """``{"docid", "templates"}`` of one document, in the response format of the benchmark."""
    text = prepare(str(record["text"]))
    return respond(str(record["docid"]), text, encoder.read([text.body])[0], gazetteer, published)


def respond(
    docid: str, text: Text, signals: Signals, gazetteer: Gazetteer, published: date | None
) -> dict[str, Any]:
    """The same, of a text that was prepared and read already."""
    fills = find_fills(text.body, signals)
    groups = group(fills, signals)
    scene = Scene(
        text=text,
        signals=signals,
        timexes=find_timexes(text, published),
        toponyms=find_toponyms(text, gazetteer, None),
        published=published,
    )
    return {"docid": docid, "templates": [template(g, scene) for g in groups]}
