"""What may stand on a page for everybody. Everything that visitors get is read through here.

A partnership that is public shows its garden to everybody already. Of one that is not, a page shows what the partners do
together and what somebody said may be seen by all; see docs/rules/public.md for each kind in words.
"""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.db.models import F, QuerySet
from django.utils import timezone

from groeimodel.foundation.files.models import Document
from groeimodel.foundation.partners.models import Partnership
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.tending.models import Update
from groeimodel.shop.counter.models import Offer
from groeimodel.shop.counter.selectors import in_window
from groeimodel.shop.sittings.models import Sitting
from groeimodel.showcase.sharing.models import Kind
from groeimodel.soil.harvest.models import Harvest

Kinds = frozenset[Kind]
YEAR = timedelta(days=365)
STAGES = (Action.Stage.FLOWER, Action.Stage.HARVEST)


def actions_shown(partnership: Partnership) -> QuerySet[Action]:
    """What runs or is done on the shared meadow; on plots too where the garden is public. Never an idea."""
    rows = Action.objects.filter(partnership=partnership, stage__in=STAGES).select_related(
        "partnership", "plot__merged_into"
    )
    return rows if partnership.public else rows.filter(plot=None)


def running_shown(partnership: Partnership) -> QuerySet[Action]:
    rows = actions_shown(partnership).filter(stage=Action.Stage.FLOWER)
    return rows.order_by(F("plot").asc(nulls_first=True), F("ends").asc(nulls_last=True), "pk")


def picked_shown(partnership: Partnership) -> QuerySet[Action]:
    since = timezone.localdate() - YEAR
    return (
        actions_shown(partnership)
        .filter(stage=Action.Stage.HARVEST, ends__gte=since)
        .order_by("-ends", "-pk")
    )


def news_shown(partnership: Partnership) -> QuerySet[Update]:
    """News of these actions that its writer opened for everybody, newest first."""
    rows = Update.objects.filter(action__in=actions_shown(partnership).values("pk"), public=True)
    return rows.select_related("action").order_by("-noted_at", "-pk")


def stories_shown(partnership: Partnership) -> QuerySet[Harvest]:
    """Harvest of the last year whose picture was opened for everybody; all of it where the garden is public."""
    rows = Harvest.objects.filter(partnership=partnership, gained_on__gte=timezone.localdate() - YEAR)
    rows = rows.select_related("municipality__merged_into", "from_municipality__merged_into")
    return rows if partnership.public else rows.filter(picture_for_all=True)


def sittings_shown(partnership: Partnership) -> QuerySet[Sitting]:
    """Sittings to come of organs whose sittings are public, once the invitation left. Meetings are never shown."""
    midnight = timezone.make_aware(datetime.combine(timezone.localdate(), time()))
    rows = Sitting.objects.filter(
        partnership=partnership,
        organ__public=True,
        invited_at__isnull=False,
        state__in=(Sitting.State.PLANNED, Sitting.State.OPEN),
        starts__gte=midnight,
    )
    return rows.select_related("organ").order_by("starts", "pk")


def picture_shown(partnership: Partnership, kinds: Kinds, pk: int) -> Document | None:
    """A picture by its key, when one of these kinds shows it to everybody: at most three queries."""
    pictures = Document.objects.filter(partnership=partnership).exclude(thumb="")
    document = pictures.filter(pk=pk).first()
    if document is None:
        return None
    if document.subject == Offer._meta.label_lower and Kind.OFFER in kinds:
        window = in_window(Offer.objects.filter(partnership=partnership), timezone.localdate())
        return document if window.filter(pk=document.key, picture=document).exists() else None
    rows: QuerySet[Update] | QuerySet[Harvest]
    if document.subject == Update._meta.label_lower and Kind.ACTIONS in kinds:
        rows = news_shown(partnership)
    elif document.subject == Harvest._meta.label_lower and Kind.RESULTS in kinds:
        rows = stories_shown(partnership).filter(picture_for_all=True)
    else:
        return None
    # Only the newest beside a row is its face; others that lie there were never shown to everybody.
    face = pictures.filter(subject=document.subject, key=document.key).first()
    return document if face == document and rows.filter(pk=document.key).exists() else None
