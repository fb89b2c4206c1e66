"""The small forms of the counter; each gives what a service takes."""

from groeimodel.shop.counter.forms.arranging import AgreementForm, BouquetForm, SpecialityForm, SupplierForm
from groeimodel.shop.counter.forms.keeping import anchor_forms, point_forms
from groeimodel.shop.counter.forms.offers import OfferForm, PictureForm, WhyForm
from groeimodel.shop.counter.forms.telling import CountForm, SupportForm

__all__ = [
    "AgreementForm",
    "BouquetForm",
    "CountForm",
    "OfferForm",
    "PictureForm",
    "SpecialityForm",
    "SupplierForm",
    "SupportForm",
    "WhyForm",
    "anchor_forms",
    "point_forms",
]
