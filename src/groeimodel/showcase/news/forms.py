"""Forms of readers (one field) and of whoever writes an edition."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.core.validators import URLValidator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from groeimodel.shop.desk import guarding
from groeimodel.showcase.news.models import Edition, Item, Subscription
from groeimodel.showcase.news.services import Content, Words

FASTEST = 2
"""Seconds: one field that the browser fills in goes faster than a whole form."""


class SubscribeForm(forms.Form):
    """An address, and the language where there is a choice. The guards against programs are those of the desk."""

    email = forms.EmailField(max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "email"}))
    taal = forms.ChoiceField(choices=Subscription.Language.choices, required=False)
    website = forms.CharField(required=False)
    """A trap: people do not see it, programs fill it in."""

    def __init__(self, data: Any, *, slug: str, words: dict[str, str]) -> None:
        super().__init__(data)
        self.slug, self.words = slug, words
        email = self.fields["email"]
        email.label, email.help_text = words["address"], words["address_help"]
        email.error_messages = {"required": words["bad_address"], "invalid": words["bad_address"]}
        email.validators[0].message = words["bad_address"]  # type: ignore[attr-defined]

    @property
    def fresh_stamp(self) -> str:
        return guarding.stamp(self.slug)

    @property
    def trapped(self) -> bool:
        return bool(str(self.data.get("website", "")).strip())

    def clean(self) -> None:
        super().clean()
        if not self.errors and guarding.too_fast_or_old(self.data.get("stamp", ""), self.slug, FASTEST):
            self.add_error(None, self.words["too_fast"])


class TopForm(forms.ModelForm):  # type: ignore[type-arg]
    class Meta:
        model = Edition
        fields = ["title", "intro", "intro_fr"]
        labels = {"title": _("Titel en onderwerp van de mail"), "intro": _("Inleiding")}
        widgets = {
            "intro": forms.Textarea(attrs={"rows": 4}),
            "intro_fr": forms.Textarea(attrs={"rows": 4, "lang": "fr"}),
        }

    def __init__(self, *args: Any, french: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["intro"].help_text = _("Twee of drie zinnen: wat is het belangrijkste?")
        self.fields["intro_fr"].help_text = _("Wie voor het Frans koos, krijgt deze tekst vooraan.")
        if not french:
            del self.fields["intro_fr"]


class ItemForm(forms.Form):
    included = forms.BooleanField(required=False)
    title = forms.CharField(label=_("Titel"), max_length=200)
    text = forms.CharField(
        label=_("Tekst"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    url = forms.CharField(
        label=_("Link"),
        max_length=500,
        required=False,
        help_text=_("Naar meer uitleg. Begin met https://."),
        widget=forms.TextInput(attrs={"inputmode": "url"}),
    )

    def __init__(self, data: Any, item: Item | None) -> None:
        start = {name: getattr(item, name) for name in ("included", "title", "text", "url")} if item else {}
        super().__init__(data, prefix=f"bericht-{item.pk}" if item else "nieuw", initial=start)
        self.item = item
        self.own = item is None or not item.source
        if item is None:
            del self.fields["included"]
        if self.own:  # without any words it is no item (any more)
            self.fields["title"].required = False
        else:
            del self.fields["url"]

    def clean_url(self) -> str:
        url: str = self.cleaned_data["url"].strip()
        if url and (not url.startswith("/") or url.startswith("//")):
            URLValidator(["http", "https"], message=_("Begin de link met https://."))(url)
        return url

    def clean(self) -> None:
        super().clean()
        found = self.cleaned_data
        if self.own and not found.get("title") and (found.get("text") or found.get("url")):
            self.add_error("title", _("Geef dit bericht een titel."))

    def words(self) -> Words:
        found = self.cleaned_data
        return Words(
            found.get("title", ""),
            found.get("text", ""),
            found.get("url", ""),
            found.get("included", True),
            self.item.pk if self.item else None,
        )

    @property
    def changed_words(self) -> bool:
        """Whether something else was typed than what stands there."""
        return any(name in self.changed_data for name in ("title", "text", "url", "included"))


class DraftForm:
    """A whole draft: its top, each item in order, and room for one more of their own."""

    def __init__(self, data: Any, edition: Edition, items: Sequence[Item], *, french: bool) -> None:
        self.edition = edition
        self.top = TopForm(data, instance=edition, french=french)
        self.rows = [ItemForm(_typed(data, one), one) for one in items]
        self.new = ItemForm(data, None)

    @property
    def forms(self) -> list[forms.Form | TopForm]:
        return [self.top, *self.rows, self.new]

    def is_valid(self) -> bool:
        """Of every form, so that all problems are shown at once."""
        valid = [one.is_valid() for one in self.forms if one.is_bound]
        return all(valid)

    @property
    def problems(self) -> list[str]:
        """Each problem with the title of what it is about, for the top of the page."""
        found = []
        for one in self.forms:
            item = getattr(one, "item", None)
            where = f"{item.title}: " if item else ""
            found += [f"{where}{text}" for rows in one.errors.values() for text in rows]
        return found

    def content(self, move: str = "") -> Content:
        """What was typed; `move` is 'hoger-12' or 'lager-12', for the item with that key."""
        rows = [one.words() for one in self.rows if one.is_bound]
        if self.new.words().title.strip():
            rows.append(self.new.words())
        top = self.top.cleaned_data
        return Content(top["title"], top["intro"], top.get("intro_fr", ""), _moved(rows, move))


def _typed(data: Any, item: Item) -> Any:
    """None when the page that was sent did not know this item yet."""
    return data if data is not None and f"bericht-{item.pk}-title" in data else None


def _moved(rows: list[Words], move: str) -> list[Words]:
    way, _dash, key = move.partition("-")
    place = next((number for number, one in enumerate(rows) if one.pk and str(one.pk) == key), None)
    if place is None or way not in ("hoger", "lager"):
        return rows
    other = place - 1 if way == "hoger" else place + 1
    if 0 <= other < len(rows):
        rows[place], rows[other] = rows[other], rows[place]
    return rows


class GoForm(forms.Form):
    """Now, or on a moment."""

    when = forms.ChoiceField(
        label=_("Wanneer vertrekt de brief?"),
        choices=[("now", _("Nu meteen")), ("later", _("Op een dag en uur"))],
        initial="now",
        widget=forms.RadioSelect,
    )
    day = forms.DateField(label=_("Dag"), required=False, widget=forms.DateInput(attrs={"type": "date"}))
    time = forms.TimeField(label=_("Uur"), required=False, widget=forms.TimeInput(attrs={"type": "time"}))

    def clean(self) -> None:
        super().clean()
        found = self.cleaned_data
        if found.get("when") == "later":
            for name, text in (("day", _("Kies een dag.")), ("time", _("Kies een uur."))):
                if not found.get(name) and name not in self.errors:
                    self.add_error(name, text)

    @property
    def send_at(self) -> datetime | None:
        """None for now."""
        found = self.cleaned_data
        if found["when"] == "now":
            return None
        return timezone.make_aware(datetime.combine(found["day"], found["time"]))
