"""What the seats ask of people: fill the empty ones, and remind who was invited."""

from datetime import timedelta

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from groeimodel.foundation.asks import Ask, Here
from groeimodel.foundation.members.models import Invitation
from groeimodel.foundation.members.selectors import open_invitations
from groeimodel.foundation.partners.models import Seat, Tenure
from groeimodel.rules.rights import Role

PATIENCE = timedelta(days=10)
"""An invitation without answer is worth a reminder after so long."""


def asks_of(here: Here) -> list[Ask]:
    """The coordinator looks after all seats, whoever sits somewhere after the other seat of the own municipality."""
    own = here.own(Role.ALDERMAN, Role.OFFICER)
    steers = here.has(Role.COORDINATOR)
    if not own and not steers:
        return []
    empty = list(
        Seat.objects.filter(membership__partnership=here.partnership, membership__ends=None)
        .exclude(Exists(Tenure.objects.filter(seat=OuterRef("pk"), ends=None)))
        .select_related("membership__municipality")
        .order_by("membership__municipality__name", "pk")
    )
    invited = list(open_invitations(here.partnership))
    waiting = {(one.municipality_id, one.role) for one in invited}
    empty = [one for one in empty if (one.membership.municipality_id, one.role) not in waiting]
    if steers:
        return _of_coordinator(here, empty, invited)
    return [_fill(here, one) for one in empty if one.membership.municipality_id in own]


def _of_coordinator(here: Here, empty: list[Seat], invited: list[Invitation]) -> list[Ask]:
    page = reverse("members:list", args=[here.partnership.slug])
    found = []
    if len(empty) == 1:
        found.append(_fill(here, empty[0]))
    elif empty:
        names = ", ".join(dict.fromkeys(str(one.membership.municipality) for one in empty))
        title = ngettext("Vul %(n)s lege zetel", "Vul %(n)s lege zetels", len(empty)) % {"n": len(empty)}
        found.append(Ask(title=title, why=_("In %(names)s.") % {"names": names}, url=page, weight=50))
    old = [one for one in invited if timezone.localdate(one.sent_at) <= here.today - PATIENCE]
    if old:
        names = ", ".join(one.name for one in old)
        why = _("Nog geen antwoord van %(names)s.") % {"names": names}
        found.append(Ask(title=_("Stuur een uitnodiging opnieuw"), why=why, url=page, weight=60))
    return found


def _fill(here: Here, seat: Seat) -> Ask:
    words = {"role": seat.get_role_display(), "municipality": str(seat.membership.municipality)}
    return Ask(
        title=_("Nodig een %(role)s uit voor %(municipality)s") % words,
        why=_("Die zetel is leeg. Met twee per gemeente telt elke stem mee."),
        url=reverse("members:seat", args=[here.partnership.slug, seat.pk]),
        weight=50,
    )
