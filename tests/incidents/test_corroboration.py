from dateline.incidents.corroboration import latest_of_each, origin_count, voices
from dateline.model.incidents import Mention
from dateline.model.vocab import Effect, Field, SourceKind, Stance
from tests.factory import DAY, claim, event, head, mention, source

TORV = source("Ilan Torv", side="Norland")


def _told(by: str, *in_reports: str, kind: SourceKind = SourceKind.NAMED) -> list[Mention]:
    return [mention(event(claims=[claim(by=source(by, kind=kind))]), name) for name in in_reports]


def _origins(mentions: list[Mention]) -> int:
    return origin_count(voices(mentions, [], None))


def test_one_speaker_in_three_outlets_is_one_origin() -> None:
    assert _origins(_told("Ilan Torv", "a", "b", "c")) == 1


def test_a_surname_alone_is_the_person_named_in_full() -> None:
    assert _origins([*_told("Ilan Torv", "a"), *_told("Torv", "b")]) == 1
    assert _origins([*_told("Ilan Torv", "a"), *_told("Mara Torv", "b"), *_told("Torv", "c")]) == 3


def test_an_organisation_is_one_with_or_without_the_article() -> None:
    kind = SourceKind.ORGANISATION
    one, other = (
        _told("The Energy Ministry", "a", kind=kind),
        _told("energy ministry", "b", kind=kind),
    )
    assert _origins([*one, *other]) == 1


def test_officials_of_two_reports_are_two_and_of_a_copy_one() -> None:
    told = event(claims=[claim(by=source("officials", kind=SourceKind.ANONYMOUS))])
    assert _origins([mention(told, "a"), mention(told, "b")]) == 2
    assert _origins([mention(told, "a"), mention(told, head("b", copy_of="a"))]) == 1


def test_the_outlets_own_account_counts_once_over_its_copies() -> None:
    told = event(claims=[claim()])
    copies = [mention(told, "a"), mention(told, head("b", copy_of="a")), mention(told, "c")]
    assert _origins(copies) == 2


def test_admissions() -> None:
    sell = source("Mara Sell", side="Sudland")
    claims = [
        claim(Field.ATTACKER, "Sudland", sell, stance=Stance.CLAIMED),
        claim(Field.ATTACKER, "Sudland", TORV, stance=Stance.ALLEGED),
        claim(Field.ATTACKER, "Sudland", sell, stance=Stance.DENIED),
        claim(Field.EFFECT, Effect.DESTROYED, TORV),
        claim(Field.EFFECT, Effect.NONE, TORV),
        claim(Field.EFFECT, Effect.DESTROYED, sell, stance=Stance.CLAIMED),
    ]
    found = voices([mention(event(claims=claims))], ["sudland"], "norland")
    assert [v.admission for v in found] == [True, False, False, True, False, False]


def test_the_country_hit_concedes_nothing_where_it_is_the_attacker() -> None:
    damage = claim(Field.EFFECT, Effect.FIRE, TORV)
    (voice,) = voices([mention(event(claims=[damage]))], ["norland"], "norland")
    assert not voice.admission


def test_a_newer_word_of_a_speaker_stands_for_the_older() -> None:
    early = mention(event(claims=[claim(Field.KILLED, 3, TORV)]), head("a", published=DAY))
    late = mention(
        event(claims=[claim(Field.KILLED, 5, TORV)]),
        head("b", published=DAY.replace(day=DAY.day + 1)),
    )
    kept = latest_of_each(voices([early, late], [], None))
    assert [v.claim.value for v in kept] == [5]
