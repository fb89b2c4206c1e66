"""Reads of what is published, as pages and as linked data; inside the scope of a partnership."""

from __future__ import annotations

from django.conf import settings
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from groeimodel.formats.decisions_rdf import Mandatary, Organ, Published, Session, Unit, Vote
from groeimodel.foundation.decisions.models import Decision
from groeimodel.foundation.partners.models import Partnership
from groeimodel.shop.publishing.models import Publication
from groeimodel.shop.publishing.wording import outcome_of, role_of
from groeimodel.shop.sittings.models import AgendaItem, Presence, SeatVote


def published_of(partnership: Partnership, words: str = "") -> QuerySet[Publication]:
    """What stands on the web now, the last decision first; with `words` only what holds them."""
    rows = Publication.objects.filter(partnership=partnership, withdrawn_at=None)
    if words:
        found = Q(decision__title__icontains=words) | Q(decision__text__icontains=words)
        if words.isdecimal() and len(words) < 10:
            found |= Q(decision__number=int(words))
        rows = rows.filter(found)
    return rows.select_related("decision__vote", "partnership").order_by("-decision__number")


def waiting_of(partnership: Partnership) -> QuerySet[Decision]:
    """Decisions of organs that do not stand on the web, the last first."""
    on_the_web = Publication.objects.filter(partnership=partnership, withdrawn_at=None).values("decision")
    rows = Decision.objects.filter(partnership=partnership, way=Decision.Way.VOTED).exclude(pk__in=on_the_web)
    return rows.select_related("vote").order_by("-number")


def whole(publication: Publication) -> Published:
    """Everything that its page and its data show: four queries."""
    decision, partnership = publication.decision, publication.partnership
    item = AgendaItem.objects.select_related("sitting__organ", "sitting__chair").get(decision=decision)
    presences = list(
        Presence.objects.filter(sitting=item.sitting, how__in=(Presence.How.PRESENT, Presence.How.PROXY))
        .select_related("person", "seat", "municipality")
        .order_by("pk")
    )
    page = f"{settings.PUBLIC_URL}{publication.get_absolute_url()}"
    organ, sitting = item.sitting.organ, item.sitting
    return Published(
        uri=f"{page}#besluit",
        number=decision.number,
        title=decision.title,
        text=decision.text or decision.title,
        motivation=outcome_of(decision),
        taken_on=decision.taken_on,
        published_on=timezone.localdate(publication.published_at),
        unit=Unit(
            _thing(partnership, "bestuurseenheid", partnership.pk), partnership.name, partnership.legal_form
        ),
        organ=Organ(_thing(partnership, "orgaan", organ.pk), decision.vote.organ, organ.kind),
        session=Session(
            uri=_thing(partnership, "zitting", sitting.pk),
            planned=timezone.localtime(sitting.starts),
            began=timezone.localtime(sitting.opened_at) if sitting.opened_at else None,
            ended=timezone.localtime(sitting.closed_at) if sitting.closed_at else None,
            place=sitting.place,
            present=[_mandatary(partnership, one) for one in presences if one.how == Presence.How.PRESENT],
        ),
        point=f"{page}#agendapunt",
        treatment=f"{page}#behandeling",
        open_to_public=organ.public,
        vote=_vote(partnership, item, f"{page}#stemming"),
    )


def _thing(partnership: Partnership, kind: str, pk: int) -> str:
    """The lasting address of something that decisions name."""
    return f"{settings.PUBLIC_URL}{reverse('publishing:thing', args=[partnership.slug, kind, pk])}"


def _mandatary(partnership: Partnership, one: Presence) -> Mandatary:
    return Mandatary(
        uri=_thing(partnership, "mandataris", one.pk),
        name=one.name,
        organ_seat=_thing(partnership, "mandaat", one.seat_id),
        role=role_of(one),
    )


def _vote(partnership: Partnership, item: AgendaItem, uri: str) -> Vote:
    """Heads of seats with a vote, as they were when it was counted: who left afterwards voted all the same."""
    decision = item.decision
    assert decision is not None
    vote = decision.vote
    if vote.secret:
        said = {"for": vote.pro, "against": vote.against, "abstain": vote.abstain}
        who: dict[str, list[str]] = {key: [] for key in said}
    else:
        who = {key: [] for key in ("for", "against", "abstain")}
        votes = SeatVote.objects.filter(item=item, presence__advisory=False).order_by("presence")
        for presence, choice in votes.values_list("presence", "choice"):
            who[choice].append(_thing(partnership, "mandataris", presence))
        said = {key: len(some) for key, some in who.items()}
    return Vote(
        uri=uri,
        in_favour=said["for"],
        against=said["against"],
        abstained=said["abstain"],
        secret=vote.secret,
        outcome=outcome_of(decision),
        supporters=who["for"],
        opponents=who["against"],
        abstainers=who["abstain"],
    )
