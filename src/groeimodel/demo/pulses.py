"""The pulse after each meeting of the examples: invented marks that rise or dip as the story goes."""

from collections.abc import Mapping
from datetime import timedelta
from random import Random

from django.utils import timezone

from groeimodel.demo import potgrond, weide, winkel
from groeimodel.demo.kit import Planted
from groeimodel.gauge.pulse import services
from groeimodel.soil.meetings.models import Meeting

LEVELS: Mapping[str, tuple[tuple[float, float], tuple[float, float], tuple[float, float]]] = {
    potgrond.STORY.slug: ((3.4, 4.6), (3.2, 4.2), (2.8, 3.6)),
    weide.STORY.slug: ((3.6, 4.1), (3.9, 3.3), (3.2, 3.9)),
    winkel.STORY.slug: ((3.7, 4.0), (3.8, 4.3), (3.6, 4.1)),
}
"""Each question: how people marked it after the first meeting, and after the last."""
ANSWERS = 0.85
"""The share of people who answer."""


def feel(planted: Planted) -> None:
    """Ask, answer and close the pulse of every meeting that is over, oldest first; the scope must be open."""
    chance = Random(f"polsslag {planted.story.slug}")  # noqa: S311 (example data, nothing secret)
    now = timezone.now()
    held = list(
        Meeting.objects.filter(partnership=planted.partnership, cancelled_at=None, ends__lt=now).order_by(
            "starts"
        )
    )
    for at, meeting in enumerate(held):
        assert meeting.ends is not None
        pulse = services.open_pulse(meeting=meeting, at=meeting.ends + timedelta(days=1), mail=False)
        if pulse is None:
            continue
        share = at / max(1, len(held) - 1)
        for asked in pulse.asked.select_related("person").order_by("pk"):
            marks = [_mark(a + share * (b - a), chance) for a, b in LEVELS[planted.story.slug]]
            if chance.random() < ANSWERS:
                services.answer(pulse=pulse, person=asked.person, marks=marks)
        if pulse.closes_on < planted.today:
            services.close_pulse(pulse=pulse, at=meeting.ends + timedelta(days=12))


def _mark(level: float, chance: Random) -> int:
    return min(5, max(1, round(chance.gauss(level, 0.7))))
