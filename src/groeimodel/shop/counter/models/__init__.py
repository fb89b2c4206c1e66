"""What the shop always has, and what keeps it there (claims B1, B8, B9, B11, B12, B16, B17)."""

from groeimodel.shop.counter.models.arranging import Bouquet, BouquetOffer, Speciality
from groeimodel.shop.counter.models.keeping import Agreement, AgreementOffer, Anchor, ReadyPoint, Supplier
from groeimodel.shop.counter.models.offers import Offer
from groeimodel.shop.counter.models.telling import Support, SupportCall, Use

__all__ = [
    "Agreement",
    "AgreementOffer",
    "Anchor",
    "Bouquet",
    "BouquetOffer",
    "Offer",
    "ReadyPoint",
    "Speciality",
    "Supplier",
    "Support",
    "SupportCall",
    "Use",
]
