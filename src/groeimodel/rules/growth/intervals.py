"""Means and t-intervals over municipalities.

The quantile of Student's t is computed here, exactly, because its degrees of freedom
are whole numbers; so a scan starts without loading SciPy (0.2 s and 50 MB).
"""

import math
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from groeimodel.rules.growth.diagnosis import Estimate

LEVEL = 0.90
"""Of every hundred such intervals some ninety hold the true value."""
FEWEST_FOR_INTERVAL = 3

Floats = NDArray[np.float64]


def student_two_sided(t: float, df: int) -> float:
    """P(|T| <= t) for Student's t with a whole number of degrees of freedom (t >= 0, df >= 1).

    The finite series of Abramowitz & Stegun (1964), 26.7.3 and 26.7.4.
    """
    theta = math.atan(t / math.sqrt(df))
    sine, cosine = math.sin(theta), math.cos(theta)
    odd = df % 2 == 1
    term = cosine if odd else 1.0
    total = term if df > 1 else 0.0
    for k in range(3 if odd else 2, df - 1, 2):
        term *= cosine * cosine * (k - 1) / k
        total += term
    return 2 / math.pi * (theta + sine * total) if odd else sine * total


@lru_cache(maxsize=1024)
def t_quantile(df: int, level: float = LEVEL) -> float:
    """The t for which P(|T| <= t) = level; df a whole number >= 1. Raises ValueError otherwise."""
    if df < 1 or not 0 < level < 1:
        raise ValueError(f"no t quantile for df={df}, level={level}")
    low, high = 0.0, 1.0
    while student_two_sided(high, df) < level:
        low, high = high, high * 2
    for _ in range(60):
        middle = (low + high) / 2
        if student_two_sided(middle, df) < level:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def mean_over(values: Floats, axis: int) -> Floats:
    """Mean along an axis over what is there; NaN where nothing is."""
    there = ~np.isnan(values)
    count = there.sum(axis=axis)
    total = np.where(there, values, 0.0).sum(axis=axis)
    mean: Floats = np.divide(total, count, out=np.full(total.shape, np.nan), where=count > 0)
    return mean


def mean_and_margin(values: Floats) -> tuple[float | None, float | None, int]:
    """Mean, half the width of its 90 % t-interval, and n, over a vector with NaN for missing.

    The mean is None when nothing is there, the margin when fewer than three values are.
    """
    there = values[~np.isnan(values)]
    n = len(there)
    if n == 0:
        return None, None, 0
    mean = float(there.mean())
    if n < FEWEST_FOR_INTERVAL:
        return mean, None, n
    return mean, t_quantile(n - 1) * float(there.std(ddof=1)) / math.sqrt(n), n


def estimate(values: Floats) -> Estimate:
    """The mean over municipalities with its interval, clipped to 0-100 (values: (municipalities,), NaN missing)."""
    mean, margin, n = mean_and_margin(values)
    if mean is None or margin is None:
        return Estimate(mean, None, None, n)
    return Estimate(mean, max(0.0, mean - margin), min(100.0, mean + margin), n)
