"""A small corpus of two stories as a person writes them, for the tests of what compiles and checks them."""

STORY = """\
# Invented for testing.
story: norrland-depot
split: train
theatre: Norrland
title: A depot burns at Umbra
speakers:
  mayor: {name: Ana Bell, kind: named, side: Norrland, role: mayor}
  army: {name: Sudmark army, kind: organisation, side: Sudmark, role: army}
incidents:
  A:
    what: A depot at Umbra was set on fire in the night to 5 March 2031.
    type: Air/drone strike
    stage: accomplished
    date: [2031-03-04, 2031-03-05]
    country: Norrland
    admin1: Upper Umbra
    places: [Umbra]
    attackers: [Sudmark]
    targets: [fuel storage]
    weapons: [drone]
    status: confirmed
    settled: {killed: 2}
    dissent:
      - {field: killed, values: [[2, [mayor]], [0, [army]]], why: the army knows of none}
reports:
- id: 1
  outlet: North Wire
  outlet_country: Norrland
  genre: agency flash
  published: 2031-03-05
  features: [flash]
  text: |
    Drones set a fuel depot in Umbra on fire overnight, Mayor Ana Bell said on Wednesday. "Two people died," she told North Wire.
  attributions:
  - [mayor, Mayor Ana Bell, "Bell [[said]]", ["Drones set a fuel depot in Umbra on fire overnight"]]
  - [mayor, "[[she]] told", told, ['"Two people died,"'], {via: North Wire}]
  events:
  - incident: A
    type: Air/drone strike
    stage: accomplished
    date: [2031-03-04, 2031-03-05]
    country: Norrland
    admin1: Upper Umbra
    triggers: [set]
    times: [overnight]
    places: [Umbra]
    attackers: []
    targets: [[a fuel depot, fuel storage]]
    weapons: [[Drones, drone]]
    claims:
    - [occurrence, true, Drones set a fuel depot in Umbra on fire, mayor, asserted]
    - [effect, fire, on fire, mayor, asserted]
    - [killed, 2, Two people died, mayor, asserted]
- id: 2
  outlet: Sudmark army
  outlet_country: Sudmark
  genre: communiqué
  published: 2031-03-06
  voice: army
  text: |
    Our drones struck the fuel depot at Umbra. No one was killed, and the reports of two dead are false.
  events:
  - incident: A
    type: Air/drone strike
    stage: accomplished
    date: null
    country: Norrland
    admin1: Upper Umbra
    triggers: [struck]
    places: [Umbra]
    attackers: [[Our drones, Sudmark]]
    targets: [[the fuel depot, fuel storage]]
    weapons: [["Our [[drones]]", drone]]
    claims:
    - [occurrence, true, struck the fuel depot, outlet, claimed]
    - [attacker, Sudmark, Our drones, outlet, claimed]
    - [killed, 0, No one was killed, outlet, asserted]
    - [killed, 2, two dead, outlet, denied]
- id: 3
  outlet: South Post
  outlet_country: Sudmark
  genre: markets
  published: 2031-03-07
  text: |
    Traders attacked the krona on Friday. "I am against the war and its strikes," Ana Bell said.
  attributions:
  - [mayor, Ana Bell, said, ['"I am against the war and its strikes,"']]
  events: []
  positions:
  - [mayor, the war, opposes, I am against the war]
  not_incidents:
  - [Traders attacked the krona, attacked]
"""

TEST_STORY = (
    STORY.replace("norrland-depot", "sunnvik-depot")
    .replace("split: train", "split: test")
    .replace("Upper Umbra", "Sunnvik")
    .replace("Umbra", "Sunnvik town")
)
