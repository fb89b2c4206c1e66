"""Documents beside an offer (its picture among them) and beside an agreement with a supplier."""

from django.urls import reverse

from groeimodel.foundation.files import subjects
from groeimodel.shop.counter.models import Agreement, Offer


def accept_rows() -> None:
    """Called once, when the room is ready."""
    subjects.accept(
        Offer,
        see="partners.see_inside",
        add="counter.tend",
        page=Offer.get_absolute_url,
        rows=lambda: Offer.objects.select_related("partnership"),
    )
    subjects.accept(
        Agreement,
        see="counter.see_suppliers",
        add="counter.supply",
        page=page_of,
        rows=lambda: Agreement.objects.select_related("supplier__partnership"),
        removed="counter.agreement_removed",
    )


def page_of(agreement: Agreement) -> str:
    slug = agreement.supplier.partnership.slug
    return reverse("counter:supplier", args=[slug, agreement.supplier_id]) + f"#afspraak-{agreement.pk}"
