"""How far raters agree, and how far groups of raters differ.

The indices of the literature on shared perceptions, on plain arrays. NaN is a missing
rating and ``None`` never occurs: what cannot be computed is NaN. ``points`` is the number
of answer options (5 for answers 1 to 5); a rating may lie on any scale with steps of 1.

Over several items (the functions on ``_j``) a rater who left out an item is left out whole, as
in the literature and its reference software. Where each item asks someone else, that leaves
nobody; the functions on ``_from`` take each item with the raters it has.

In words, with what each index can and cannot say: docs/rules/agreement.md.

- James, Demaree & Wolf (1984): r_wg, r_wg(j).    - Lindell & Brandt (1999): r*_wg(j).
- Burke, Finkelstein & Dusig (1999): AD_M.        - Bartko (1976): ICC(1), ICC(2).
"""

import math

import numpy as np
from numpy.typing import ArrayLike, NDArray

from groeimodel.rules.growth.intervals import Floats, mean_over


def null_variance(points: int) -> float:
    """Variance of answers that spread evenly over all options: (points² - 1) / 12, so 2 for 1 to 5.

    Raises ValueError for fewer than two options.
    """
    if points < 2:
        raise ValueError(f"agreement needs at least two answer options, not {points}")
    return (points * points - 1) / 12


def item_variances(ratings: ArrayLike) -> Floats:
    """(items,) variances with n - 1 over (raters, items); NaN for an item with fewer than two ratings."""
    array = _raters_by_items(ratings)
    there = ~np.isnan(array)
    count = there.sum(axis=0)
    distance = np.where(there, array - mean_over(array, axis=0), 0.0)
    squares = (distance * distance).sum(axis=0)
    variances: Floats = np.divide(squares, count - 1, out=np.full(squares.shape, np.nan), where=count > 1)
    return variances


def item_deviations(ratings: ArrayLike) -> Floats:
    """(items,) average absolute deviations from the mean over (raters, items); NaN for an item without ratings."""
    array = _raters_by_items(ratings)
    return mean_over(np.abs(array - mean_over(array, axis=0)), axis=0)


def rwg(ratings: ArrayLike, points: int) -> float:
    """r_wg of one item's raters (n,): 1 - min(s², v) / v, with v the variance of evenly spread answers.

    1 when all say the same; 0 when they differ as much as chance or more (cut off at 0).
    NaN with fewer than two ratings: one rater neither agrees nor disagrees.
    """
    return rwg_from(float(item_variances(_one_item(ratings))[0]), points)


def rwg_from(variance: float, points: int) -> float:
    """r_wg from a variance with n - 1; NaN stays NaN."""
    v = null_variance(points)
    return math.nan if math.isnan(variance) else 1 - min(variance, v) / v


def ad_m(ratings: ArrayLike) -> float:
    """AD_M of one item's raters (n,): the average distance to their mean, in answer steps.

    0 when all say the same, and also for one rater; NaN when nobody rated.
    """
    return float(item_deviations(_one_item(ratings))[0])


def rwg_j(ratings: ArrayLike, points: int) -> float:
    """r_wg(j) of (raters, items): J(1 - m) / (J(1 - m) + m), with m = min(mean s², v) / v and J items.

    Only raters who rated every item count; NaN with fewer than two of them or without items.
    It flatters long scales, so show r*_wg(j) or AD_M(j) beside it.
    """
    return rwg_j_from(item_variances(_complete(ratings)), points)


def rwg_j_from(variances: Floats, points: int) -> float:
    """r_wg(j) from item variances; NaN items are left out, also of J; NaN when none remains."""
    v = null_variance(points)
    usable = variances[~np.isnan(variances)]
    if not len(usable):
        return math.nan
    m = min(float(usable.mean()), v) / v
    agreed = len(usable) * (1 - m)
    return agreed / (agreed + m)


def rwg_star_j(ratings: ArrayLike, points: int) -> float:
    """r*_wg(j) of (raters, items): 1 - (mean s²) / v. Not cut off: negative where people split in two camps.

    Only raters who rated every item count; NaN with fewer than two of them or without items.
    """
    return rwg_star_j_from(item_variances(_complete(ratings)), points)


def rwg_star_j_from(variances: Floats, points: int) -> float:
    """r*_wg(j) from item variances; NaN items are left out."""
    return 1 - float(mean_over(variances, axis=0)) / null_variance(points)


def ad_m_j(ratings: ArrayLike) -> float:
    """AD_M(j) of (raters, items): the mean over items of AD_M, in answer steps.

    Only raters who rated every item count: 0 for one of them, NaN for none or without items.
    """
    return ad_m_j_from(item_deviations(_complete(ratings)))


def ad_m_j_from(deviations: Floats) -> float:
    """AD_M(j) from item deviations; NaN items are left out."""
    return float(mean_over(deviations, axis=0))


def icc1(scores: ArrayLike, groups: ArrayLike) -> float:
    """ICC(1): the part of the differences between raters (n,) that lies between their groups (n,).

    (MSB - MSW) / (MSB + (k - 1) MSW) from a one-way analysis of variance, with k = n / groups.
    Negative when people of one group differ more than people of different groups. Raters
    without a score are left out. NaN with fewer than two groups, with only groups of one,
    or when everybody scores the same.
    """
    between, within, size = _mean_squares(scores, groups)
    below = between + (size - 1) * within
    return (between - within) / below if below else math.nan


def icc2(scores: ArrayLike, groups: ArrayLike) -> float:
    """ICC(2): how reliable the groups' means are, (MSB - MSW) / MSB.

    Negative, without bound, when MSB is small. NaN as for `icc1`, and also when all groups
    have the same mean (MSB = 0).
    """
    between, within, _ = _mean_squares(scores, groups)
    return (between - within) / between if between else math.nan


def _mean_squares(scores: ArrayLike, groups: ArrayLike) -> tuple[float, float, float]:
    """MSB, MSW and mean group size; NaN where the analysis of variance does not exist."""
    values = np.asarray(scores, dtype=np.float64)
    labels = np.asarray(groups)
    if values.ndim != 1 or labels.shape != values.shape:
        raise ValueError(f"scores {values.shape} and groups {labels.shape} must be vectors of one length")
    there = ~np.isnan(values)
    values = values[there]
    _, member = np.unique(labels[there], return_inverse=True)
    sizes: NDArray[np.intp] = np.bincount(member)
    n, number = len(values), len(sizes)
    if number < 2 or n == number:
        return math.nan, math.nan, math.nan
    # Centred first: the sums of squares of nearly equal scores must not cancel out.
    values = values - values.mean()
    means = np.bincount(member, weights=values) / sizes
    between = float((sizes * means * means).sum()) / (number - 1)
    rest = values - means[member]
    return between, float((rest * rest).sum()) / (n - number), n / number


def _one_item(ratings: ArrayLike) -> Floats:
    array = np.asarray(ratings, dtype=np.float64)
    if array.ndim != 1:
        raise ValueError(f"one item's ratings are a vector, not of shape {array.shape}")
    return array[:, np.newaxis]


def _complete(ratings: ArrayLike) -> Floats:
    """Raters who rated every item."""
    array = _raters_by_items(ratings)
    return array[~np.isnan(array).any(axis=1)]


def _raters_by_items(ratings: ArrayLike) -> Floats:
    array = np.asarray(ratings, dtype=np.float64)
    if array.ndim != 2:
        raise ValueError(f"ratings are an array of raters by items, not of shape {array.shape}")
    return array
