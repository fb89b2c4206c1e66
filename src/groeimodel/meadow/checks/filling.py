"""The page on which a municipality says what it thinks of proposals: by the link of a mail, or signed in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.core.paginator import Page, Paginator
from django.db import transaction
from django.db.models import Case, Exists, IntegerField, OuterRef, QuerySet, Value, When

from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.checks import services
from groeimodel.meadow.checks.forms import SayForm
from groeimodel.meadow.checks.models import CheckCall, Preference
from groeimodel.meadow.checks.selectors import checks_of, preferences_of, proposals_of
from groeimodel.soil.needs.selectors import open_needs_of

PAGE = 20


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks for which municipality; an alderman says more."""

    partnership: Partnership
    person: Person
    municipality: Municipality
    alderman: bool


@dataclass(frozen=True, slots=True)
class Paper:
    """One page of proposals, with a form for each."""

    page: Page[Action]
    forms: Sequence[SayForm]
    goals: Sequence[str]
    """Goals of the local policy that this municipality named before."""
    gone: Sequence[str]
    """Titles of what was on the page that was sent, and can be answered no more."""

    @property
    def valid(self) -> bool:
        """Each form is asked, so that all problems are shown at once."""
        return not [one for one in self.forms if not one.is_valid()]


def asked_of(speaker: Speaker) -> QuerySet[Action]:
    """Open proposals that this municipality was asked about: what the link of a mail opens."""
    return proposals_of(speaker.partnership).filter(Exists(_calls(speaker)))


def open_to(speaker: Speaker, first: int | None = None) -> QuerySet[Action]:
    """Every open proposal: the one that the reader came for, what was asked, and then the rest."""
    place = Case(
        When(pk=first, then=Value(0)),
        When(Exists(_calls(speaker)), then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    return proposals_of(speaker.partnership).order_by(place, "taken_down_on", "pk")


def _calls(speaker: Speaker) -> QuerySet[CheckCall]:
    return CheckCall.objects.filter(action=OuterRef("pk"), municipality=speaker.municipality)


def paper_of(rows: QuerySet[Action], speaker: Speaker, number: str | None, data: Any = None) -> Paper:
    """The page that is shown, or that was sent: six queries at most, however many proposals."""
    page = Paginator(rows, PAGE).get_page(number)
    actions, gone = list(page), []
    if data is not None:
        sent = {int(key) for key in data.getlist("shown") if key.isdecimal() and len(key) < 10}
        actions = list(rows.filter(pk__in=sent))
        missing = sent - {one.pk for one in actions}
        gone = list(Action.objects.filter(pk__in=missing).values_list("title", flat=True)) if missing else []
    said, liked = checks_of(actions), preferences_of(actions)
    where = speaker.municipality.pk
    needs = open_needs_of(speaker.partnership, [where])[where] if actions else []
    goals = Preference.objects.filter(municipality=where).exclude(goal="").values_list("goal", flat=True)
    return Paper(
        page,
        [
            SayForm(
                data,
                action=one,
                needs=needs,
                said=said[one.pk].get(where),
                liked=liked[one.pk].get(where),
                alderman=speaker.alderman,
            )
            for one in actions
        ],
        sorted(set(goals)) if speaker.alderman else [],
        gone,
    )


def keep(paper: Paper, speaker: Speaker) -> int:
    """Keep everything that was said, or nothing when something is refused; says of how many proposals.

    Problems stand with the form that they are about.
    """
    count = 0
    try:
        with transaction.atomic():
            for form in paper.forms:
                count += _keep_one(form, speaker)
    except _Refused:
        return 0
    return count


class _Refused(Exception):
    """Something on the page was refused; the form says what."""


def _keep_one(form: SayForm, speaker: Speaker) -> bool:
    whose: dict[str, Any] = {
        "action": form.action,
        "municipality": speaker.municipality,
        "actor": speaker.person,
    }
    checked, preferred = form.checked(), form.preferred()
    try:
        if checked is not None:
            services.check(**whose, **checked)
        if preferred is not None:
            services.prefer(**whose, **preferred)
    except ValidationError as error:
        form.add_error(None, error.messages)
        raise _Refused from error
    return checked is not None or preferred is not None
