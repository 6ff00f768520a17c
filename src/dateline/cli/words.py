"""Values of the record in words for a table."""

from collections.abc import Iterable
from datetime import date

from dateline.model.claims import Claim, ClaimValue
from dateline.model.incidents import ReportHead
from dateline.model.times import Dating, Interval
from dateline.model.vocab import SourceKind


def spoken_value(value: ClaimValue) -> str:
    """A value as a person would write it: "at least 5", "3 to 5", "yes", "not told"."""
    if value is None:
        return "not told"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        low, high = value
        if low is None:
            return f"up to {high}"
        return f"at least {low}" if high is None else f"{low} to {high}"
    return str(value)


def day_range(dating: Dating) -> str:
    """The days of a dating; "date not told" without."""
    return interval_days(dating.interval)


def interval_days(interval: Interval | None) -> str:
    """First and last day, once if they are one."""
    if interval is None:
        return "date not told"
    if interval.start == interval.last:
        return interval.start.isoformat()
    return f"{interval.start.isoformat()} to {interval.last.isoformat()}"


def day_or(published: date | None, otherwise: str = "undated") -> str:
    """A day of publication, or what to say where there is none."""
    return published.isoformat() if published else otherwise


def where_words(names: Iterable[str], admin1: str | None, country: str | None) -> str:
    """Places as printed, region and country, each once; "place not told" without any."""
    found: dict[str, str] = {}
    for name in (*names, admin1, country):
        if name:
            found[name.casefold()] = (
                name  # the region's own spelling stands over a dateline's capitals
            )
    return ", ".join(found.values()) or "place not told"


def counted(number: int, what: str) -> str:
    """ "1 origin", "2 origins"."""
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def outlet_of(report: ReportHead) -> str:
    """Who published a report; its name where no outlet is told."""
    return report.outlet or report.name


def said_by(claim: Claim) -> str:
    """Speaker, side and stance: "Jane Doe (Ruritania) asserted, hedged"."""
    source = claim.source
    name = "the outlet" if source.kind is SourceKind.OUTLET else source.name
    side = f" ({source.side})" if source.side else ""
    return f"{name}{side} {claim.stance.value}" + (", hedged" if claim.hedged else "")
