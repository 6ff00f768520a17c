from dateline.places.memory import MemoryGazetteer


def test_variant_leads_to_the_same_place_once(invented: MemoryGazetteer) -> None:
    assert [p.id for p in invented.lookup("Arvania")] == ["x:3"]
    again = MemoryGazetteer(invented.lookup("Arvany"), variants={"ARVANY": "x:3"})
    assert [p.id for p in again.lookup("Arvany")] == ["x:3", "x:2"]
