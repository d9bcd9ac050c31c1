"""train.py CORPUS OUT --minutes M: train within a time budget; constant rate, then a decay to zero over its last part.

Matrices learn with Muon, everything else with Adam. Ctrl-C, a kill or the end of the budget all leave OUT usable:
it is written every ten minutes and at the end. `--resume` goes on from an earlier OUT, optimisers included.
"""

from __future__ import annotations

import argparse
import math
import os
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from corpus import Tokens, load
from model import BOS, EOS, PAD, Shape, Translator
from torch import Tensor

WARM_UP_STEPS = 300
BUCKET = 8  # lengths are rounded up to this, so that the CPU kernels see few different shapes
SAVE_EVERY = 600.0  # seconds


def batches(source: Tokens, target: Tokens, weights: np.ndarray, size: int, longest: int) -> Iterator[np.ndarray]:
    """Yield index arrays for ever: each epoch shows a segment `weight` times on average, grouped by length."""
    rng = np.random.default_rng(1)
    lengths = np.maximum(source.lengths, target.lengths) + 1
    buckets = -(-lengths // BUCKET) * BUCKET
    pending: dict[int, list[int]] = {}
    while True:
        copies = np.floor(weights + rng.random(len(weights))).astype(int)
        for index in rng.permutation(np.repeat(np.arange(len(weights)), copies)):
            bucket = int(buckets[index])
            if bucket > longest:
                continue
            waiting = pending.setdefault(bucket, [])
            waiting.append(int(index))
            if len(waiting) >= max(1, size // bucket):
                yield np.array(waiting)
                pending[bucket] = []


def collate(source: Tokens, target: Tokens, chosen: np.ndarray) -> tuple[Tensor, Tensor]:
    """Return padded (source, target) id tensors; both end with EOS and the target starts with BOS."""
    width = -(-max(max(len(source[i]), len(target[i])) for i in chosen) // BUCKET) * BUCKET + BUCKET
    sources = np.full((len(chosen), width), PAD, np.int64)
    targets = np.full((len(chosen), width + 1), PAD, np.int64)
    for row, index in enumerate(chosen):
        ids = source[index]
        sources[row, : len(ids) + 1] = [*ids, EOS]
        ids = target[index]
        targets[row, : len(ids) + 2] = [BOS, *ids, EOS]
    return torch.from_numpy(sources), torch.from_numpy(targets)


def rate(step: int, spent: float, decay: float) -> float:
    """Return the learning rate's factor; `spent` and `decay` are shares of the budget, 0 to 1."""
    falling = (1 - spent) / decay if decay > 0 and spent > 1 - decay else 1.0
    return min(1.0, (step + 1) / WARM_UP_STEPS) * max(0.0, falling)


def development_loss(model: Translator, path: Path, size: int, longest: int) -> float:
    """Return the unsmoothed loss per target token (nats) on an encoded corpus."""
    source, target, _ = load(path)
    order = [i for i in np.argsort(source.lengths) if max(len(source[i]), len(target[i])) < longest]
    total = count = 0.0
    model.eval()
    with torch.no_grad():
        step = max(1, size // longest)
        for start in range(0, len(order), step):
            sources, targets = collate(source, target, np.array(order[start : start + step]))
            tokens = float((targets[:, 1:] != PAD).sum())
            with torch.autocast(device(), torch.bfloat16):
                total += float(model(sources.to(device()), targets.to(device()), 0.0)) * tokens
            count += tokens
    model.train()
    return total / count


def device() -> str:
    """Return where to train."""
    return "cuda" if torch.cuda.is_available() else "cpu"


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--decay", type=float, default=0.3, help="share of the budget with the rate falling to zero")
    parser.add_argument("--dev", type=Path, help="encoded corpus to report the loss on")
    parser.add_argument("--resume", type=Path)
    parser.add_argument("--tokens", type=int, default=6144, help="target tokens a batch")
    parser.add_argument("--longest", type=int, default=96, help="longest segment, in tokens")
    parser.add_argument("--threads", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--muon", type=float, default=0.01)
    parser.add_argument("--adam", type=float, default=2e-3)
    parser.add_argument("--dropout", type=float, default=0.0)
    parser.add_argument("--smoothing", type=float, default=0.1)
    for size, value in Shape().to_dict().items():
        parser.add_argument(f"--{size.replace('_', '-')}", type=int, default=value)
    return parser.parse_args()


def main() -> None:
    """Train for the minutes asked for."""
    given = arguments()
    torch.manual_seed(1)
    torch.set_num_threads(given.threads)
    stored = torch.load(given.resume, map_location="cpu", weights_only=True) if given.resume else None
    shape = Shape(**stored["shape"]) if stored else Shape(**{name: getattr(given, name) for name in Shape().to_dict()})
    model = Translator(shape, given.dropout).to(device())
    matrices = [p for n, p in model.named_parameters() if p.dim() == 2 and not n.startswith("embedding")]
    others = [p for n, p in model.named_parameters() if p.dim() != 2 or n.startswith("embedding")]
    optimisers = [
        torch.optim.Muon(matrices, lr=given.muon, weight_decay=0.1, adjust_lr_fn="original"),
        torch.optim.Adam(others, lr=given.adam, betas=(0.9, 0.98)),
    ]
    seen, step = 0, 0
    if stored:
        model.load_state_dict(stored["model"])
        seen = stored["seen"]
        for optimiser, state in zip(optimisers, stored.get("optimisers", []), strict=False):
            optimiser.load_state_dict(state)
    rates = [
        (group, group["initial_lr"])
        for o in optimisers
        for group in o.param_groups
        if group.setdefault("initial_lr", group["lr"])
    ]

    def save() -> None:
        state = {"shape": shape.to_dict(), "model": model.state_dict(), "seen": seen}
        state["optimisers"] = [optimiser.state_dict() for optimiser in optimisers]
        torch.save(state, f"{given.out}.part")
        Path(f"{given.out}.part").replace(given.out)

    source, target, weights = load(given.corpus)
    started = last_save = time.monotonic()
    loss_sum, loss_tokens, last_report = 0.0, 0, started
    for chosen in batches(source, target, weights, given.tokens, given.longest):
        now = time.monotonic()
        spent = (now - started) / (given.minutes * 60)
        if spent >= 1:
            break
        for group, base in rates:
            group["lr"] = base * rate(step, spent, given.decay)
        sources, targets = (t.to(device()) for t in collate(source, target, chosen))
        with torch.autocast(device(), torch.bfloat16):
            loss = model(sources, targets, given.smoothing)
        loss.backward()
        for optimiser in optimisers:
            optimiser.step()
            optimiser.zero_grad()
        tokens = int((targets[:, 1:] != PAD).sum())
        seen, step = seen + tokens, step + 1
        loss_sum, loss_tokens = loss_sum + float(loss.detach()) * tokens, loss_tokens + tokens
        if step % 100 == 0:
            speed = loss_tokens / (now - last_report)
            print(
                f"{spent:4.0%} {seen / 1e6:7.2f} M tokens, loss {loss_sum / loss_tokens:.3f}, {speed:.0f}/s", flush=True
            )
            loss_sum, loss_tokens, last_report = 0.0, 0, now
        if now - last_save > SAVE_EVERY:
            save()
            last_save = now
    save()
    if given.dev:
        loss = development_loss(model, given.dev, given.tokens, given.longest)
        print(f"development loss {loss:.4f}, perplexity {math.exp(loss):.2f}")


if __name__ == "__main__":
    main()
