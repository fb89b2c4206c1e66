"""What organs follow: who fills which seat of the partnership, municipalities that merge, members that leave."""

from django.utils import timezone
from django_scopes import scope

from groeimodel.foundation.journal import events
from groeimodel.foundation.journal.models import Entry
from groeimodel.foundation.partners.models import Membership, Tenure
from groeimodel.foundation.partners.services.mergers import parts_of
from groeimodel.shop.organs import services


def listen() -> None:
    """Called once, when the room is ready."""
    events.on("partners.seat_filled", who_left)
    events.on("partners.seat_emptied", who_left)
    events.on("partners.merged", merged)
    events.on("partners.left", left)


def who_left(entry: Entry) -> None:
    """Whoever sat there before leaves the places held for that municipality, on the same day."""
    person, municipality = entry.data.get("before"), entry.municipality_id
    if not (person and municipality and entry.partnership):
        return
    last = Tenure.objects.filter(seat=entry.data["seat"], person=person, ends__isnull=False)
    tenure = last.order_by("-ends").first()
    on = (tenure.ends if tenure else None) or timezone.localdate(entry.at)
    with scope(partnership=entry.partnership):
        services.person_left(partnership=entry.partnership, municipality=municipality, person=person, on=on)


def merged(entry: Entry) -> None:
    """Places go along to the municipality that took over."""
    if entry.partnership and entry.municipality_id:
        with scope(partnership=entry.partnership):
            services.take_over(
                partnership=entry.partnership, into=entry.municipality_id, parts=parts_of(entry.data)
            )


def left(entry: Entry) -> None:
    """The places of a municipality that leaves end on the day of its membership."""
    if entry.partnership and entry.municipality_id:
        ended = Membership.objects.filter(
            partnership=entry.partnership, municipality=entry.municipality_id, ends__isnull=False
        )
        membership = ended.order_by("-ends").first()
        on = (membership.ends if membership else None) or timezone.localdate(entry.at)
        with scope(partnership=entry.partnership):
            services.member_left(partnership=entry.partnership, municipality=entry.municipality_id, on=on)
