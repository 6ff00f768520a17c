"""From the words that name a speaker here to the speaker introduced before.

Pronouns and definite descriptions are resolved to the last speaker that fits, surnames to the full name: the plain recency
strategy that quotation attribution starts from (O'Keefe et al. 2012, "A sequence labelling approach to quote attribution").
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dateline.lexicon.markers import union_table
from dateline.lexicon.speech import speaker_heads
from dateline.model.claims import Source
from dateline.model.homes import INSIDE, MOST, country_told_of
from dateline.model.mentions import ActorMention, Mentions, NameMention, SpeakerMention
from dateline.model.places import Toponym
from dateline.model.spans import Span
from dateline.model.texts import Text
from dateline.model.vocab import SourceKind

_NOBODY = ("no ", "none ", "not ")  # "no group has claimed": nobody speaks
_PERSONAL = frozenset({"he", "she"})
_PLURAL_HEADS = ("s", "people", "media", "police")
_LOCAL = frozenset(
    {
        "governor",
        "mayor",
        "local",
        "regional",
        "officials",
        "authorities",
        "head",
        "administration",
        "police",
        "residents",
    }
)
_OF_STATE = frozenset(
    {"army", "military", "navy", "ministry", "minister", "government", "president", "presidency", "parliament", "troops", "soldiers", "soldier", "general", "colonel", "commander", "staff", "prosecutor", "prosecutors", "rescuers", "firefighters", "mayor", "municipality", "council", "force", "deputy", "hospital", "nurse", "doctor", "doctors", "medics", "resident", "villagers", "villager", "elder", "teacher", "ministers", "guard", "gendarmerie", "commissioner", "service"}
)  # fmt: skip
"""Words of those who belong to the country that is told of, where no other is named."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a speaker is resolved against: the text, its mentions and places, and who spoke before."""

    text: Text
    mentions: Mentions
    toponyms: Sequence[Toponym]
    spoken_before: tuple[Source, ...] = ()
    persons: dict[Span, Source] = field(default_factory=dict, compare=False, repr=False)
    """Persons made out already, by the names that stand for them: who a name is does not change with who spoke before."""

    def after(self, source: Source) -> "Setting":
        """The setting once ``source`` has spoken."""
        return replace(self, spoken_before=(*self.spoken_before, source))


def resolve(speaker: SpeakerMention, setting: Setting) -> Source | None:
    """The source a speaker mention stands for; None for a pronoun that points to nobody."""
    if speaker.pronoun is not None:
        return _pronoun(speaker, setting)
    owner = _owner(speaker, setting)
    if owner is not None:
        return _pronoun(owner, setting)
    if speaker.span.of(setting.text.body).lower().startswith(_NOBODY):
        return None
    if speaker.name is not None:
        return _person(setting.mentions.names[speaker.name], setting)
    if speaker.definite:
        earlier = _described(speaker, setting)
        if earlier is not None:
            return earlier
    return (
        _named_later(speaker, setting)
        or _holder(speaker, setting)
        or _government(speaker, setting)
        or _phrase(speaker, setting)
    )


_OWNERS = {
    "his": "he", "him": "he", "her": "she", "hers": "she", "their": "they", "them": "they", "theirs": "they",
    "its": "it", "our": "we", "us": "we", "my": "i", "me": "i",
}  # fmt: skip
_ACCOUNTS = frozenset(
    {"account", "accounts", "count", "estimate", "estimates", "reckoning", "list", "tally", "toll", "words", "word", "telling", "version", "view", "reading", "figures", "statement", "statements", "post", "posts", "message", "messages", "video", "letter", "report", "reports", "communiqué", "communique", "bulletin", "channel", "tweet", "tweets", "remarks", "comments", "speech", "interview", "testimony", "assessment"}
)  # fmt: skip


def _owner(speaker: SpeakerMention, setting: Setting) -> SpeakerMention | None:
    """ "According to him", "by her count", "his post": the person the pronoun stands for speaks."""
    inside = [t.lower for t in setting.text.tokens_in(speaker.span)]
    pronoun = _OWNERS.get(inside[0]) if inside else None
    own = len(inside) == 1 or bool(_ACCOUNTS & set(inside))
    return replace(speaker, pronoun=pronoun) if pronoun is not None and own else None


def _pronoun(speaker: SpeakerMention, setting: Setting) -> Source | None:
    introduced = _just_introduced(speaker, setting) if speaker.pronoun in _PERSONAL else None
    if introduced is None and speaker.pronoun == "it":
        introduced = _body_before(speaker, setting)
    if introduced is not None:
        return introduced
    for source in reversed(setting.spoken_before):
        plural = _is_plural(source.name.lower())
        if speaker.pronoun in _PERSONAL and (
            source.kind is SourceKind.NAMED or (source.kind is SourceKind.ANONYMOUS and not plural)
        ):
            return source
        if speaker.pronoun == "they" and (plural or source.kind is SourceKind.ORGANISATION):
            return source
        if speaker.pronoun == "it" and source.kind in {
            SourceKind.ORGANISATION,
            SourceKind.DOCUMENT,
        }:
            return source
    if speaker.pronoun not in _PERSONAL:
        return None
    earlier = [name for name in setting.mentions.names if name.span.end <= speaker.span.start]
    return _person(earlier[-1], setting) if earlier else None


_OPENING = 3  # words of a sentence within which its subject stands


def _body_before(speaker: SpeakerMention, setting: Setting) -> Source | None:
    """The body that is the subject of the sentence before ("The ministry has a higher count. It says …")."""
    at = setting.text.sentence_at(speaker.span.start)
    if not at:
        return None
    before = setting.text.sentences[at - 1].span
    first = next((s for s in setting.mentions.speakers if before.contains(s.span)), None)
    if first is None or first.pronoun is not None or first.kind is not SourceKind.ORGANISATION:
        return None
    opening = setting.text.tokens_in(Span(before.start, first.span.start))
    return resolve(first, setting) if len(opening) < _OPENING else None


def _is_plural(name: str) -> bool:
    head = name.partition(" in ")[0].partition(" of ")[0].rstrip()
    return head.endswith(_PLURAL_HEADS) and not name.startswith(("a ", "an "))


def _just_introduced(speaker: SpeakerMention, setting: Setting) -> Source | None:
    """A person whom the sentence before introduces with an office, without letting him speak yet."""
    at = setting.text.sentence_at(speaker.span.start)
    if not at:
        return None
    before = setting.text.sentences[at - 1].span
    named = [n for n in setting.mentions.names if before.contains(n.span)]
    new = [n for n in named if n.office and len(n.span.of(setting.text.body).split()) > 1]
    spoke = any(s.span is not None and before.contains(s.span) for s in setting.spoken_before[-2:])
    alone = len(new) == 1 and named[0] is new[0]  # nobody else is the subject
    return _person(new[0], setting) if alone and not spoke else None


def _person(name: NameMention, setting: Setting) -> Source:
    """The person, as first introduced: the longest form of the name, the first office told."""
    known = setting.persons.get(name.span)
    if known is None:
        known = setting.persons[name.span] = _made_out(name, setting)
    return known


def _made_out(name: NameMention, setting: Setting) -> Source:
    body = setting.text.body
    words = name.span.of(body).lower().split()
    every = [(n, n.span.of(body).lower().split()) for n in setting.mentions.names]
    if len(words) == 1:
        fitting = [n for n, theirs in every if theirs[-1] == words[0]] or [n for n, _ in every]
        fitting = [n for n in fitting if words[0] in n.span.of(body).lower().split()]
        if all(len(n.span.of(body).split()) == 1 for n in fitting):  # family names may stand first
            fitting = [n for n, theirs in every if words[0] in theirs]
    else:
        fitting = [
            n
            for n, theirs in every
            if theirs[-1] == words[-1] and (len(theirs) == 1 or theirs[0] == words[0])
        ]
    full = max(fitting, key=lambda n: (len(n.span.of(body).split()) > 1, -n.span.start))
    office = next((n.office for n in fitting if n.office), None)
    body_like = office is None and any(_is_body(n.span.end, setting) for n in fitting)
    return Source(
        name=" ".join(full.span.of(body).split()),
        kind=SourceKind.ORGANISATION if body_like else SourceKind.NAMED,
        office=office,
        side=next((side for n in fitting if (side := _side(n.wide, setting))), None),
        span=full.span,
    )


_APPOSED = 8  # words of an apposition that tells what a name is


def _is_body(end: int, setting: Setting) -> bool:
    """ "Norvik Grid, the distribution company, said": a name that the words behind it call a body."""
    text = setting.text
    if text.body[end : end + 2] != ", ":
        return False
    first = text.token_at(end + 2)
    if first is None or text.tokens[first].lower not in {"the", "a", "an", "which"}:
        return False
    if text.tokens[first].lower == "which":
        return True
    for index in range(first + 1, min(first + _APPOSED, len(text.tokens))):
        if text.tokens[index].text in {",", ".", ";", "of", "for", "in", "at", "who", "that"}:
            break
        head = speaker_heads().at(text.tokens, index)
        following = text.tokens[head.last].text if head and head.last < len(text.tokens) else ","
        if head is not None and following in {",", ".", "of", "for", "in", "that", "which"}:
            return head.value is SourceKind.ORGANISATION
    return False


def _described(speaker: SpeakerMention, setting: Setting) -> Source | None:
    """ "The source", "the governor": the last speaker whose description or office has that head."""
    head = speaker.head.rstrip("s")
    for source in reversed(setting.spoken_before):
        described = f"{source.name} {source.office or ''}".lower()
        if head in described:
            return source
    for name in reversed(setting.mentions.names):
        if name.span.end <= speaker.span.start and name.office and head in name.office.lower():
            return _person(name, setting)
    return None


_ONE_PERSON = frozenset(
    {"president", "minister", "governor", "mayor", "pope", "chancellor", "secretary", "ambassador", "envoy", "premier"}
)  # fmt: skip


def _holder(speaker: SpeakerMention, setting: Setting) -> Source | None:
    """ "The president said", where a person without an office was named just before: that person holds it."""
    words = speaker.span.of(setting.text.body).lower().split()
    if words[:1] != ["the"] or speaker.head.split()[-1] not in _ONE_PERSON:
        return None
    at = setting.text.sentence_at(speaker.span.start) or 0
    floor = setting.text.sentences[max(0, at - 2)].span.start
    near = [n for n in setting.mentions.names if floor <= n.span.start < speaker.span.start]
    people = {source for n in near if (source := _person(n, setting)).office is None}
    return (
        people.pop()
        if len(people) == 1 and all(_person(n, setting).office is None for n in near)
        else None
    )


_BESIDE = 3  # characters between a name and its verb
_NOT_YET_NAMED = ("a ", "an ", "one ", "another ", "former ")


def _named_later(speaker: SpeakerMention, setting: Setting) -> Source | None:
    """ "The regional governor said … Jana Brel wrote": the office leads, as wires have it, and the name follows within three sentences.

    The next person named must hold that office, or speak without an office being told, and must be new to the text.
    """
    body = setting.text.body
    head = speaker.head.split()[-1]
    if head not in _ONE_PERSON or speaker.span.of(body).lower().startswith(_NOT_YET_NAMED):
        return None
    at = setting.text.sentence_at(speaker.span.start) or 0
    ceiling = setting.text.sentences[min(at + 3, len(setting.text.sentences) - 1)].span.end
    names = setting.mentions.names
    later = [n for n, name in enumerate(names) if speaker.span.end <= name.span.start < ceiling]
    if not later:
        return None
    name = names[later[0]]
    words = name.span.of(body).split()
    known = {word for earlier in names[: later[0]] for word in earlier.span.of(body).split()}
    if len(words) < 2 or words[-1] in known:
        return None
    if name.office:
        return _person(name, setting) if head in name.office.lower() else None
    return _person(name, setting) if _has_cue(name, setting) else None


def _has_cue(name: NameMention, setting: Setting) -> bool:
    """Whether a word of saying stands beside the name."""
    return any(
        0 <= cue.span.start - name.wide.end <= _BESIDE
        or 0 <= name.wide.start - cue.span.end <= _BESIDE
        for cue in setting.mentions.cues
    )


def _government(speaker: SpeakerMention, setting: Setting) -> Source | None:
    """A capital that stands for a country that has spoken under its own name."""
    for toponym in setting.toponyms:
        if toponym.span == speaker.span and toponym.place is not None:
            country = toponym.place.country_name
            return next((s for s in setting.spoken_before if s.name == country), None)
    return None


def _phrase(speaker: SpeakerMention, setting: Setting) -> Source:
    words = " ".join(speaker.span.of(setting.text.body).split())
    name = words[4:] if words.lower().startswith("the ") else words
    for source in setting.spoken_before:
        if source.name.lower() == name.lower():
            return source
    return Source(
        name=name, kind=speaker.kind, side=_side(speaker.span, setting), span=speaker.span
    )


def _side(span: Span, setting: Setting) -> str | None:
    """The country or group named in the words that introduce a speaker; for local officials, the nearest place before them."""
    union = next(union_table().find(setting.text.tokens_in(span)), None)
    if union is not None:
        return union.value
    inside = [a for a in setting.mentions.actors if span.contains(a.span)]
    if inside:
        return _first(inside).side
    named = [
        t
        for t in setting.toponyms
        if span.contains(t.span) and t.place is not None and t.place.country_name
    ]
    if named and named[0].place is not None:
        return named[0].place.country_name
    return _side_of_local(span, setting)


def _side_of_local(span: Span, setting: Setting) -> str | None:
    """The country of an official, force or resident named without one: by the place nearest before, else by what the report tells of."""
    words = set(span.of(setting.text.body).lower().replace("'s", "").replace("’s", "").split())
    if not words & (_LOCAL | _OF_STATE):
        return None
    at = setting.text.sentence_at(span.start)
    floor = setting.text.sentences[at].span.start if at is not None else 0
    if words & _OF_STATE and (seat := _seat(Span(floor, span.start), setting)) is not None:
        return seat
    near = [
        t.place.country_name
        for t in setting.toponyms
        if t.place is not None
        and t.place.level in INSIDE
        and floor - 300 < t.span.start < span.start
    ]
    if words & _LOCAL and near:
        return near[-1]
    written = setting.text.dateline.span if setting.text.dateline is not None else None
    return country_told_of(setting.toponyms, MOST, opening=written)


def _seat(before: Span, setting: Setting) -> str | None:
    """ "In Moscow, the defence ministry said": the country of the capital or country that the sentence opens with."""
    for toponym in setting.toponyms:
        if not before.contains(toponym.span) or toponym.place is None:
            continue
        opening = setting.text.tokens_in(Span(before.start, toponym.span.start))
        if len(opening) == 1 and opening[0].lower == "in":
            return toponym.place.country_name
    return None


def _first(actors: Sequence[ActorMention]) -> ActorMention:
    return min(actors, key=lambda a: a.span)
