# mypy: disable-error-code="type-arg"
from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from groeimodel.meadow.tending.money import in_euro
from groeimodel.shop.bank.suggesting import Portion


class FileForm(forms.Form):
    file = forms.FileField(
        label=_("Bestand van de bank"),
        help_text=_("CODA of CAMT.053. Je downloadt het in de toepassing van je bank."),
        widget=forms.FileInput(attrs={"accept": ".cod,.coda,.xml,.txt,.bc2,.camt"}),
    )


class AccountForm(forms.Form):
    """An account; what cannot be is told by the service."""

    name = forms.CharField(label=_("Hoe noemen jullie ze?"), max_length=60, initial=_("Zichtrekening"))
    iban = forms.CharField(
        label=_("Rekeningnummer (IBAN)"), max_length=50, help_text=_("Zoals BE68 5390 0754 7034.")
    )
    bic = forms.CharField(
        label=_("BIC"),
        max_length=14,
        required=False,
        help_text=_("Enkel nodig voor wie van buiten België betaalt."),
    )


class ChangeAccountForm(AccountForm):
    iban = None  # type: ignore[assignment]


class StateForm(forms.Form):
    """Which lines of an account are shown."""

    stand = forms.ChoiceField(
        label=_("Toon"),
        required=False,
        choices=[
            ("", _("alle lijnen")),
            ("open", _("nog te koppelen")),
            ("matched", _("gekoppeld")),
            ("aside", _("hoort hier niet")),
        ],
    )


MOST_PORTIONS = 12


class PlaceForm(forms.Form):
    """Where the amount of a line belongs: in one place, or split over several."""

    text = forms.CharField(
        label=_("Omschrijving in de boekhouding"),
        max_length=120,
        help_text=_("Zonder namen van mensen: dit leest ook wie de uittreksels niet ziet."),
    )

    def __init__(
        self,
        data: Any = None,
        *,
        size: Decimal,
        places: Sequence[Any],
        rows: int,
        start: Sequence[Portion] = (),
        text: str = "",
    ) -> None:
        """`places` are choices in groups; `start` fills in the first rows."""
        super().__init__(data, initial={"text": text})
        self.size, self.rows, self.has_places = size, rows, bool(places)
        for row in range(rows):
            first = start[row] if row < len(start) else None
            self.fields[f"place_{row}"] = forms.ChoiceField(
                label=_("Waar hoort het?") if row == 0 else _("En de rest?"),
                choices=[("", _("Kies een plek")), *places],
                required=row == 0,
                initial=first.place if first else "",
            )
            self.fields[f"amount_{row}"] = forms.DecimalField(
                label=_("Bedrag in euro"),
                max_digits=14,
                decimal_places=2,
                min_value=Decimal("0.01"),
                localize=True,
                required=row == 0,
                initial=first.amount if first else size if row == 0 and not start else None,
            )

    def portion_fields(self) -> Iterator[tuple[forms.BoundField, forms.BoundField]]:
        return ((self[f"place_{row}"], self[f"amount_{row}"]) for row in range(self.rows))

    def clean(self) -> None:
        super().clean()
        total = Decimal(0)
        for row in range(self.rows):
            place, amount = self.cleaned_data.get(f"place_{row}"), self.cleaned_data.get(f"amount_{row}")
            if place and amount is None and not self.has_error(f"amount_{row}"):
                self.add_error(f"amount_{row}", _("Hoeveel hoort hier?"))
            if amount is not None and not place and not self.has_error(f"place_{row}"):
                self.add_error(f"place_{row}", _("Waar hoort dit bedrag?"))
            total += amount or 0
        if not self.errors and total != self.size:
            words = {
                "total": in_euro(total),
                "size": in_euro(self.size),
                "rest": in_euro(abs(self.size - total)),
            }
            told = (
                gettext(
                    "De delen zijn samen %(total)s, de lijn is %(size)s. Er moet nog %(rest)s een plek krijgen."
                )
                if total < self.size
                else gettext("De delen zijn samen %(total)s, de lijn is %(size)s. Dat is %(rest)s te veel.")
            )
            raise forms.ValidationError(told % words)

    def portions(self) -> tuple[Portion, ...]:
        return tuple(
            Portion.at(self.cleaned_data[f"place_{row}"], self.cleaned_data[f"amount_{row}"])
            for row in range(self.rows)
            if self.cleaned_data.get(f"place_{row}")
        )


class AsideForm(forms.Form):
    why = forms.CharField(
        label=_("Waarom hoort deze lijn hier niet?"),
        max_length=200,
        help_text=_("Bijvoorbeeld: overgezet tussen onze eigen rekeningen."),
    )
