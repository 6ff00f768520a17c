"""The closed vocabularies of the record (the coding guide's), spelled as they are exported.

Sources: event types are ACLED's sub-event types (ACLED codebook, 2023 columns); stage, effects and
target types go back to the MUC-4 fill rules (1992), extended for energy and military logistics;
polarity and stance are the project's own, after PLOVER's verbal categories and PARC.
"""

from enum import StrEnum


class EventType(StrEnum):
    """ACLED sub-event types used here."""

    DRONE = "Air/drone strike"
    SHELLING = "Shelling/artillery/missile attack"
    IED = "Remote explosive/landmine/IED"
    SUICIDE = "Suicide bomb"
    GRENADE = "Grenade"
    ATTACK = "Attack"
    ABDUCTION = "Abduction/forced disappearance"
    CLASH = "Armed clash"
    DISRUPTED = "Disrupted weapons use"
    PROPERTY = "Looting/property destruction"
    OTHER = "Other"


class Stage(StrEnum):
    """How far an attack got; later members are weaker."""

    ACCOMPLISHED = "accomplished"
    ATTEMPTED = "attempted"
    INTERCEPTED = "intercepted"
    THREATENED = "threatened"
    PLANNED = "planned"
    DENIED = "denied"


class TargetType(StrEnum):
    """What was hit or aimed at."""

    REFINING = "refining"
    FUEL_STORAGE = "fuel storage"
    PIPELINE = "pipeline"
    PORT = "port"
    POWER_PLANT = "power plant"
    POWER_GRID = "power grid"
    GAS = "gas"
    ENERGY = "energy (unspecified)"
    AIRBASE = "airbase"
    ARSENAL = "arsenal"
    DEFENCE_INDUSTRY = "defence industry"
    VESSEL = "shipyard or vessel"
    RAIL = "rail"
    ROAD = "road or bridge"
    COMMUNICATIONS = "communications"
    AIR_DEFENCE = "air defence"
    TROOPS = "troops or base"
    INDUSTRY = "industry"
    COMMERCIAL = "commercial"
    RESIDENTIAL = "residential"
    HOSPITAL = "hospital"
    SCHOOL = "school"
    RELIGIOUS = "religious"
    GOVERNMENT = "government"
    VEHICLE = "vehicle"
    PEOPLE = "people"
    OTHER = "other"


class WeaponType(StrEnum):
    """What was used."""

    DRONE = "drone"
    MISSILE = "missile"
    BOMB = "bomb"
    ARTILLERY = "artillery or rocket"
    MINE = "mine or IED"
    SMALL_ARMS = "small arms"
    NAVAL_DRONE = "naval drone"
    INCENDIARY = "incendiary"
    OTHER = "other"


class Field(StrEnum):
    """Fields of an event that a claim may give a value for."""

    OCCURRENCE = "occurrence"
    ATTACKER = "attacker"
    TARGET = "target"
    EFFECT = "effect"
    KILLED = "killed"
    INJURED = "injured"
    INTERCEPTED = "intercepted"
    QUANTITY = "quantity"


class Effect(StrEnum):
    """Values of the field ``effect``."""

    DESTROYED = "destroyed"
    DAMAGED = "damaged"
    FIRE = "fire"
    OUTAGE = "outage"
    NONE = "none"


class Stance(StrEnum):
    """How a source holds a value."""

    ASSERTED = "asserted"
    CONFIRMED = "confirmed"
    CLAIMED = "claimed"
    DENIED = "denied"
    ALLEGED = "alleged"
    UNKNOWN = "unknown"


class SourceKind(StrEnum):
    """What kind of speaker a source is."""

    NAMED = "named"
    ANONYMOUS = "anonymous"
    ORGANISATION = "organisation"
    DOCUMENT = "document"
    OUTLET = "outlet"


class Polarity(StrEnum):
    """What a speaker holds about an issue."""

    SUPPORTS = "supports"
    OPPOSES = "opposes"
    NEUTRAL = "neutral"
    JUSTIFIES = "justifies"
    CONDEMNS = "condemns"
    DECLINES = "declines"
