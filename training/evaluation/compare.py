"""Two runs over the same cases: how much each figure differs, and which cases changed most."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from ..data.samples import BadData
from .cases import Case, read_cases
from .metrics import Figure, differences, figures
from .report import differences_table


@dataclass(frozen=True)
class Pair:
    """One question, answered by both runs."""

    ours: Case
    theirs: Case

    def gain(self, policy: str) -> float:
        """How much more IoU ours has; 0 where the policy leaves the picture out."""
        ours, theirs = self.ours.scores[policy].iou, self.theirs.scores[policy].iou
        return 0.0 if ours is None or theirs is None else ours - theirs


@dataclass(frozen=True)
class RunComparison:
    """Figures by policy and name."""

    ours: Mapping[str, Mapping[str, Figure]]
    theirs: Mapping[str, Mapping[str, Figure]]
    gains: Mapping[str, Mapping[str, Figure]]  # ours less theirs


def pair_runs(ours: Sequence[Case], folder: Path) -> list[Pair]:
    """Each case with that of the other run's folder; raises BadData unless both asked the same questions."""
    theirs = read_cases(folder)
    for case in ours:
        other = theirs.get(case.name)
        if other is None or (other.question, other.size) != (case.question, case.size):
            raise BadData(
                "{folder} did not ask the same: it lacks «{question}» about {name}.",
                "Compare runs over the same data, with the same --count and --questions.",
                folder=folder,
                question=case.question,
                name=case.name,
            )
    return [Pair(case, theirs[case.name]) for case in ours]


def compare_runs(pairs: Sequence[Pair], policies: Sequence[str]) -> RunComparison:
    ours, theirs = [pair.ours for pair in pairs], [pair.theirs for pair in pairs]
    return RunComparison(
        {policy: figures(ours, policy) for policy in policies},
        {policy: figures(theirs, policy) for policy in policies},
        {policy: differences(ours, theirs, policy) for policy in policies},
    )


def most_changed(pairs: Sequence[Pair], policy: str, count: int) -> tuple[list[Pair], list[Pair]]:
    """Those that gained, and those that lost; what changed most comes first."""
    ranked = sorted(pairs, key=lambda pair: -pair.gain(policy))
    gained = [pair for pair in ranked[:count] if pair.gain(policy) > 0]
    lost = [pair for pair in ranked[::-1][:count] if pair.gain(policy) < 0]
    return gained, lost


def comparison_json(
    comparison: RunComparison, pairs: Sequence[Pair], other: Path, policy: str
) -> dict[str, Any]:
    """Plain values; each case that changed with how much IoU it gained, the greatest change first."""
    changed = sorted((pair for pair in pairs if pair.gain(policy)), key=lambda pair: -abs(pair.gain(policy)))
    return {
        "other": str(other),
        "cases": len(pairs),
        "policies": {name: _plain(comparison, name) for name in comparison.gains},
        "changed": {policy: {pair.ours.name: round(pair.gain(policy), 4) for pair in changed}},
    }


def _plain(comparison: RunComparison, policy: str) -> dict[str, Any]:
    ours, theirs = comparison.ours[policy], comparison.theirs[policy]
    return {
        name: {"this": ours[name].value, "other": theirs[name].value, "difference": asdict(gain)}
        for name, gain in comparison.gains[policy].items()
    }


def comparison_tables(comparison: RunComparison) -> str:
    """HTML."""
    tables = (
        differences_table(policy, comparison.ours[policy], comparison.theirs[policy], gains)
        for policy, gains in comparison.gains.items()
    )
    return f'<div class="tables">{"".join(tables)}</div>'
