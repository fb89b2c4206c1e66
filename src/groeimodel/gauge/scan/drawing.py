"""The pictures of a result page, ready to be put in a template."""

from typing import Any

from django.utils.safestring import SafeString, mark_safe

from groeimodel.formats import charts
from groeimodel.gauge.scan.results import Result
from groeimodel.rules.growth.story.parts import DividedTold, Story


def drawn(result: Result, story: Story) -> dict[str, Any]:
    """The garden and the charts: all made by pure functions that escape what they write."""
    return {
        "picture": safe(result.picture()),
        "certainty_chart": safe(charts.certainty_bar(story.certainty, story.labels))
        if story.certainty.known
        else "",
        "layers_chart": safe(charts.layer_bars(story.layers, story.labels)),
        "gaps_chart": safe(charts.dot_plot(story.gaps, story.labels)) if story.gaps else "",
        "divided": [(one, spread(one, story, n)) for n, one in enumerate(story.divided)],
    }


def spread(one: DividedTold, story: Story, number: int) -> SafeString:
    return safe(charts.spread(one, story.labels, key=f"spread-{number}") if any(one.counts) else "")


def safe(svg: str) -> SafeString:
    return mark_safe(svg)  # noqa: S308
