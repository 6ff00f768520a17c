"""Who counts once: one governor's post carried by three agencies is one origin."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dateline.incidents.facts import MUTE, fold
from dateline.model.claims import Claim, Source
from dateline.model.incidents import Mention, ReportHead, Voice
from dateline.model.vocab import Effect, Field, SourceKind

_DAMAGE = frozenset({Effect.DESTROYED, Effect.DAMAGED, Effect.FIRE, Effect.OUTAGE})


def origin_of(source: Source, report: ReportHead) -> str:
    """What counts once for corroboration.

    A named person, an organisation or a document is one origin wherever it is quoted; the outlet's own account
    is that of the report it was copied from; an anonymous source is its describing words in that report,
    since two outlets' "officials" need not be the same people and may not be counted as such.
    """
    if source.kind is SourceKind.OUTLET:
        return f"outlet:{report.origin}"
    if source.kind is SourceKind.ANONYMOUS:
        return f"anonymous:{fold(source.name)}@{report.origin}"
    return f"{source.kind.value}:{fold(source.name).removeprefix('the ')}"


def voices(
    mentions: Iterable[Mention], sides: Iterable[str], country: str | None
) -> tuple[Voice, ...]:
    """Every claim of the mentions as a voice, in the order given.

    Args:
        mentions: of one incident.
        sides: who attacked, by any account, folded.
        country: of the place hit, folded.
    """
    pairs = [(m, c) for m in mentions for c in m.event.claims]
    full = _full_names(origin_of(c.source, m.report) for m, c in pairs)
    attackers = frozenset(sides)
    return tuple(
        Voice(
            claim=claim,
            mention=mention.id,
            report=mention.report,
            origin=full[origin_of(claim.source, mention.report)],
            admission=is_admission(claim, attackers, country),
        )
        for mention, claim in pairs
    )


def _full_names(origins: Iterable[str]) -> Mapping[str, str]:
    """A person named by surname only is the one in the same incident whose full name ends in it."""
    every = sorted(set(origins))
    full: dict[str, str] = {}
    for origin in every:
        kind, _, name = origin.partition(":")
        longer = [
            o
            for o in every
            if kind == SourceKind.NAMED and o.startswith("named:") and o.endswith(f" {name}")
        ]
        full[origin] = longer[0] if len(longer) == 1 else origin
    return full


def is_admission(claim: Claim, attackers: frozenset[str], country: str | None) -> bool:
    """Whether a value is stated by the side it speaks against.

    So it is when the attacker's side owns up to the attack, or the side of the place hit (its country, unless
    that is the attacker itself) concedes damage. An effect of ``none`` or a denial concedes nothing.
    """
    if claim.source.side is None or claim.stance in MUTE:
        return False
    speaker = fold(claim.source.side)
    if claim.field is Field.ATTACKER:
        return isinstance(claim.value, str) and fold(claim.value) == speaker
    concedes = claim.field is Field.EFFECT and claim.value in _DAMAGE
    return concedes and speaker == country and country not in attackers


def origin_count(given: Iterable[Voice]) -> int:
    """How many independent origins there are among voices."""
    return len({v.origin for v in given})


def corrected(mention: Mention, field: Field, value: Claim | None) -> Mention:
    """The mention with the claims of one field replaced by one, or taken out."""
    kept = tuple(c for c in mention.event.claims if c.field is not field)
    claims = kept if value is None else (*kept, value)
    return replace(mention, event=replace(mention.event, claims=claims))


def latest_of_each(given: Sequence[Voice]) -> tuple[Voice, ...]:
    """Only what each origin said last, by day of publication: a speaker's newer figure replaces the older.

    Several values in the same newest report all stay; undated reports count as oldest.
    """
    newest: dict[str, str] = {}
    for voice in given:
        newest[voice.origin] = max(newest.get(voice.origin, ""), _day(voice))
    return tuple(v for v in given if _day(v) == newest[v.origin])


def _day(voice: Voice) -> str:
    return voice.report.published.isoformat() if voice.report.published else ""
