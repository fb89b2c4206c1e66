"""Every write about themes. `actor` None is the system itself: the example data."""

from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.partners.selectors import home_of
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.soil.themes.models import Backing, Link, Theme


@dataclass(frozen=True, slots=True)
class Proposal:
    """What somebody fills in."""

    title: str
    about: str = ""
    asked: str = ""


@transaction.atomic
def propose(
    *,
    partnership: Partnership,
    proposal: Proposal,
    actor: Person | None = None,
    at: datetime | None = None,
) -> Theme:
    """Propose a theme. Whoever proposes for a municipality backs it with that, too."""
    at = at or timezone.now()
    municipality = home_of(actor, partnership) if actor else None
    theme = Theme(partnership=partnership, proposed_by=actor, municipality=municipality, proposed_at=at)
    _fill(theme, proposal)
    require(actor, "themes.propose", partnership)
    theme.save()
    _note("themes.proposed", theme, actor=actor, municipality=municipality, at=at)
    if actor is not None and municipality is not None:
        Backing.objects.create(theme=theme, person=actor, municipality=municipality, at=at)
    return theme


@transaction.atomic
def change(*, theme: Theme, proposal: Proposal, actor: Person | None = None) -> Theme:
    require(actor, "themes.tend", theme)
    _fill(theme, proposal)
    theme.save()
    _note("themes.changed", theme, actor=actor)
    return theme


@transaction.atomic
def back(*, theme: Theme, actor: Person, at: datetime | None = None) -> Backing:
    """Want to talk about it too, for the own municipality; twice is once.

    Raises:
        PermissionDenied: the actor sits for no municipality here.
    """
    require(actor, "themes.back", theme)
    municipality = home_of(actor, theme.partnership)
    if municipality is None:
        raise PermissionDenied("Steunen kan wie voor een gemeente aan tafel zit.")
    backing, new = Backing.objects.get_or_create(
        theme=theme, person=actor, defaults={"municipality": municipality, "at": at or timezone.now()}
    )
    if new:
        _note("themes.backed", theme, actor=actor, municipality=municipality, at=at)
    return backing


@transaction.atomic
def take_back(*, theme: Theme, actor: Person) -> None:
    """Not back it any more; nothing happens when it was not backed."""
    require(actor, "themes.back", theme)
    gone, _ = Backing.objects.filter(theme=theme, person=actor).delete()
    if gone:
        _note("themes.backing_ended", theme, actor=actor)


@transaction.atomic
def rest(*, theme: Theme, actor: Person | None = None, at: datetime | None = None) -> None:
    """Let it rest: its page stays, it is not proposed for an agenda any more."""
    require(actor, "themes.tend", theme)
    theme.rested_at = at or timezone.now()
    theme.save(update_fields=["rested_at"])
    _note("themes.rested", theme, actor=actor, at=at)


@transaction.atomic
def wake(*, theme: Theme, actor: Person | None = None) -> None:
    """Take it up again."""
    require(actor, "themes.tend", theme)
    theme.rested_at = None
    theme.save(update_fields=["rested_at"])
    _note("themes.woken", theme, actor=actor)


@transaction.atomic
def add_link(
    *, theme: Theme, url: str, label: str, actor: Person | None = None, at: datetime | None = None
) -> Link:
    require(actor, "themes.propose", theme.partnership)
    link = Link.objects.create(
        theme=theme, url=url, label=label, added_by=actor, added_at=at or timezone.now()
    )
    _note("themes.link_added", theme, actor=actor, at=at)
    return link


@transaction.atomic
def remove_link(*, link: Link, actor: Person | None = None) -> None:
    """By whoever added it, or whoever tends the theme."""
    if actor is None or not actor.has_perm("themes.tend", link):
        require(actor, "themes.tend", link.theme)
    _note("themes.link_removed", link.theme, actor=actor)
    link.delete()


def _fill(theme: Theme, proposal: Proposal) -> None:
    theme.title, theme.about, theme.asked = proposal.title, proposal.about, proposal.asked


def _note(
    verb: str,
    theme: Theme,
    *,
    actor: Person | None,
    municipality: Municipality | None = None,
    at: datetime | None = None,
) -> None:
    record(
        verb,
        partnership=theme.partnership,
        actor=actor,
        municipality=municipality,
        subject=theme,
        data={"theme": theme.pk},
        at=at,
    )
