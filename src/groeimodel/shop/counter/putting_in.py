"""What each municipality put into the shop in a year: the contributions that its books hold."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

from django.db.models import Sum

from groeimodel.foundation.partners.models import Partnership
from groeimodel.meadow.tending.money import cents
from groeimodel.shop.money.models import Post, Posting
from groeimodel.shop.money.selectors import SIGNED, book_year_of


def put_in(partnership: Partnership, year: int) -> dict[int, Decimal] | None:
    """Euro by key of the municipality as it is today; what was taken back counts down. Two queries.

    None where the year has no books: what is not known is never taken for nothing.
    """
    if book_year_of(partnership, year) is None:
        return None
    rows = (
        Posting.objects.filter(
            post__book_year__partnership=partnership,
            post__book_year__year=year,
            post__direction=Post.Direction.RECEIPT,
            post__kind=Post.Kind.CONTRIBUTION,
            municipality__isnull=False,
        )
        .order_by()
        .values_list("municipality", "municipality__merged_into")
        .annotate(sum=Sum(SIGNED))
    )
    found: dict[int, Decimal] = defaultdict(Decimal)
    for where, into, total in rows:
        found[into or where] += cents(total)
    return dict(found)
