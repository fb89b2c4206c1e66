"""What money asks by a day: contributions to come in, books to close, promises that end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from groeimodel.foundation.due import Due
from groeimodel.foundation.partners.models import Partnership
from groeimodel.shop.money.models import BookYear, Commitment
from groeimodel.shop.money.selectors import open_contributions

AHEAD = timedelta(days=365)
CLOSE_BY = (6, 30)
"""Month and day by which the books of the year before are usually closed: a habit, no rule."""


def duties_of(partnership: Partnership, today: date) -> Iterator[Due]:
    """Four queries."""
    room = _("Geld")
    page = reverse("money:contributions", args=[partnership.slug])
    for one in open_contributions(partnership):
        call, place = one.contribution.call, one.contribution.municipality
        yield Due(
            key=f"money.contribution:{one.contribution.pk}",
            on=one.contribution.due_on,
            title=_("%(place)s betaalt haar bijdrage voor %(year)s.")
            % {"place": place, "year": call.book_year.year},
            path=page,
            room=room,
            right="money.see",
        )
    for book_year in BookYear.objects.filter(partnership=partnership, closed_on=None, year__lt=today.year):
        yield Due(
            key=f"money.close:{book_year.pk}",
            on=date(book_year.year + 1, *CLOSE_BY),
            title=_("De boeken van %(year)s worden afgesloten.") % {"year": book_year.year},
            path=reverse("money:year", args=[partnership.slug, book_year.year]),
            room=room,
            right="money.see",
        )
    ending = Commitment.objects.filter(partnership=partnership, ends__gte=today, ends__lte=today + AHEAD)
    for commitment in ending.select_related("municipality"):
        yield Due(
            key=f"money.commitment:{commitment.pk}",
            on=commitment.ends,
            title=_("Het engagement van %(place)s loopt af.") % {"place": commitment.municipality},
            path=reverse("money:commitments", args=[partnership.slug]),
            why=_("Daarna staat niet vast wat deze gemeente inbrengt."),
            room=room,
            right="money.see",
        )
