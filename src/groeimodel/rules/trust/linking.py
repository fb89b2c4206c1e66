"""Whether partners that put more in trust more: Spearman's rank correlation with its interval."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FEWEST_PARTNERS = 8
"""With fewer the interval reaches from nearly -1 to nearly 1: too early to say."""
Z = 1.959964
"""Of a 95 % interval."""
VARIANCE = 1.06
"""Of Fisher's z of a rank correlation, times n - 3 (Fieller, Hartley & Pearson 1957)."""


@dataclass(frozen=True, slots=True)
class Link:
    """A correlation, -1 to 1, with its 95 % interval; in steps of 0.1, for one number must not tell of one partner."""

    partners: int
    value: float
    low: float
    high: float

    @property
    def sure(self) -> bool:
        """Whether the interval leaves out 0."""
        return self.low > 0 or self.high < 0


def link(involvement: Sequence[float], trust: Sequence[float]) -> Link | None:
    """Over partners, one figure each. None with fewer than eight, or when all partners are alike in one of both.

    Raises:
        ValueError: the lists are not of one length.
    """
    if len(involvement) != len(trust):
        raise ValueError("one figure of each for every partner")
    n = len(trust)
    if n < FEWEST_PARTNERS:
        return None
    x, y = _ranks(involvement), _ranks(trust)
    spread = math.sqrt(float((x * x).sum()) * float((y * y).sum()))
    if spread == 0:
        return None
    value = float((x * y).sum()) / spread
    z = math.atanh(min(max(value, -0.999999), 0.999999))
    half = Z * math.sqrt(VARIANCE / (n - 3))
    return Link(n, round(value, 1), round(math.tanh(z - half), 1), round(math.tanh(z + half), 1))


def _ranks(values: Sequence[float]) -> NDArray[np.float64]:
    """Ranks around their mean; what is equal shares its rank."""
    array = np.asarray(values, dtype=np.float64)
    below = (array[None, :] < array[:, None]).sum(axis=1)
    same = (array[None, :] == array[:, None]).sum(axis=1)
    ranks: NDArray[np.float64] = below + (same + 1) / 2
    ranks -= ranks.mean()
    return ranks
