"""export.py CHECKPOINT SPM FROM TO DIRECTORY ...: write an Argos package, its weights as int8."""

from __future__ import annotations

import argparse
import json
import re
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import sentencepiece
from checkpoint import load
from ctranslate2.specs import common_spec, transformer_spec
from layout import linears, norms
from model import BOS, EOS, Shape, sinusoids
from spacing import spaced

LONGEST = 512
NAMES = {"en": "English", "es": "Spanish"}
ARGOS_VERSION = "1.9"  # the format's: the first Argos Translate that reads these packages
Weights = dict[str, np.ndarray]


def part(spec: Any, path: str) -> Any:
    """Return the part of a specification that a path such as encoder/layer_0/ffn/linear_0 names."""
    for name in path.split("/"):
        counted = re.fullmatch(r"(\w+)_(\d+)", name)
        spec = (
            getattr(spec, counted[1])[int(counted[2])] if counted and not hasattr(spec, name) else getattr(spec, name)
        )
    return spec


def specification(weights: Weights, shape: Shape) -> transformer_spec.TransformerSpec:
    """Return the model as CTranslate2 describes it."""
    layers = (shape.encoder_layers, shape.decoder_layers)
    relu = common_spec.Activation.RELU
    spec = transformer_spec.TransformerSpec.from_config(layers, shape.heads, pre_norm=True, activation=relu)
    embedding = weights["embedding.weight"]
    spec.encoder.embeddings[0].weight = spec.decoder.embeddings.weight = spec.decoder.projection.weight = embedding
    for side in (spec.encoder, spec.decoder):
        side.position_encodings.encodings = sinusoids(LONGEST, shape.width).numpy()
        side.scale_embeddings = True
    for theirs, ours in linears(*layers):
        layer = part(spec, theirs)
        layer.weight = np.concatenate([weights[f"{name}.weight"] for name in ours])
        layer.bias = np.concatenate([weights[f"{name}.bias"] for name in ours])
    for theirs, name in norms(*layers):
        layer = part(spec, theirs)
        layer.gamma, layer.beta = weights[f"{name}.weight"], weights[f"{name}.bias"]
    return spec


def write_model(checkpoint: Path, processor: sentencepiece.SentencePieceProcessor, folder: Path) -> None:
    """Write model.bin, its configuration and vocabulary into `folder`."""
    state = load(checkpoint)
    weights = {name: value.float().numpy() for name, value in state["model"].items()}
    spec = specification(weights, Shape(**state["shape"]))
    pieces = [processor.id_to_piece(i) for i in range(processor.get_piece_size())]
    spec.register_source_vocabulary(pieces)
    spec.register_target_vocabulary(pieces)
    spec.config.add_source_eos = True
    spec.config.bos_token = spec.config.decoder_start_token = pieces[BOS]
    spec.config.eos_token = pieces[EOS]
    spec.config.unk_token = pieces[processor.unk_id()]
    spec.validate()
    spec.optimize(quantization="int8")
    folder.mkdir(parents=True)
    spec.save(str(folder))


def main() -> None:
    """Write the package folder named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("spm", type=Path)
    parser.add_argument("source", choices=NAMES)
    parser.add_argument("target", choices=NAMES)
    parser.add_argument("out", type=Path)
    parser.add_argument("--version", required=True)
    parser.add_argument("--license", default="CC-BY-SA-4.0", help="the licence's SPDX name, for metadata.json")
    parser.add_argument(
        "--comfortable", type=int, default=72, help="Comillas cuts longer sentences into clauses; Argos does not look"
    )
    parser.add_argument("--readme", type=Path, help="becomes README.md; Argos shows it")
    parser.add_argument("--license-file", type=Path, help="becomes LICENSE")
    given = parser.parse_args()
    shutil.rmtree(given.out, ignore_errors=True)
    pieces = spaced(given.spm.read_bytes())
    write_model(given.checkpoint, sentencepiece.SentencePieceProcessor(model_proto=pieces), given.out / "model")
    (given.out / "sentencepiece.model").write_bytes(pieces)
    for path, name in ((given.readme, "README.md"), (given.license_file, "LICENSE")):
        if path:
            shutil.copyfile(path, given.out / name)
    metadata = {
        "package_version": given.version,
        "argos_version": ARGOS_VERSION,
        "from_code": given.source,
        "from_name": NAMES[given.source],
        "to_code": given.target,
        "to_name": NAMES[given.target],
        "type": "translate",
        "license": given.license,
        "comfortable_tokens": given.comfortable,
        "dependencies": [],
        "links": [],
    }
    (given.out / "metadata.json").write_text(json.dumps(metadata, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
