"""The label sets: tagging layers, classifying heads and relations. The model card carries them to the reader."""

from dateline.model.vocab import Effect, EventType, Polarity, Stage, Stance, TargetType, WeaponType

ATTRIBUTION = ("source", "cue", "content")
MUC_ROLES = ("perp-ind", "perp-org", "instrument", "phys-tgt", "hum-tgt", "place")

LAYERS: dict[str, tuple[str, ...]] = {
    # source, cue, content: PARC 3.0 (Pareti 2016), PolNeAR (Newell et al. 2018)
    "source": ("source",),
    "cue": ("cue",),
    "content": ("content",),
    # events and what hangs on them: WikiEvents (Li et al. 2021), RAMS (Ebner et al. 2020), the Dateline corpus
    "trigger": ("attack", "die", "injure"),
    "role": ("attacker", "target", "weapon", "place", "victim"),
    "figure": ("killed", "injured", "effect", "intercepted", "quantity"),
    "position": tuple(p.value for p in Polarity),
    # MUC-4's string fills (1992)
    "muc": MUC_ROLES,
    # entities: re3d's kinds, GUM's named ones, CAMEO's actors
    "entity": ("person", "organisation", "place", "weapon", "vehicle", "money", "number"),
    "actor": ("source", "target", "related"),
    "timex": ("DATE", "TIME", "DURATION", "SET"),
    "toponym": ("toponym",),
}
"""Tagging layers and their labels; each is tagged B/I/O by itself."""

MUC_TYPES = (
    "ARSON",
    "ATTACK",
    "BOMBING",
    "FORCED WORK STOPPAGE",
    "HIJACKING",
    "KIDNAPPING",
    "ROBBERY",
)

HEADS: dict[str, tuple[str, ...]] = {
    "event_type": tuple(t.value for t in EventType),
    "stage": tuple(s.value for s in Stage),
    "specific": ("specific", "generic"),
    "stance": tuple(s.value for s in Stance),
    "hedged": ("plain", "hedged"),
    "effect": tuple(e.value for e in Effect),
    "target_type": tuple(t.value for t in TargetType),
    "weapon_type": tuple(w.value for w in WeaponType),
    "source_kind": ("named", "anonymous", "organisation", "document"),
    "muc_type": MUC_TYPES,
    "muc_stage": ("ACCOMPLISHED", "ATTEMPTED", "THREATENED"),
    "muc_category": ("TERRORIST ACT", "STATE-SPONSORED VIOLENCE"),
    "muc_confidence": (
        "ACQUITTED",
        "CLAIMED OR ADMITTED",
        "POSSIBLE",
        "REPORTED AS FACT",
        "SUSPECTED OR ACCUSED",
        "SUSPECTED OR ACCUSED BY AUTHORITIES",
    ),
    "muc_instrument": (
        "AERIAL BOMB",
        "BOMB",
        "CUTTING DEVICE",
        "DYNAMITE",
        "EXPLOSIVE",
        "FIRE",
        "GRENADE",
        "GUN",
        "HANDGUN",
        "MACHINE GUN",
        "MINE",
        "MISSILE",
        "MOLOTOV COCKTAIL",
        "MORTAR",
        "PROJECTILE",
        "RIFLE",
        "ROCKET",
        "STONE",
        "TORTURE",
        "VEHICLE BOMB",
    ),
    "muc_thing": (
        "CIVILIAN RESIDENCE",
        "COMMERCIAL",
        "COMMUNICATIONS",
        "DIPLOMAT OFFICE OR RESIDENCE",
        "ENERGY",
        "FINANCIAL",
        "GOVERNMENT OFFICE OR RESIDENCE",
        "LAW ENFORCEMENT FACILITY",
        "ORGANIZATION OFFICE",
        "OTHER",
        "POLITICAL FIGURE OFFICE OR RESIDENCE",
        "TRANSPORT VEHICLE",
        "TRANSPORTATION FACILITY",
        "TRANSPORTATION ROUTE",
        "WATER",
    ),
    "muc_thing_effect": (
        "DESTROYED",
        "MONEY TAKEN FROM TARGET",
        "NO DAMAGE",
        "PROPERTY TAKEN FROM TARGET",
        "SOME DAMAGE",
        "TARGET TAKEN",
        "UNSAID",
    ),
    "muc_person": (
        "ACTIVE MILITARY",
        "CIVILIAN",
        "DIPLOMAT",
        "FORMER ACTIVE MILITARY",
        "FORMER GOVERNMENT OFFICIAL",
        "GOVERNMENT OFFICIAL",
        "LAW ENFORCEMENT",
        "LEGAL OR JUDICIAL",
        "POLITICAL FIGURE",
        "SECURITY GUARD",
    ),
    "muc_person_effect": (
        "DEATH",
        "ESCAPED",
        "INJURY",
        "NO DEATH",
        "NO INJURY",
        "NO INJURY OR DEATH",
        "NO RESIGNATION",
        "REGAINED FREEDOM",
        "RESIGNATION",
        "UNSAID",
    ),
    "muc_person_form": ("name", "description"),
}
"""Classifying heads and their labels; a span's class is read off the mean of its tokens."""

RELATIONS: tuple[str, ...] = (
    "source",
    "content",  # from a cue
    "attacker",
    "target",
    "weapon",
    "place",
    "victim",  # from a trigger
    "figure",  # from a trigger to what is said of its effects
    "same_event",  # from a trigger to the other triggers of its event
    "same_template",  # from a MUC-4 fill to the other fills of its template
)
"""From an anchor to every token of what it stands in relation to."""

SNIPPET_TYPES: tuple[str, ...] = (
    "Government regains territory",
    "Non-state actor overtakes territory",
    "Armed clash",
    "Excessive force against protesters",
    "Protest with intervention",
    "Peaceful protest",
    "Violent demonstration",
    "Mob violence",
    "Chemical weapon",
    "Air/drone strike",
    "Suicide bomb",
    "Shelling/artillery/missile attack",
    "Remote explosive/landmine/IED",
    "Grenade",
    "Sexual violence",
    "Attack",
    "Abduction/forced disappearance",
    "Agreement",
    "Arrests",
    "Change to group/activity",
    "Disrupted weapons use",
    "Headquarters or base established",
    "Looting/property destruction",
    "Non-violent transfer of territory",
    "Other",
)
"""ACLED's sub-event types (codebook of 2019), of which a whole text has one."""
