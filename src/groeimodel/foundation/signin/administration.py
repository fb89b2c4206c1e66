"""The one place where a password still opens a door: the administration, when the mail is down."""

from typing import Any

from allauth.core import ratelimit
from django.contrib.admin import AdminSite
from django.contrib.admin.forms import AdminAuthenticationForm
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from groeimodel.foundation.signin import events


class LimitedForm(AdminAuthenticationForm):
    """Tries are counted per address and per visitor, as at the other doors."""

    def clean(self) -> dict[str, Any]:
        name = str(self.cleaned_data.get("username", "")).strip().lower()
        if name and not ratelimit.consume(self.request, action="login_failed", key=name):
            events.warn("too many tries", how="password")
            raise ValidationError(_("Te vaak geprobeerd. Wacht vijf minuten en probeer opnieuw."))
        return super().clean()


def guard(site: AdminSite) -> None:
    """Use our form and page for signing in to the administration."""
    site.login_form = LimitedForm
    site.login_template = "signin/administration.html"
