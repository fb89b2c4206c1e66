"""The pictures of a result page, ready to be put in a template."""

from typing import Any

from django.utils.safestring import mark_safe

from groeimodel.gauge.scan.results import Result
from groeimodel.rules.growth.story.parts import Story


def drawn(result: Result, story: Story) -> dict[str, Any]:
    """The garden and the charts; all of them are made by pure functions that escape what they write."""
    return {"picture": mark_safe(result.picture())}  # noqa: S308
