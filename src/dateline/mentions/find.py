"""All mentions of a text."""

from collections.abc import Sequence

from dateline.mentions.actors import find_actors
from dateline.mentions.counts import find_counts, find_unclaimed
from dateline.mentions.cues import find_cues
from dateline.mentions.markers import find_markers, find_stands
from dateline.mentions.names import find_names
from dateline.mentions.quantities import find_quantities
from dateline.mentions.speakers import find_speakers
from dateline.mentions.things import find_effects, find_facilities, find_weapons
from dateline.mentions.triggers import find_triggers
from dateline.model.mentions import Mentions
from dateline.model.places import Toponym
from dateline.model.texts import Text


def find_mentions(text: Text, toponyms: Sequence[Toponym]) -> Mentions:
    """Mentions of every kind, each kind in the order of the text.

    Args:
        text: what to read.
        toponyms: the places found in it, which tell persons' names and sides from places.
    """
    markers = tuple(sorted(find_markers(text), key=lambda m: m.span))
    names = find_names(text, toponyms)
    facilities = tuple(find_facilities(text))
    return Mentions(
        cues=tuple(find_cues(text)),
        names=names,
        speakers=find_speakers(text, names, toponyms),
        triggers=tuple(sorted(find_triggers(text, markers), key=lambda t: t.span)),
        weapons=tuple(find_weapons(text, facilities)),
        facilities=facilities,
        effects=tuple(find_effects(text, markers)),
        counts=tuple(sorted((*find_counts(text), *find_unclaimed(text)), key=lambda c: c.span)),
        quantities=tuple(find_quantities(text)),
        actors=find_actors(text, toponyms),
        markers=markers,
        stands=tuple(sorted(find_stands(text), key=lambda s: s.span)),
    )
