"""Packages for tests: the bundled ones in older formats, tiny ones with random weights, archives good and bad."""

from __future__ import annotations

import json
import shutil
import struct
import zipfile
from pathlib import Path
from typing import Any

from reader.core.paths import resources

BUNDLED = {
    "en-es": next((resources() / "models").glob("translate-en_es-*")),
    "es-en": next((resources() / "models").glob("translate-es_en-*")),
}
NAME = BUNDLED["en-es"].name
"""What the program calls the bundled English-Spanish package; every version has another name."""
_ITEM_SIZE = {0: 4, 1: 1, 2: 2, 3: 4, 4: 2}  # bytes of CTranslate2's data types
BPE_VOCABULARY = ["<blank>", "<s>", "</s>", "<unk>", "__es__", "hello", "wor@@", "ld", "hola", "mun@@", "do", ".", ","]


def copy_package(target: Path, **metadata: Any) -> Path:
    """Copy the bundled English-Spanish package, with other metadata."""
    shutil.copytree(BUNDLED["en-es"], target)
    path = target / "metadata.json"
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | metadata), "utf-8")
    return target


def archive(folder: Path, target: Path, top: str | None = None) -> Path:
    """Zip `folder` as Argos does: everything below one folder, named `top`."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                out.write(path, f"{folder.name if top is None else top}/{path.relative_to(folder)}".lstrip("/"))
    return target


def older_format(model: Path, version: int) -> None:
    """Rewrite a CTranslate2 model of binary version 6 as an older one: flags in the binary, vocabulary as lines."""
    data = (model / "model.bin").read_bytes()
    at = 0

    def take(code: str) -> int:
        nonlocal at
        (value,) = struct.unpack_from("<" + code, data, at)
        at += struct.calcsize("<" + code)
        return int(value)

    def text() -> bytes:
        nonlocal at
        size = take("H")
        at += size
        return data[at - size : at - 1]

    def put(value: bytes) -> bytes:
        return struct.pack("<H", len(value) + 1) + value + b"\0"

    assert take("I") == 6
    name, revision, variables = text(), take("I"), []
    for _ in range(take("I")):
        variable, shape, kind, size = text(), [take("I") for _ in range(take("B"))], take("B"), take("I")
        variables.append((variable, shape, kind, data[at : at + size]))
        at += size
    aliases = [(text(), text()) for _ in range(take("I"))]
    variables.append((b"with_source_eos", [], 1, b"\1"))
    out = struct.pack("<I", version) + put(name) + struct.pack("<II", min(revision, version), len(variables))
    for variable, shape, kind, content in variables:
        out += put(variable) + struct.pack(f"<B{len(shape)}I", len(shape), *shape)
        if version >= 4:
            out += struct.pack("<BI", kind, len(content))
        else:
            out += struct.pack("<BI", _ITEM_SIZE[kind], len(content) // _ITEM_SIZE[kind])
        out += content
    out += struct.pack("<I", len(aliases)) + b"".join(put(one) + put(other) for one, other in aliases)
    (model / "model.bin").write_bytes(out)
    (model / "config.json").unlink()
    vocabulary = json.loads((model / "shared_vocabulary.json").read_text("utf-8"))
    (model / "shared_vocabulary.json").unlink()
    (model / "shared_vocabulary.txt").write_text("\n".join(vocabulary) + "\n", "utf-8")


def random_bpe_package(target: Path, **metadata: Any) -> Path:
    """Make a package like the older official ones: Moses and BPE, here with a tiny model of random weights."""
    import numpy
    from ctranslate2.specs import TransformerSpec

    width, inner, words = 8, 16, len(BPE_VOCABULARY)
    random = numpy.random.default_rng(7)
    spec = TransformerSpec.from_config(num_layers=1, num_heads=2)

    def linear(layer: Any, rows: int, columns: int) -> None:
        layer.weight = random.normal(size=(rows, columns)).astype("float32")
        layer.bias = numpy.zeros(rows, dtype="float32")

    def norm(layer: Any) -> None:
        layer.gamma, layer.beta = numpy.ones(width, dtype="float32"), numpy.zeros(width, dtype="float32")

    for side in (spec.encoder, spec.decoder):
        embeddings = side.embeddings[0] if isinstance(side.embeddings, list) else side.embeddings
        embeddings.weight = random.normal(size=(words, width)).astype("float32")
        norm(side.layer_norm)
        layer = side.layer[0]
        for attention, shapes in (("self_attention", (3, 1)), ("attention", (1, 2, 1))):
            if (part := getattr(layer, attention, None)) is not None:
                norm(part.layer_norm)
                for piece, times in zip(part.linear, shapes, strict=True):
                    linear(piece, times * width, width)
        norm(layer.ffn.layer_norm)
        linear(layer.ffn.linear_0, inner, width)
        linear(layer.ffn.linear_1, width, inner)
    linear(spec.decoder.projection, words, width)
    spec.register_source_vocabulary(BPE_VOCABULARY)
    spec.register_target_vocabulary(BPE_VOCABULARY)
    spec.config.add_source_eos = True
    spec.validate()
    (target / "model").mkdir(parents=True)
    spec.save(str(target / "model"))
    (target / "bpe.model").write_text("#version: 0.2\nl d</w>\nw o\nwo r\nm u\nmu n\nd o</w>\n", "utf-8")
    about = {"from_code": "en", "to_code": "fr", "package_version": "1.0", "argos_version": "1.0", "type": "translate"}
    (target / "metadata.json").write_text(json.dumps(about | metadata), "utf-8")
    return target
