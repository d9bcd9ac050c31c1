"""What a package calls the parts of the network, and what we do: export.py goes one way, weights.py the other."""

from __future__ import annotations

from collections.abc import Iterator

EMBEDDINGS = "decoder/embeddings/weight"


def linears(encoder_layers: int, decoder_layers: int) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each linear layer of a package and those of ours that are stacked in it."""
    for side, ours in _layers(encoder_layers, decoder_layers):
        own, cross = f"{ours}.self_attention", f"{ours}.cross_attention"
        yield f"{side}/self_attention/linear_0", (f"{own}.query", f"{own}.key", f"{own}.value")
        yield f"{side}/self_attention/linear_1", (f"{own}.output",)
        if ours.startswith("decoder"):
            yield f"{side}/attention/linear_0", (f"{cross}.query",)
            yield f"{side}/attention/linear_1", (f"{cross}.key", f"{cross}.value")
            yield f"{side}/attention/linear_2", (f"{cross}.output",)
        yield f"{side}/ffn/linear_0", (f"{ours}.widen",)
        yield f"{side}/ffn/linear_1", (f"{ours}.narrow",)


def norms(encoder_layers: int, decoder_layers: int) -> Iterator[tuple[str, str]]:
    """Yield each layer normalisation of a package and ours."""
    for side in ("encoder", "decoder"):
        yield f"{side}/layer_norm", f"{side}_norm"
    for side, ours in _layers(encoder_layers, decoder_layers):
        yield f"{side}/self_attention/layer_norm", f"{ours}.self_norm"
        if ours.startswith("decoder"):
            yield f"{side}/attention/layer_norm", f"{ours}.cross_norm"
        yield f"{side}/ffn/layer_norm", f"{ours}.feed_norm"


def _layers(encoder_layers: int, decoder_layers: int) -> Iterator[tuple[str, str]]:
    for side, count in (("encoder", encoder_layers), ("decoder", decoder_layers)):
        for index in range(count):
            yield f"{side}/layer_{index}", f"{side}.{index}"
