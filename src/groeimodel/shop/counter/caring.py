"""How an offer is kept, for who takes part: its list, its anchors, its agreements and its documents."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from groeimodel.foundation.files.models import Document
from groeimodel.foundation.files.selectors import documents_of
from groeimodel.shop.counter.anchoring import Anchored, anchored
from groeimodel.shop.counter.deciding import Deciding, deciding
from groeimodel.shop.counter.models import Agreement, Offer
from groeimodel.shop.counter.ready import ReadyList, lists_of


@dataclass(frozen=True, slots=True)
class Care:
    ready: ReadyList
    anchored: Anchored
    agreements: list[Agreement]
    """Only for who may see suppliers."""
    deciding: Deciding
    documents: list[Document]
    """Beside the picture that is shown."""


def care_of(offer: Offer, today: date, may: Callable[[str], bool]) -> Care:
    """Seven queries."""
    agreements = (
        list(Agreement.objects.filter(offers=offer).select_related("supplier"))
        if may("counter.see_suppliers")
        else []
    )
    return Care(
        ready=lists_of([offer])[offer.pk],
        anchored=anchored([offer], today)[0],
        agreements=agreements,
        deciding=deciding(offer, today, runs=may("sittings.run") and may("counter.tend")),
        documents=[one for one in documents_of(offer) if one.pk != offer.picture_id],
    )
