"""Lessons flow to the soil, and come up where the next meeting on that theme is prepared (claim W8)."""

from datetime import timedelta

import pytest
from django.core.cache import caches
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_scopes import scope
from pytest_django import DjangoAssertNumQueries

from groeimodel.foundation.testing.cast import Cast
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.evaluation.models import Evaluation
from groeimodel.meadow.evaluation.tests.test_closing import WHOLE, page
from groeimodel.meadow.tending.tests.running import running
from groeimodel.soil.lessons.models import Lesson
from groeimodel.soil.meetings import services as meetings
from groeimodel.soil.meetings.models import Meeting
from groeimodel.soil.meetings.services import Draft, NewItem, When
from groeimodel.soil.themes import services as themes
from groeimodel.soil.themes.models import Theme


def theme_of(cast: Cast, title: str = "Veilig uitgaan") -> Theme:
    return themes.propose(partnership=cast.partnership, proposal=themes.Proposal(title), actor=cast.bram)


def meeting_on(cast: Cast, *subjects: Theme) -> Meeting:
    now = timezone.now()
    when = When(now + timedelta(days=20), now + timedelta(days=20, hours=2))
    meeting = meetings.plan(
        partnership=cast.partnership, draft=Draft("Najaar", "both"), when=when, actor=cast.finn
    )
    for theme in subjects:
        meetings.add_item(meeting=meeting, new=NewItem(theme=theme), actor=cast.finn)
    return meeting


@pytest.mark.claim("W8")
def test_from_the_evaluation_to_the_agenda_of_the_next_meeting(client: Client, cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        theme, other = theme_of(cast), theme_of(cast, "Kampen")
        action = running(cast, days=(-60, 3))
        Action.objects.filter(pk=action.pk).update(theme=theme)
        about, elsewhere = meeting_on(cast, theme), meeting_on(cast, other)
    client.force_login(cast.bram)
    sent = {
        "title": WHOLE.title,
        "learned": WHOLE.learned,
        "verdict": "again",
        "reason": WHOLE.reason,
        "result": "70",
        "tags": "Fuif; Uitgaan",
        "sluit": "",
    }
    client.post(page(action), sent)
    client.post(page(action, "close"))
    with scope(partnership=cast.partnership):
        lesson = Lesson.objects.get()
        assert (lesson.tags, lesson.source, lesson.source_path) == (
            "fuif, uitgaan",
            "Fuifcoaches",
            page(action),
        )
    client.force_login(cast.celia)
    agenda = client.get(reverse("meetings:meeting", args=["testland", about.pk])).text
    assert WHOLE.title in agenda
    assert reverse("lessons:lesson", args=["testland", lesson.pk]) in agenda
    assert "opnieuw zaaien" in agenda
    assert WHOLE.title in client.get(reverse("themes:theme", args=["testland", theme.pk])).text
    assert WHOLE.title not in client.get(reverse("meetings:meeting", args=["testland", elsewhere.pk])).text
    assert WHOLE.title not in client.get(reverse("themes:theme", args=["testland", other.pk])).text
    found = client.get(reverse("search:find", args=["testland"]), {"q": "jongeren"}).text
    assert lesson.get_absolute_url() in found


@pytest.mark.claim("W8")
def test_a_seed_that_fell_on_the_theme_brings_its_lesson_too(client: Client, cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        theme = theme_of(cast)
        action = running(cast)
        Action.objects.filter(pk=action.pk).update(origin=f"themes.theme:{theme.pk}")
        evaluate(action, "Eerst de jongeren")
        draft = running(cast, title="Nog bezig")
        Action.objects.filter(pk=draft.pk).update(theme=theme)
        Evaluation.objects.create(action=draft, title="Nog niet gesloten")
    client.force_login(cast.celia)
    shown = client.get(reverse("themes:theme", args=["testland", theme.pk])).text
    assert "Eerst de jongeren" in shown
    assert "Nog niet gesloten" not in shown


def evaluate(action: Action, title: str) -> Evaluation:
    return Evaluation.objects.create(
        action=action,
        title=title,
        learned="Veel",
        verdict="again",
        reason="Goed",
        closed_at=timezone.now(),
    )


def test_the_agenda_takes_as_many_queries_with_many_lessons(
    client: Client, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client.force_login(cast.celia)
    with scope(partnership=cast.partnership):
        theme = theme_of(cast)
        meeting = meeting_on(cast, theme)
        lessons(cast, theme, 1)
    url = reverse("meetings:meeting", args=["testland", meeting.pk])
    client.get("/over/")  # from the second page on, a browser has what pages are kept by
    with django_assert_max_num_queries(99) as few:
        client.get(url)
    with scope(partnership=cast.partnership):
        lessons(cast, theme, 20)
    caches["pages"].clear()  # the rows were made without a deed in the journal
    with django_assert_max_num_queries(len(few.captured_queries)):
        client.get(url)


def lessons(cast: Cast, theme: Theme, times: int) -> None:
    today = timezone.localdate()
    for at in range(times):
        action = Action.objects.create(
            partnership=cast.partnership,
            title=f"Actie {at}",
            species="poppy",
            stage="harvest",
            starts=today,
            ends=today,
            budget=10,
            taken_down_on=today,
            theme=theme,
        )
        evaluate(action, f"Les {at}")
