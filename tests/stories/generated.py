"""Invented reports in any number: the same number and seed give the same reports."""

import random
from datetime import date, timedelta
from pathlib import Path

REGIONS = ("Poltava", "Sumy", "Kursk", "Bryansk", "Odesa", "Rostov")
WEAPONS = ("Drones", "Missiles", "Two drones", "Rockets")
TARGETS = ("a fuel depot", "a power plant", "an oil refinery", "a railway station", "a school")
PEOPLE = ("Ann Example", "Bo Lindt", "Cara Dunn", "Dov Ellis")
ENDS = (
    "No one was hurt, {who} said.",
    "Two people were killed, {who} said.",
    "At least five people were injured, {who} said.",
    "A fire broke out, {who} said, but the site was not destroyed.",
    "{who} denied that the site was destroyed.",
)
FIRST = date(2021, 5, 3)


def body(chance: random.Random) -> str:
    who = f"governor {chance.choice(PEOPLE)}"
    region = chance.choice(REGIONS)
    told = f"{chance.choice(WEAPONS)} struck {chance.choice(TARGETS)} in the {region} region overnight, {who} said."
    more = chance.choice(ENDS).format(who=chance.choice(PEOPLE))
    asides = [
        f"Work at site {chance.randrange(1000)} goes on, residents of street {chance.randrange(1000)} told reporters."
        for _ in range(chance.randrange(4))
    ]
    return " ".join([told, more, *asides])


def write_reports(folder: Path, count: int, seed: int = 7) -> list[Path]:
    """``count`` files, every tenth a near copy of the one before under another outlet."""
    folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(seed)  # noqa: S311 -- no secret
    paths, text = [], ""
    for n in range(count):
        text = text if n % 10 == 9 else body(chance)
        day = FIRST + timedelta(days=chance.randrange(12))
        path = folder / f"r{n:03}.txt"
        path.write_text(f"Date: {day}\nOutlet: Outlet {n % 23}\n\n{text}\n", "utf-8")
        paths.append(path)
    return paths
