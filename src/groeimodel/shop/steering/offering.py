"""What this room offers to others: pages of what decisions are about."""

from collections.abc import Mapping, Sequence

from groeimodel.foundation.partners.models import Partnership
from groeimodel.shop.steering.models import ProcessMandate


def pages_of(partnership: Partnership, keys: Sequence[int]) -> Mapping[int, str]:
    """Where each process mandate stands: one query."""
    rows = ProcessMandate.objects.filter(partnership=partnership, pk__in=keys).select_related("partnership")
    return {one.pk: one.get_absolute_url() for one in rows}
