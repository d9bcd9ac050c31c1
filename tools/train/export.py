"""export.py CHECKPOINT SPM FROM TO DIRECTORY --version V --readme FILE: write an Argos package, quantised to int8."""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path

import numpy as np
import sentencepiece
import torch
from ctranslate2.specs import common_spec, transformer_spec
from model import BOS, EOS, Shape, sinusoids

LONGEST = 512
NAMES = {"en": "English", "es": "Spanish"}
Weights = dict[str, np.ndarray]


def linear(spec: common_spec.LinearSpec, weights: Weights, *names: str) -> None:
    """Fill one linear layer from one or several stacked ones."""
    spec.weight = np.concatenate([weights[f"{name}.weight"] for name in names])
    spec.bias = np.concatenate([weights[f"{name}.bias"] for name in names])


def norm(spec: common_spec.LayerNormSpec, weights: Weights, name: str) -> None:
    """Fill one layer normalisation."""
    spec.gamma, spec.beta = weights[f"{name}.weight"], weights[f"{name}.bias"]


def specification(weights: Weights, shape: Shape) -> transformer_spec.TransformerSpec:
    """Return the model as CTranslate2 describes it."""
    layers = (shape.encoder_layers, shape.decoder_layers)
    spec = transformer_spec.TransformerSpec.from_config(
        layers, shape.heads, pre_norm=True, activation=common_spec.Activation.RELU
    )
    embedding = weights["embedding.weight"]
    spec.encoder.embeddings[0].weight = spec.decoder.embeddings.weight = spec.decoder.projection.weight = embedding
    for side, name in ((spec.encoder, "encoder"), (spec.decoder, "decoder")):
        side.position_encodings.encodings = sinusoids(LONGEST, shape.width).numpy()
        side.scale_embeddings = True
        norm(side.layer_norm, weights, f"{name}_norm")
        for index, layer in enumerate(side.layer):
            here = f"{name}.{index}."
            own = here + "self_attention."
            norm(layer.self_attention.layer_norm, weights, here + "self_norm")
            linear(layer.self_attention.linear[0], weights, own + "query", own + "key", own + "value")
            linear(layer.self_attention.linear[1], weights, own + "output")
            if name == "decoder":
                cross = here + "cross_attention."
                norm(layer.attention.layer_norm, weights, here + "cross_norm")
                linear(layer.attention.linear[0], weights, cross + "query")
                linear(layer.attention.linear[1], weights, cross + "key", cross + "value")
                linear(layer.attention.linear[2], weights, cross + "output")
            norm(layer.ffn.layer_norm, weights, here + "feed_norm")
            linear(layer.ffn.linear_0, weights, here + "widen")
            linear(layer.ffn.linear_1, weights, here + "narrow")
    return spec


def main() -> None:
    """Write the package folder named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("spm", type=Path)
    parser.add_argument("source", choices=NAMES)
    parser.add_argument("target", choices=NAMES)
    parser.add_argument("out", type=Path)
    parser.add_argument("--version", required=True)
    parser.add_argument("--readme", type=Path, required=True)
    parser.add_argument("--license", type=Path, required=True)
    given = parser.parse_args()
    stored = torch.load(given.checkpoint, map_location="cpu", weights_only=True)
    weights = {name: value.float().numpy() for name, value in stored["model"].items()}
    spec = specification(weights, Shape(**stored["shape"]))
    processor = sentencepiece.SentencePieceProcessor(model_file=str(given.spm))
    pieces = [processor.id_to_piece(i) for i in range(processor.get_piece_size())]
    spec.register_source_vocabulary(pieces)
    spec.register_target_vocabulary(pieces)
    spec.config.add_source_eos = True
    spec.config.bos_token = spec.config.decoder_start_token = pieces[BOS]
    spec.config.eos_token = pieces[EOS]
    spec.config.unk_token = pieces[processor.unk_id()]
    spec.validate()
    spec.optimize(quantization="int8")
    shutil.rmtree(given.out, ignore_errors=True)
    (given.out / "model").mkdir(parents=True)
    spec.save(str(given.out / "model"))
    shutil.copyfile(given.spm, given.out / "sentencepiece.model")
    shutil.copyfile(given.readme, given.out / "README.md")
    shutil.copyfile(given.license, given.out / "LICENSE")
    metadata = {
        "package_version": given.version,
        "argos_version": "1.9",
        "from_code": given.source,
        "from_name": NAMES[given.source],
        "to_code": given.target,
        "to_name": NAMES[given.target],
        "type": "translate",
        "links": [],
    }
    (given.out / "metadata.json").write_text(json.dumps(metadata, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
