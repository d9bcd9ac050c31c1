"""The weights of an Argos package read back as floats: what training goes on from when no checkpoint is left."""

from __future__ import annotations

import re
import struct
from pathlib import Path
from typing import BinaryIO

import numpy as np
import torch
from layout import EMBEDDINGS, linears, norms
from model import Shape
from torch import Tensor

_VERSIONS = (4, 5, 6)  # of model.bin, as CTranslate2 2 to 4 write it
_TYPES = (np.float32, np.int8, np.int16, np.int32, np.float16)  # in the order it numbers them


def from_package(folder: Path) -> tuple[Shape, dict[str, Tensor]]:
    """Return shape and weights of the model in an Argos package that export.py wrote, int8 or not.

    Raises KeyError for a network of another design, ValueError for a file format of another time.
    """
    with (folder / "model" / "model.bin").open("rb") as file:
        stored = variables(file)
    sides = ("encoder", "decoder")
    layers = [len({match[0] for name in stored if (match := re.match(rf"{side}/layer_\d+/", name))}) for side in sides]
    weights = {"embedding.weight": _matrix(stored, EMBEDDINGS)}
    for theirs, ours in linears(*layers):
        matrices = _matrix(stored, f"{theirs}/weight").chunk(len(ours))
        biases = torch.from_numpy(stored[f"{theirs}/bias"]).chunk(len(ours))
        for name, matrix, bias in zip(ours, matrices, biases, strict=True):
            weights[f"{name}.weight"], weights[f"{name}.bias"] = matrix, bias
    for theirs, name in norms(*layers):
        weights[f"{name}.weight"] = torch.from_numpy(stored[f"{theirs}/gamma"])
        weights[f"{name}.bias"] = torch.from_numpy(stored[f"{theirs}/beta"])
    vocabulary, width = weights["embedding.weight"].shape
    feed_forward = len(weights["encoder.0.widen.bias"])
    return Shape(vocabulary, width, int(stored["encoder/num_heads"]), feed_forward, *layers), weights


def variables(file: BinaryIO) -> dict[str, np.ndarray]:
    """Read every variable of a CTranslate2 model.bin by name."""

    def number(form: str) -> int:
        return int(struct.unpack(f"<{form}", file.read(struct.calcsize(form)))[0])

    def text() -> str:
        return file.read(number("H")).rstrip(b"\0").decode()

    version = number("I")
    if version not in _VERSIONS:
        raise ValueError(f"model.bin of version {version}; known are {_VERSIONS}")
    text()  # the kind of model
    number("I")  # and its revision
    found: dict[str, np.ndarray] = {}
    for _ in range(number("I")):
        name = text()
        shape = [number("I") for _ in range(number("B"))]
        kind = _TYPES[number("B")]
        found[name] = np.frombuffer(bytearray(file.read(number("I"))), kind).reshape(shape)
    for _ in range(number("I")):
        alias = text()
        found[alias] = found[text()]
    return found


def _matrix(stored: dict[str, np.ndarray], name: str) -> Tensor:
    values = stored[name].astype(np.float32)
    scale = stored.get(f"{name}_scale")
    return torch.from_numpy(values if scale is None else values / scale.reshape(-1, 1))
