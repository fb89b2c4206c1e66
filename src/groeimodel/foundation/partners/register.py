"""The Flemish municipalities, from the product's own list into the database."""

from django.db import transaction

from groeimodel.content.municipalities import municipalities
from groeimodel.foundation.partners.models import Municipality


@transaction.atomic
def load_municipalities() -> int:
    """Add the municipalities that are not there yet; says how many. Changes none that is there."""
    known = set(Municipality.objects.exclude(nis=None).values_list("nis", flat=True))
    fresh = [
        Municipality(nis=one.nis, name=one.name, province=one.province)
        for one in municipalities()
        if one.nis not in known
    ]
    Municipality.objects.bulk_create(fresh)
    return len(fresh)
