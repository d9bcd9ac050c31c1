"""A compact pre-norm Transformer with one tied embedding, shaped so that CTranslate2 can run it (export.py)."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass
from typing import Any

import torch
from loss import cross_entropy
from torch import Tensor, nn
from torch.nn import functional as F

PAD, BOS, EOS = 0, 1, 2
MASK_USES = 100  # how many masks dropout cuts out of one larger
HIDDEN = -1e4  # added to the scores of places that may not be looked at; bfloat16 holds it


@dataclass(frozen=True)
class Shape:
    """The sizes that decide the package's size and speed; a deep encoder is cheap, a deep decoder is not."""

    vocabulary: int = 16_000
    width: int = 256
    heads: int = 8
    feed_forward: int = 1536
    encoder_layers: int = 6
    decoder_layers: int = 2

    def to_dict(self) -> dict[str, int]:
        """Return the sizes as a checkpoint stores them."""
        return asdict(self)


def sinusoids(length: int, width: int) -> Tensor:
    """Return the position table CTranslate2 expects: sines in the first half, cosines in the second."""
    rates = torch.exp(torch.arange(width // 2) * -(math.log(10_000) / (width / 2 - 1)))
    angles = torch.arange(length)[:, None] * rates
    return torch.cat([angles.sin(), angles.cos()], 1)


class Attention(nn.Module):
    """Multi-head attention by plain products: the fused kernel's backward pass is slow on CPUs in bfloat16."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.heads = shape.heads
        self.query, self.key, self.value, self.output = (nn.Linear(shape.width, shape.width) for _ in range(4))

    def forward(self, x: Tensor, memory: Tensor, mask: Tensor) -> Tensor:
        """Attend from `x` to `memory`; `mask` is added to the scores."""

        def split(y: Tensor) -> Tensor:
            return y.unflatten(-1, (self.heads, -1)).transpose(1, 2)

        q, k, v = map(split, self._projected(x, memory))
        weights = torch.softmax(q * q.shape[-1] ** -0.5 @ k.mT + mask, -1)
        return self.output((weights @ v).transpose(1, 2).flatten(2))

    def _projected(self, x: Tensor, memory: Tensor) -> tuple[Tensor, ...]:
        """Return queries, keys and values; of one text they are one product, which is faster."""
        parts = (self.query, self.key, self.value)
        if x is not memory:
            return self.query(x), self.key(memory), self.value(memory)
        weight, bias = torch.cat([part.weight for part in parts]), torch.cat([part.bias for part in parts])
        return F.linear(x, weight, bias).chunk(3, -1)


class Dropout(nn.Module):
    """Dropout with masks cut out of one large mask: drawing random numbers is serial on CPUs, a tenth of a step."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share
        self._mask, self._uses = torch.empty(0), 0

    def forward(self, x: Tensor) -> Tensor:
        """Return `x` with a share of its values zero and the others raised to make up for it."""
        if not (self.training and self.share):
            return x
        if self._uses % MASK_USES == 0 or len(self._mask) < 2 * x.numel():
            drawn = torch.rand(max(len(self._mask), 4 * x.numel()), device=x.device)
            self._mask = (drawn >= self.share).to(x.dtype) / (1 - self.share)
        self._uses += 1
        start = int(torch.randint(len(self._mask) - x.numel() + 1, ()))
        return x * self._mask[start : start + x.numel()].view_as(x)


class _Relu(torch.autograd.Function):
    """ReLU whose backward pass keeps or clears the gradients' bits: torch's own takes 5 to 10 times as long on CPUs."""

    @staticmethod
    def forward(ctx: Any, x: Tensor) -> Tensor:
        positive = x.clamp_min(0)
        ctx.save_for_backward(positive)
        return positive

    @staticmethod
    def backward(ctx: Any, *gradients: Tensor) -> Tensor:
        (positive,), (gradient,) = ctx.saved_tensors, gradients
        whole = torch.int16 if positive.element_size() == 2 else torch.int32
        return positive.view(whole).clamp(0, 1).mul_(gradient.view(whole)).view(gradient.dtype)


class Layer(nn.Module):
    """One encoder layer, or with `crossed` one decoder layer."""

    def __init__(self, shape: Shape, dropout: float, crossed: bool) -> None:
        super().__init__()
        self.self_norm, self.self_attention = nn.LayerNorm(shape.width), Attention(shape)
        if crossed:
            self.cross_norm, self.cross_attention = nn.LayerNorm(shape.width), Attention(shape)
        self.feed_norm = nn.LayerNorm(shape.width)
        self.widen = nn.Linear(shape.width, shape.feed_forward)
        self.narrow = nn.Linear(shape.feed_forward, shape.width)
        self.dropout = Dropout(dropout)

    def forward(
        self, x: Tensor, mask: Tensor, memory: Tensor | None = None, memory_mask: Tensor | None = None
    ) -> Tensor:
        """Return the layer's output for `x`."""
        y = self.self_norm(x)
        x = x + self.dropout(self.self_attention(y, y, mask))
        if memory is not None and memory_mask is not None:
            x = x + self.dropout(self.cross_attention(self.cross_norm(x), memory, memory_mask))
        return x + self.dropout(self.narrow(_Relu.apply(self.widen(self.feed_norm(x)))))


class Translator(nn.Module):
    """Both directions at once: the source's language tells which one is wanted."""

    def __init__(self, shape: Shape, dropout: float = 0.0, longest: int = 512) -> None:
        super().__init__()
        self.shape = shape
        self.embedding = nn.Embedding(shape.vocabulary, shape.width)
        self.register_buffer("positions", sinusoids(longest, shape.width), persistent=False)
        self.encoder = nn.ModuleList(Layer(shape, dropout, False) for _ in range(shape.encoder_layers))
        self.decoder = nn.ModuleList(Layer(shape, dropout, True) for _ in range(shape.decoder_layers))
        self.encoder_norm, self.decoder_norm = nn.LayerNorm(shape.width), nn.LayerNorm(shape.width)
        for parameter in self.parameters():
            if parameter.dim() == 2:
                nn.init.xavier_uniform_(parameter)
        nn.init.normal_(self.embedding.weight, 0, shape.width**-0.5)

    def forward(
        self, source: Tensor, target: Tensor, smoothing: float, sample: int = 0, *, factors: Tensor | None = None
    ) -> Tensor:
        """Return the mean cross-entropy per target token (nats); `target` starts with BOS and ends with EOS.

        `factors`, one a segment, are for its gradient, as cross_entropy has it.
        """
        inputs, wanted = target[:, :-1], target[:, 1:]
        length, table = inputs.shape[1], self.embedding.weight
        padding = table.new_zeros(source.shape).masked_fill(source == PAD, HIDDEN)[:, None, None]
        causal = table.new_full((length, length), HIDDEN).triu(1)
        x, y = self._embed(source), self._embed(inputs)
        for layer in self.encoder:
            x = layer(x, padding)
        x = self.encoder_norm(x)
        for layer in self.decoder:
            y = layer(y, causal, x, padding)
        kept = wanted != PAD
        each = None if factors is None else factors[:, None].expand_as(wanted)[kept]
        return cross_entropy(self.decoder_norm(y)[kept], table, wanted[kept], smoothing, sample, factors=each)

    def _embed(self, tokens: Tensor) -> Tensor:
        return self.embedding(tokens) * math.sqrt(self.shape.width) + self.positions[: tokens.shape[1]]
