"""RepViT-M1 (arXiv 2307.09283), EdgeTAM's backbone: transformers takes it from timm, which needs torchvision.

Only what EdgeTAM has: the stages' features, without the classifier. The weights are called as in timm's
network, and so as in EdgeTAM's folder. Shapes: B images, C channels, h rows, w columns.
"""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import torch
from torch import Tensor, nn
from transformers import AutoConfig, AutoModel, PretrainedConfig, PreTrainedModel

MODEL_TYPE = "askmap_repvit"
WIDER = 2  # the inside of an MLP
SQUEEZED, EIGHTS = 4, 8  # channels of squeeze-and-excitation: a quarter, in eights


class RepVitConfig(PretrainedConfig):  # type: ignore[no-untyped-call]
    model_type = MODEL_TYPE

    def __init__(
        self,
        channels: tuple[int, ...] = (48, 96, 192, 384),
        depths: tuple[int, ...] = (2, 2, 14, 2),
        **others: Any,
    ) -> None:
        self.channels, self.depths = list(channels), list(depths)
        super().__init__(**others)


class RepVit(PreTrainedModel):  # type: ignore[no-untyped-call]
    """What EdgeTamVisionModel wants of its backbone."""

    config_class = RepVitConfig

    def __init__(self, config: RepVitConfig) -> None:
        super().__init__(config)
        self.stem = _Stem(config.channels[0])
        before = config.channels[0]
        for number, (channels, depth) in enumerate(zip(config.channels, config.depths)):
            self.add_module(f"stages_{number}", _Stage(before, channels, depth, is_first=number == 0))
            before = channels

    def forward(self, pixel_values: Tensor, **_: Any) -> SimpleNamespace:
        """(B, 3, H, W) to each stage's features, from fine to coarse, (B, C, h, w)."""
        features = [self.stem(pixel_values)]
        for number in range(len(self.config.depths)):
            features.append(self.get_submodule(f"stages_{number}")(features[-1]))
        return SimpleNamespace(last_hidden_state=features[1:], hidden_states=None)

    def _init_weights(self, module: nn.Module) -> None:
        """All of them come from a file."""


class _ConvNorm(nn.Sequential):
    def __init__(self, before: int, after: int, side: int = 1, stride: int = 1, groups: int = 1) -> None:
        super().__init__()
        self.c = nn.Conv2d(before, after, side, stride, side // 2, groups=groups, bias=False)
        self.bn = nn.BatchNorm2d(after)


class _Stem(nn.Module):
    def __init__(self, channels: int) -> None:
        super().__init__()
        self.conv1 = _ConvNorm(3, channels // 2, 3, 2)
        self.conv2 = _ConvNorm(channels // 2, channels, 3, 2)

    def forward(self, x: Tensor) -> Tensor:
        y: Tensor = self.conv2(nn.functional.gelu(self.conv1(x)))
        return y


class _TokenMixer(nn.Module):
    def __init__(self, channels: int) -> None:
        super().__init__()
        self.conv = _ConvNorm(channels, channels, 3, groups=channels)
        self.conv1 = _ConvNorm(channels, channels, groups=channels)

    def forward(self, x: Tensor) -> Tensor:
        y: Tensor = self.conv(x) + self.conv1(x) + x
        return y


class _SqueezeExcite(nn.Module):
    def __init__(self, channels: int) -> None:
        super().__init__()
        squeezed = max(EIGHTS, int(channels / SQUEEZED + EIGHTS / 2) // EIGHTS * EIGHTS)
        self.fc1, self.fc2 = nn.Conv2d(channels, squeezed, 1), nn.Conv2d(squeezed, channels, 1)

    def forward(self, x: Tensor) -> Tensor:
        share: Tensor = self.fc2(torch.relu(self.fc1(x.mean((2, 3), keepdim=True))))
        return x * share.sigmoid()


class _Mlp(nn.Module):
    def __init__(self, channels: int) -> None:
        super().__init__()
        self.conv1 = _ConvNorm(channels, channels * WIDER)
        self.conv2 = _ConvNorm(channels * WIDER, channels)

    def forward(self, x: Tensor) -> Tensor:
        y: Tensor = self.conv2(nn.functional.gelu(self.conv1(x)))
        return y


class _Block(nn.Module):
    def __init__(self, channels: int, *, excites: bool) -> None:
        super().__init__()
        self.token_mixer = _TokenMixer(channels)
        self.se = _SqueezeExcite(channels) if excites else nn.Identity()
        self.channel_mixer = _Mlp(channels)

    def forward(self, x: Tensor) -> Tensor:
        mixed = self.se(self.token_mixer(x))
        y: Tensor = mixed + self.channel_mixer(mixed)
        return y


class _Downsample(nn.Module):
    def __init__(self, before: int, after: int) -> None:
        super().__init__()
        self.pre_block = _Block(before, excites=False)
        self.spatial_downsample = _ConvNorm(before, before, 3, 2, groups=before)
        self.channel_downsample = _ConvNorm(before, after)
        self.ffn = _Mlp(after)

    def forward(self, x: Tensor) -> Tensor:
        smaller = self.channel_downsample(self.spatial_downsample(self.pre_block(x)))
        y: Tensor = smaller + self.ffn(smaller)
        return y


class _Stage(nn.Module):
    def __init__(self, before: int, channels: int, depth: int, *, is_first: bool) -> None:
        super().__init__()
        self.downsample = nn.Identity() if is_first else _Downsample(before, channels)
        # Every other block squeezes and excites, the first one too
        self.blocks = nn.Sequential(*(_Block(channels, excites=n % 2 == 0) for n in range(depth)))

    def forward(self, x: Tensor) -> Tensor:
        y: Tensor = self.blocks(self.downsample(x))
        return y


AutoConfig.register(MODEL_TYPE, RepVitConfig, exist_ok=True)
AutoModel.register(RepVitConfig, RepVit, exist_ok=True)
