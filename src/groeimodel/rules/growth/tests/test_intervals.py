"""Student's t, made here, against SciPy; and how often the interval holds the truth."""

import numpy as np
import pytest
from scipy.stats import t as student

from groeimodel.rules.growth.intervals import estimate, student_two_sided, t_quantile


@pytest.mark.parametrize("df", [*range(1, 41), 99, 100, 284, 299, 1000])
def test_quantile_equals_scipy(df: int) -> None:
    assert t_quantile(df) == pytest.approx(student.ppf(0.95, df), rel=1e-9)
    assert t_quantile(df, 0.5) == pytest.approx(student.ppf(0.75, df), rel=1e-9)


@pytest.mark.parametrize("df", [1, 2, 3, 8, 25])
def test_distribution_equals_scipy(df: int) -> None:
    for t in (0, 0.3, 1, 2.5, 9):
        assert student_two_sided(t, df) == pytest.approx(2 * student.cdf(t, df) - 1, abs=1e-12)


def test_no_degrees_no_quantile() -> None:
    with pytest.raises(ValueError, match="df=0"):
        t_quantile(0)


@pytest.mark.parametrize("municipalities", [4, 6, 12])
def test_interval_holds_the_truth_in_nine_of_ten(municipalities: int) -> None:
    generator = np.random.default_rng(municipalities)
    held = [
        one.low is not None and one.high is not None and one.low <= 55 <= one.high
        for one in (estimate(scores) for scores in generator.normal(55, 12, (2000, municipalities)))
    ]
    assert 0.88 < np.mean(held) < 0.92
