"""Dropout from random bytes: an eighth of a random number for each value, where torch's own draws a whole one.

On a CPU the drawing is most of what dropout costs, and dropout a seventh of a step of a small encoder. The share that is dropped is rounded to a 256th.
"""

import torch
from torch import Tensor, nn

_BYTES = 256
_EVERY = -(2**63)


class ByteDropout(nn.Module):
    """Srivastava et al. (2014): some values become 0 and the others grow, so that the mean stays.

    Draws from torch's default generator, so that a seed or a kept state brings the same values again.
    """

    def __init__(self, share: float) -> None:
        """``share`` of the values is dropped, from 0 up to but not 1.

        Raises:
            ValueError: for any other share.
        """
        super().__init__()
        if not 0 <= share < 1:
            raise ValueError(
                f"a share of {share} can't be dropped; give one from 0 up to but not 1."
            )
        self.dropped = round(share * _BYTES)

    def forward(self, values: Tensor) -> Tensor:
        """The values, some dropped; unchanged where the module is not training."""
        if not self.training or not self.dropped:
            return values
        count = values.numel()
        draws = torch.empty((count + 7) // 8, dtype=torch.int64).random_(_EVERY, None)
        kept = (draws.view(torch.uint8)[:count] >= self.dropped).view(values.shape)
        return values * (kept.to(values.dtype) * (_BYTES / (_BYTES - self.dropped)))


def swap(model: nn.Module) -> None:
    """Put this dropout in the place of torch's, wherever a module holds one that drops something."""
    for module in list(model.modules()):
        for name, child in list(module.named_children()):
            if isinstance(child, nn.Dropout) and child.p:
                setattr(module, name, ByteDropout(child.p))
