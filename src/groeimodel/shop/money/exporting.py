"""The books of a year as sheets: postings, budget, contributions."""

from __future__ import annotations

from django.utils.translation import gettext as _

from groeimodel.formats.ledger import Sheet
from groeimodel.shop.money.models import BookYear, Posting
from groeimodel.shop.money.selectors import contributions_of, figures_of

NAMES = ("boekingen", "begroting", "bijdragen")


def sheets_of(book_year: BookYear) -> dict[str, Sheet]:
    """By its name in an address: five queries."""
    return {
        "boekingen": _postings(book_year),
        "begroting": _budget(book_year),
        "bijdragen": _contributions(book_year),
    }


def _postings(book_year: BookYear) -> Sheet:
    rows = (
        Posting.objects.filter(post__book_year=book_year)
        .select_related("post__plan_action", "municipality", "contribution")
        .order_by("day", "pk")
    )
    columns = (
        _("nummer"), _("dag"), _("richting"), _("aard"), _("soort"), _("post"), _("actiecode"), _("bedrag"),
        _("omschrijving"), _("tegenpartij"), _("NIS-code"), _("mededeling"), _("zet recht"),
    )  # fmt: skip
    return Sheet(
        _("Boekingen"),
        columns,
        [
            (
                one.pk,
                one.day,
                one.post.get_direction_display(),
                one.post.get_nature_display(),
                one.post.get_kind_display(),
                one.post.title,
                one.post.plan_action.code if one.post.plan_action else None,
                one.signed,
                one.text,
                one.party,
                one.municipality.nis if one.municipality else None,
                one.contribution.reference if one.contribution else None,
                one.reverses_id,
            )
            for one in rows
        ],
    )


def _budget(book_year: BookYear) -> Sheet:
    columns = (_("richting"), _("aard"), _("soort"), _("post"), _("begroot"), _("echt"), _("nog"))
    return Sheet(
        _("Begroting"),
        columns,
        [
            (
                one.post.get_direction_display(),
                one.post.get_nature_display(),
                one.post.get_kind_display(),
                one.post.title,
                one.amounts.budget,
                one.amounts.actual,
                one.amounts.left,
            )
            for one in figures_of(book_year.partnership, book_year.year).rows
        ],
    )


def _contributions(book_year: BookYear) -> Sheet:
    columns = (
        _("gemeente"),
        _("NIS-code"),
        _("gevraagd"),
        _("betaald"),
        _("nog"),
        _("mededeling"),
        _("betalen tegen"),
    )
    return Sheet(
        _("Bijdragen"),
        columns,
        [
            (
                one.contribution.municipality.name,
                one.contribution.municipality.nis,
                one.contribution.amount,
                one.paid,
                one.remaining,
                one.contribution.reference,
                one.contribution.due_on,
            )
            for one in contributions_of(book_year.partnership, book_year.year)
        ],
    )
