"""deepen.py CHECKPOINT OUT --encoder-layers N: the same network with more encoder layers, to train on from.

CHECKPOINT is a checkpoint or a package's folder. A new layer is a copy of the one before it whose output is zero, so
that the network gives what it gave before ("LLaMA Pro: Progressive LLaMA with Block Expansion", Wu et al., 2024). The
new ones are spread evenly. OUT holds weights alone.
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path

import torch
from checkpoint import State, load, save

SILENT = ("self_attention.output", "narrow")  # what a layer adds to its input comes out of these


def deepened(state: State, layers: int) -> State:
    """Return a state with `layers` encoder layers, at least as many as it has."""
    before = state["shape"]["encoder_layers"]
    weights = {name: value for name, value in state["model"].items() if not name.startswith("encoder.")}
    previous = -1
    for new in range(layers):
        old = new * before // layers
        for name, value in state["model"].items():
            if match := re.match(rf"encoder\.{old}\.(.*)\.\w+$", name):
                silent = old == previous and match[1] in SILENT
                copied = torch.zeros_like(value) if silent else value.clone()
                weights[name.replace(f"encoder.{old}.", f"encoder.{new}.")] = copied
        previous = old
    shape = state["shape"] | {"encoder_layers": layers}
    return state | {"shape": shape, "model": weights, "optimisers": []}


def main() -> None:
    """Write the deeper network."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--encoder-layers", type=int, required=True)
    given = parser.parse_args()
    state = load(given.checkpoint)
    before = state["shape"]["encoder_layers"]
    if given.encoder_layers < before:
        parser.error(f"the network has {before} encoder layers already")
    save(given.out, deepened(state, given.encoder_layers))


if __name__ == "__main__":
    main()
