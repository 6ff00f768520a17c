"""A run: weights in, weights out, with a log of what it cost and how it did."""

import json
import random
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np
import torch

from dateline_training.base import folder, tokenizer
from dateline_training.batches import Batch, collate, epoch
from dateline_training.config import Config
from dateline_training.load import corpora
from dateline_training.losses import loss
from dateline_training.measure import measure
from dateline_training.model import Reader, start
from dateline_training.windows import Labelled, Window


def seed_everything(seed: int) -> None:
    """Seed every source of chance of a run."""
    random.seed(seed)
    np.random.seed(seed)
    torch.manual_seed(seed)


def optimizer(reader: Reader, config: Config) -> torch.optim.AdamW:
    """AdamW with the encoder's and the heads' rates; biases and norms do not decay."""
    groups = []
    for of_encoder, rate in ((True, config.rate), (False, config.head_rate)):
        for decays in (True, False):
            found = [
                p
                for n, p in reader.named_parameters()
                if n.startswith("encoder.") == of_encoder and (p.dim() > 1) == decays
            ]
            groups.append(
                {"params": found, "lr": rate, "weight_decay": config.decay if decays else 0.0}
            )
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), fused=True)


def rate_at(step: int, steps: int, warmup: float) -> float:
    """Share of the peak rate at a step: up in a line, down in a line."""
    rise = max(1, int(steps * warmup))
    if step < rise:
        return (step + 1) / rise
    return max(0.0, (steps - step) / max(1, steps - rise))


def rounds(
    texts: Mapping[str, Sequence[Labelled]], config: Config, seed: int
) -> list[list[Window]]:
    """The groups of all rounds, one after the other; the last round may be a part of one."""
    shares = {use.name: use.share for use in config.corpora}
    every: list[list[Window]] = []
    left, number = config.rounds, 0
    while left > 0:
        groups = epoch(
            texts, shares, longest=config.longest, budget=config.budget, seed=seed + number
        )
        every.extend(groups[: max(1, round(len(groups) * min(1.0, left)))])
        left, number = left - 1, number + 1
    return every


def step(
    reader: Reader, batch: Batch, optimiser: torch.optim.Optimizer, config: Config
) -> dict[str, float]:
    """Learn from one batch; what each part cost."""
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=config.half):
        scores = reader(batch.ids, batch.mask, batch.first)
    parts = loss(reader, scores, batch, config.weights)
    total = torch.stack(list(parts.values())).sum()
    optimiser.zero_grad(set_to_none=True)
    total.backward()  # type: ignore[no-untyped-call]
    torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
    optimiser.step()
    return {name: float(part.detach()) for name, part in parts.items()}


def run(config: Config, roots: Sequence[Path], out: Path) -> Path:
    """Train as a configuration says.

    Writes ``log.jsonl`` (one line a measuring), ``last.pt`` (to go on from after an interruption) and ``best.pt`` below ``out``.

    Args:
        config: what to do.
        roots: where the corpora's files stand.
        out: folder of the run; a run that stands there already is gone on with.

    Returns:
        The file of the best weights.
    """
    out.mkdir(parents=True, exist_ok=True)
    seed_everything(config.seed)
    weights = folder(config.package, config.sha256)
    cutter = tokenizer(weights)
    train, dev = corpora(config, cutter, roots)
    return learn(start(weights, layers=config.layers), train, dev, config, out)


def learn(
    reader: Reader,
    train: Mapping[str, Sequence[Labelled]],
    dev: Mapping[str, Sequence[Labelled]],
    config: Config,
    out: Path,
) -> Path:
    """Train a reader on texts that are laid already; see :func:`run`."""
    out.mkdir(parents=True, exist_ok=True)
    optimiser = optimizer(reader, config)
    groups = rounds(train, config, config.seed)
    peaks = [group["lr"] for group in optimiser.param_groups]
    done, best, since = _resume(out, reader, optimiser)
    if since >= config.patience:
        return out / "best.pt"
    _log(out, {"config": asdict(config), "steps": len(groups), "from": done})
    reader.train()
    began, pieces = time.monotonic(), 0
    costs: dict[str, list[float]] = {}
    for number in range(done, len(groups)):
        share = rate_at(number, len(groups), config.warmup)
        for group, peak in zip(optimiser.param_groups, peaks, strict=True):
            group["lr"] = peak * share
        batch = collate(groups[number])
        for name, cost in step(reader, batch, optimiser, config).items():
            costs.setdefault(name, []).append(cost)
        pieces += int(batch.mask.sum())
        last = number + 1 == len(groups)
        if (number + 1) % config.every == 0 or last:
            found = measure(
                reader, dev, longest=config.longest, budget=config.budget, half=config.half
            ).f1s()
            score = sum(found.get(name, 0.0) for name in config.watch) / len(config.watch)
            _log(out, {
                "step": number + 1, "seconds": round(time.monotonic() - began), "pieces_a_second": round(pieces / (time.monotonic() - began)),
                "cost": {n: round(sum(c) / len(c), 4) for n, c in costs.items()}, "score": round(score, 4), "dev": found,
            })  # fmt: skip
            costs = {}
            since = 0 if score > best else since + 1
            if score > best:
                best = score
                torch.save(reader.state_dict(), out / "best.pt")
            _save(out, reader, optimiser, number + 1, best, since)
            if since >= config.patience:
                break
        elif (number + 1) % 100 == 0:
            _log(out, {"step": number + 1, "pieces_a_second": round(pieces / (time.monotonic() - began)),
                       "cost": {n: round(sum(c) / len(c), 4) for n, c in costs.items()}})  # fmt: skip
            _save(out, reader, optimiser, number + 1, best, since)
    return out / "best.pt"


def _save(
    out: Path, reader: Reader, optimiser: torch.optim.Optimizer, done: int, best: float, since: int
) -> None:
    state = {
        "reader": reader.state_dict(),
        "optimizer": optimiser.state_dict(),
        "done": done,
        "best": best,
        "since": since,
        "chance": torch.get_rng_state(),
    }
    torch.save(state, out / "last.part")
    (out / "last.part").replace(out / "last.pt")


def _resume(out: Path, reader: Reader, optimiser: torch.optim.Optimizer) -> tuple[int, float, int]:
    path = out / "last.pt"
    if not path.exists():
        return 0, -1.0, 0
    state = torch.load(path, weights_only=True)
    reader.load_state_dict(state["reader"])
    optimiser.load_state_dict(state["optimizer"])
    torch.set_rng_state(state["chance"])
    return int(state["done"]), float(state["best"]), int(state["since"])


def _log(out: Path, entry: dict[str, object]) -> None:
    with (out / "log.jsonl").open("a", encoding="utf-8") as lines:
        lines.write(json.dumps(entry) + "\n")


def log_entries(out: Path) -> Iterator[dict[str, object]]:
    """The entries of a run's log."""
    for line in (out / "log.jsonl").read_text("utf-8").splitlines():
        yield json.loads(line)
