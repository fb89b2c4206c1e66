"""The gate of a book year: whoever writes in it holds its row, so nothing slips into a year that is being closed."""

from __future__ import annotations

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from groeimodel.shop.money.models import BookYear


def hold(book_year: BookYear) -> BookYear:
    """The row of the year, locked until the end of the transaction. In PostgreSQL others wait; SQLite has one writer."""
    return BookYear.objects.select_for_update(of=("self",)).select_related("partnership").get(pk=book_year.pk)


def hold_open(book_year: BookYear) -> BookYear:
    """The same, of a year that is not closed.

    Raises:
        ValidationError: it is closed.
    """
    held = hold(book_year)
    refuse(
        [
            _("%(year)s is afgesloten. Een fout zet je recht met een tegenboeking in dit jaar.")
            % {"year": held.year}
        ]
        if held.closed
        else []
    )
    return held


def refuse(problems: Sequence[str]) -> None:
    """All that is wrong, at once."""
    if problems:
        raise ValidationError(list(problems))
