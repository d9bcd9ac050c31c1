"""Checkpoints: our own, those of the first trainer, and packages as something to go on from."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import torch
from model import Shape, Translator
from weights import from_package

State = dict[str, Any]  # "shape", "model" (weights by name), "seen" (target tokens), "optimisers" (their states)

# The first trainer, which the starter packages were made with, used short names.
_FIRST_SHAPE = ("V", "d", "h", "f", "ne", "nd")  # in the order of Shape
_FIRST_NAMES = {
    r"^emb\.": "embedding.",
    r"^enc\.": "encoder.",
    r"^dec\.": "decoder.",
    r"^en\.": "encoder_norm.",
    r"^dn\.": "decoder_norm.",
    r"\.ff\.a\.": ".widen.",
    r"\.ff\.b\.": ".narrow.",
    r"\.sa\.": ".self_attention.",
    r"\.ca\.": ".cross_attention.",
    r"\.q\.": ".query.",
    r"\.k\.": ".key.",
    r"\.v\.": ".value.",
    r"\.o\.": ".output.",
    r"\.n1\.": ".self_norm.",
    r"^(encoder\.\d+)\.n2\.": r"\1.feed_norm.",
    r"\.n2\.": ".cross_norm.",
    r"\.n3\.": ".feed_norm.",
}


def save(path: Path, state: State) -> None:
    """Write a checkpoint in one step: an interrupted write leaves the earlier one."""
    part = path.with_name(path.name + ".part")
    torch.save(state, part)
    part.replace(path)


def load(path: Path) -> State:
    """Read a checkpoint of either trainer, or of a package's folder its weights."""
    if path.is_dir():
        shape, weights = from_package(path)
        return {"shape": shape.to_dict(), "model": weights, "seen": 0, "optimisers": []}
    state: State = torch.load(path, map_location="cpu", weights_only=True)
    if "cfg" in state:
        shape = Shape(*(state["cfg"][name] for name in _FIRST_SHAPE))
        weights = {_renamed(name): value.float() for name, value in state["master"].items()}
        return {"shape": shape.to_dict(), "model": weights, "seen": state["seen"], "optimisers": []}
    return state


def network(state: State, dropout: float = 0.0) -> Translator:
    """Return the network a checkpoint describes, with its weights."""
    model = Translator(Shape(**state["shape"]), dropout)
    model.load_state_dict(state["model"])
    return model


def _renamed(name: str) -> str:
    for pattern, replacement in _FIRST_NAMES.items():
        name = re.sub(pattern, replacement, name)
    return name
