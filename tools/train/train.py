"""train.py CORPUS OUT --minutes M: train within a budget; constant rate, then a decay to zero over its last part.

Matrices learn with Muon, everything else with Adam. The network works in bfloat16; the optimisers keep and change
weights in single precision. A kill leaves OUT as it was at most ten minutes ago. `--resume` goes on from an earlier
OUT with its optimisers, or from the weights of a package's folder.
"""

from __future__ import annotations

import argparse
import math
import os
import time
from collections.abc import Iterable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from checkpoint import State, load, network, save
from model import BOS, EOS, PAD, Shape, Translator
from segments import Corpus, read
from torch import Tensor

BUCKET = 8  # lengths are rounded up to this, so that the CPU kernels see few different shapes
SAVE_EVERY = 600.0  # seconds
REPORT_EVERY = 100  # steps
WHOLE = 0.15  # the last share of the budget, in which the whole vocabulary competes whatever --sample says
DEVICE = "cuda" if torch.cuda.is_available() else "cpu"


class Batch(NamedTuple):
    """Padded ids, a segment a row, and where they are not all 1 the factors of the segments' losses."""

    sources: Tensor
    targets: Tensor
    factors: Tensor | None


def batches(corpus: Corpus, size: int, longest: int, skip: int = 0) -> Iterator[Batch]:
    """Yield padded ids for ever; each epoch shows a segment `weight` times on average.

    A batch holds segments of like length, `size` tokens with padding, and the rated translations of a source together:
    what they share cancels out. The order is the same in every run; the first `skip` batches are left out.
    """
    rng = np.random.default_rng(1)
    groups = corpus.groups
    pending: dict[int, list[int]] = {}
    buckets = np.ceil((corpus.lengths + 1) / BUCKET).astype(int) * BUCKET
    while True:
        copies = np.floor(corpus.weights + rng.random(len(corpus))).astype(int)
        drawn = np.repeat(np.arange(len(corpus)), copies)
        places, rated = rng.random(len(drawn)), corpus.factors[drawn] != 1
        places[rated] = rng.random(len(corpus))[groups[drawn[rated]]]
        for index in drawn[np.argsort(places, kind="stable")]:
            bucket = int(buckets[index])
            if bucket > longest:
                continue
            waiting = pending.setdefault(bucket, [])
            waiting.append(int(index))
            if len(waiting) == max(1, size // bucket):
                if skip <= 0:
                    yield collate(corpus, waiting, bucket)
                skip -= 1
                pending[bucket] = []


def once(corpus: Corpus, size: int, longest: int) -> Iterator[Batch]:
    """Yield every segment of at most `longest` tokens once, by length, in batches of at most `size` tokens."""
    waiting: list[int] = []
    for index in np.argsort(corpus.lengths, kind="stable"):
        width = int(corpus.lengths[index]) + 1
        if width > longest:
            break
        if waiting and (len(waiting) + 1) * width > size:
            yield collate(corpus, waiting, int(corpus.lengths[waiting[-1]]) + 1)
            waiting = []
        waiting.append(int(index))
    if waiting:
        yield collate(corpus, waiting, int(corpus.lengths[waiting[-1]]) + 1)


def collate(corpus: Corpus, chosen: list[int], width: int) -> Batch:
    """Return ids `width` wide; sources and targets end with EOS, and targets start with a BOS of their own."""
    sources = np.full((len(chosen), width), PAD, np.int64)
    targets = np.full((len(chosen), width + 1), PAD, np.int64)
    for row, index in enumerate(chosen):
        source, target = corpus[index]
        sources[row, : len(source)], sources[row, len(source)] = source, EOS
        targets[row, 0], targets[row, 1 : len(target) + 1], targets[row, len(target) + 1] = BOS, target, EOS
    factors = corpus.factors[chosen]
    return Batch(
        torch.from_numpy(sources).to(DEVICE),
        torch.from_numpy(targets).to(DEVICE),
        None if (factors == 1).all() else torch.from_numpy(factors).to(DEVICE),
    )


def tokens_in(targets: Tensor) -> int:
    """Return how many tokens have to be predicted."""
    return int((targets[:, 1:] != PAD).sum())


@torch.no_grad()
def development_loss(model: Translator, corpus: Corpus, size: int, longest: int) -> float:
    """Return the loss per target token (nats) on a corpus."""
    total = count = 0.0
    model.eval()
    for sources, targets, _ in once(corpus, size, longest):
        tokens = tokens_in(targets)
        total += float(model(sources, targets, 0.0)) * tokens
        count += tokens
    model.train()
    return total / count


class Learner:
    """The weights in single precision, the network in bfloat16 that works for them, and what changes them."""

    def __init__(self, state: State, given: argparse.Namespace) -> None:
        self.shape, self.seen = state["shape"], int(state["seen"])
        self.master = network(state, given.dropout).to(DEVICE)
        self.worker = deepcopy(self.master).bfloat16()
        named = list(self.master.named_parameters())
        embedding = [weight for name, weight in named if name.startswith("embedding")]
        matrices = [weight for name, weight in named if weight.dim() == 2 and not name.startswith("embedding")]
        vectors = [weight for _, weight in named if weight.dim() != 2]
        groups = [{"params": vectors}, {"params": embedding, "lr": given.adam / 2}]
        self.optimisers: list[torch.optim.Optimizer] = [
            torch.optim.Muon(matrices, lr=given.muon, weight_decay=0.1, adjust_lr_fn="original"),
            torch.optim.Adam(groups, lr=given.adam, betas=(0.9, 0.98)),
        ]
        self._rates = [[group["lr"] for group in optimiser.param_groups] for optimiser in self.optimisers]
        for optimiser, stored in zip(self.optimisers, state["optimisers"], strict=False):
            optimiser.load_state_dict(stored)

    def step(self, batch: Batch, smoothing: float, factor: float, sample: int) -> Tensor:
        """Learn from one batch at `factor` times the full rate; return its loss per token (nats, not smoothed)."""
        loss: Tensor = self.worker(batch.sources, batch.targets, smoothing, sample, factors=batch.factors)
        loss.backward()
        masters, workers = list(self.master.parameters()), list(self.worker.parameters())
        for master, worker in zip(masters, workers, strict=True):
            assert worker.grad is not None
            master.grad, worker.grad = worker.grad.float(), None
        for optimiser, rates in zip(self.optimisers, self._rates, strict=True):
            for group, rate in zip(optimiser.param_groups, rates, strict=True):
                group["lr"] = rate * factor
            optimiser.step()
        with torch.no_grad():
            torch._foreach_copy_(workers, masters)
        self.seen += tokens_in(batch.targets)
        return loss.detach()

    def state(self) -> State:
        """Return everything that training needs to go on."""
        optimisers = [optimiser.state_dict() for optimiser in self.optimisers]
        return {"shape": self.shape, "model": self.master.state_dict(), "seen": self.seen, "optimisers": optimisers}


def rate_factor(step: int, spent: float, given: argparse.Namespace) -> float:
    """Return the learning rate's factor; `spent` is the share of the budget, 0 to 1."""
    falling = (1 - spent) / given.decay if given.decay > 0 and spent > 1 - given.decay else 1.0
    return min(1.0, (step + 1) / given.warm_up, max(0.0, falling))


def train(learner: Learner, shown: Iterable[Batch], given: argparse.Namespace) -> None:
    """Learn for the minutes or steps asked for, reporting and saving now and then."""
    started = last_save = last_report = time.monotonic()
    losses: list[Tensor] = []
    seen = learner.seen
    for step, batch in enumerate(shown):
        now = time.monotonic()
        spent = step / given.steps if given.steps else (now - started) / (given.minutes * 60)
        if spent >= 1:
            break
        if len(losses) == REPORT_EVERY:
            mean, speed = float(torch.stack(losses).mean()), (learner.seen - seen) / (now - last_report)
            print(f"{spent:4.0%} {learner.seen / 1e6:8.2f} M tokens, loss {mean:.3f}, {speed:.0f}/s", flush=True)
            losses, last_report, seen = [], now, learner.seen
        sample = given.sample if spent < 1 - WHOLE else 0
        losses.append(learner.step(batch, given.smoothing, rate_factor(step, spent, given), sample))
        if now - last_save > SAVE_EVERY:
            save(given.out, learner.state())
            last_save = now
    save(given.out, learner.state())
    if given.lean:
        weights = {name: weight.half() for name, weight in learner.master.state_dict().items()}
        save(given.lean, learner.state() | {"model": weights, "optimisers": []})


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--minutes", type=float, default=60, help="the budget; 0 only reports the development loss")
    parser.add_argument("--steps", type=int, default=0, help="a budget in batches instead, the same on any machine")
    parser.add_argument("--warm-up", type=int, default=300, help="batches until the full rate")
    parser.add_argument("--decay", type=float, default=0.3, help="share of the budget with the rate falling to zero")
    parser.add_argument("--lean", type=Path, help="write the last weights there too: all that export.py needs, a sixth")
    parser.add_argument("--dev", type=Path, help="encoded corpus to report the loss on, before and after")
    parser.add_argument("--resume", type=Path, help="a checkpoint, or the folder of a package")
    parser.add_argument("--skip", type=int, default=0, help="batches to leave out: those an earlier run has seen")
    parser.add_argument("--tokens", type=int, default=6144, help="target tokens a batch, with padding")
    parser.add_argument("--longest", type=int, default=96, help="longest segment, in tokens")
    parser.add_argument("--threads", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--muon", type=float, default=0.01, help="learning rate of the matrices")
    parser.add_argument("--adam", type=float, default=2e-3, help="learning rate of everything else")
    parser.add_argument("--dropout", type=float, default=0.0)
    parser.add_argument("--sample", type=int, default=0, help="let only so many ids that a batch lacks compete; 0: all")
    parser.add_argument("--smoothing", type=float, default=0.1)
    for size, value in Shape().to_dict().items():
        parser.add_argument(f"--{size.replace('_', '-')}", type=int, default=value, help="of a new network")
    return parser.parse_args()


def main() -> None:
    """Train for the minutes asked for."""
    given = arguments()
    torch.manual_seed(1)
    torch.set_num_threads(given.threads)
    if given.resume:
        state = load(given.resume)
    else:
        shape = Shape(**{name: getattr(given, name) for name in Shape().to_dict()})
        state = {"shape": shape.to_dict(), "model": Translator(shape).state_dict(), "seen": 0, "optimisers": []}
    learner = Learner(state, given)

    def report() -> None:
        if given.dev:
            loss = development_loss(learner.worker, read(given.dev), given.tokens, given.longest)
            print(f"development loss {loss:.4f}, perplexity {math.exp(loss):.2f}", flush=True)

    report()
    if given.minutes:
        train(learner, batches(read(given.corpus), given.tokens, given.longest, given.skip), given)
        report()


if __name__ == "__main__":
    main()
