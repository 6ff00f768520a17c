import pytest
import torch
from torch import nn

from dateline_training.dropout import ByteDropout, swap


def test_a_tenth_goes_the_rest_grows_and_the_mean_stays() -> None:
    torch.manual_seed(1)
    given = torch.ones(300, 401)  # an odd number of values: no whole number of draws
    found = ByteDropout(0.1)(given)
    gone = (found == 0).float().mean().item()
    assert gone == pytest.approx(26 / 256, abs=0.005)
    assert found.unique().tolist() == pytest.approx([0, 256 / 230])
    assert found.mean().item() == pytest.approx(1, abs=0.01)


def test_every_place_of_a_draw_drops_alike() -> None:
    torch.manual_seed(2)
    found = ByteDropout(0.25)(torch.ones(50_000, 8)) == 0
    assert found.float().mean(0).tolist() == pytest.approx([0.25] * 8, abs=0.01)


def test_neighbours_are_dropped_independently() -> None:
    torch.manual_seed(3)
    found = (ByteDropout(0.5)(torch.ones(200_000)) == 0).float() - 0.5
    assert (found[1:] * found[:-1]).mean().item() == pytest.approx(0, abs=0.005)


def test_a_seed_brings_the_same_values_again() -> None:
    drop, given = ByteDropout(0.3), torch.ones(1000)
    torch.manual_seed(4)
    state = torch.get_rng_state()
    first, second = drop(given), drop(given)
    torch.set_rng_state(state)
    assert torch.equal(drop(given), first)
    assert not torch.equal(first, second)


def test_nothing_is_dropped_outside_training_or_of_a_share_of_nothing() -> None:
    given = torch.rand(50)
    assert ByteDropout(0.5).eval()(given) is given
    assert ByteDropout(0)(given) is given


def test_half_precision_stays_half() -> None:
    assert ByteDropout(0.5)(torch.ones(9, dtype=torch.bfloat16)).dtype == torch.bfloat16


@pytest.mark.parametrize("share", [-0.1, 1, 2])
def test_other_shares_are_refused(share: float) -> None:
    with pytest.raises(ValueError, match="can't be dropped"):
        ByteDropout(share)


def test_only_modules_that_drop_something_are_swapped() -> None:
    model = nn.Sequential(nn.Dropout(0.1), nn.Sequential(nn.Linear(2, 2), nn.Dropout(0.0)))
    swap(model)
    inner = model[1]
    assert isinstance(inner, nn.Sequential)
    assert isinstance(model[0], ByteDropout)
    assert isinstance(inner[1], nn.Dropout)
