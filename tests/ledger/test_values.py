from datetime import date

from dateline.ledger.values import Hit, Piece
from dateline.model.incidents import ReportHead

HEAD = ReportHead(
    id="r_1",
    name="n",
    outlet=None,
    title=None,
    url=None,
    published=date(2031, 5, 4),
    origin="r_1",
)


def test_what_was_found_is_marked() -> None:
    hit = Hit(
        report=HEAD,
        claim_id=None,
        event_id=None,
        pieces=(Piece("a fuel ", found=False), Piece("depot", found=True)),
    )
    assert hit.marked() == "a fuel [depot]"
    assert hit.marked("<mark>", "</mark>") == "a fuel <mark>depot</mark>"
