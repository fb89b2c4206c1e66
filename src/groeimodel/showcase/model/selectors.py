"""What the pages of the model know of whoever looks: their partnership, role and soil."""

from dataclasses import dataclass

from django.utils import timezone
from django_scopes import scope

from groeimodel.foundation.partners.access import Visitor
from groeimodel.foundation.partners.models import Partnership, Seat
from groeimodel.foundation.partners.selectors import partnerships_of
from groeimodel.foundation.records import of as records_of
from groeimodel.gauge.scan.latest import Latest, latest_of
from groeimodel.rules.growth.content import Actor, Layer


@dataclass(frozen=True, slots=True)
class Own:
    """Somebody's first partnership, as the model sees it."""

    partnership: Partnership
    actor: Actor

    def latest(self) -> Latest | None:
        with scope(partnership=self.partnership):
            return latest_of(self.partnership, records_of(self.partnership, timezone.localdate()))

    def layer(self) -> Layer:
        """The model to land on: the phase of the latest scan, else the aim, else soil."""
        latest = self.latest()
        if latest:
            return latest.result.diagnosis.phase
        return self.partnership.aim or "soil"  # type: ignore[return-value]


def own_of(person: Visitor) -> Own | None:
    """None for a visitor and for who belongs nowhere; at most two queries."""
    partnership = partnerships_of(person).order_by("name").first()
    return Own(partnership, actor_of(person, partnership)) if partnership else None


def actor_of(person: Visitor, partnership: Partnership) -> Actor:
    """Whose part somebody reads first; who holds no seat reads what is done together."""
    seat = Seat.objects.filter(
        membership__partnership=partnership, tenures__person=person.pk, tenures__ends__isnull=True
    ).first()
    return seat.role if seat else "together"  # type: ignore[return-value]
