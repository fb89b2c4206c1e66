"""How an offer is found by whoever takes part in the partnership."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.search.kinds import Entry, Kind
from groeimodel.shop.counter.models import Offer
from groeimodel.shop.counter.shelf import text_of


def entry_of(offer: Offer) -> Entry | None:
    """Nothing that was withdrawn; a draft is found, for it is worked on."""
    if offer.withdrawn_on is not None:
        return None
    return Entry(offer.partnership, offer.title, offer.get_absolute_url(), text_of(offer))


def rows(partnership: Partnership) -> Iterable[Offer]:
    return Offer.objects.filter(partnership=partnership).select_related("partnership")


OFFER = Kind(Offer, _("Aanbod"), entry_of, rows)
