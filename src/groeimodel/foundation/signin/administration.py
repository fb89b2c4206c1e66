"""The door of the administration: the one place where a password still counts, and where two factors are asked."""

from typing import Any

from allauth.account.internal.flows.login import get_authentication_records
from allauth.core import ratelimit
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.admin import AdminSite
from django.contrib.admin.forms import AdminAuthenticationForm
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groeimodel.foundation.signin import events

STRONG = {"mfa", "socialaccount"}
"""A passkey is two factors: the device, and the finger, face or pin that it asks for. A provider asks for its own."""


class LimitedForm(AdminAuthenticationForm):
    """Tries are counted per address and per visitor, as at the other doors."""

    def clean(self) -> dict[str, Any]:
        name = str(self.cleaned_data.get("username", "")).strip().lower()
        if name and not ratelimit.consume(self.request, action="login_failed", key=name):
            events.warn("too many tries", how="password")
            raise ValidationError(_("Te vaak geprobeerd. Wacht vijf minuten en probeer opnieuw."))
        return super().clean()


def is_strong(request: HttpRequest) -> bool:
    """Whether two factors were asked in this session, or none are wanted here."""
    known = get_authentication_records(request, request.user)
    return not settings.ADMIN_SECOND_FACTOR or any(one["method"] in STRONG for one in known)


def must_use_key(request: HttpRequest) -> bool:
    """Whether somebody of the administration came in without the passkey that they have.

    Else a password alone could make another passkey, and so open the administration.
    """
    if not request.user.is_staff or is_strong(request):
        return False
    return bool(Authenticator.objects.filter(user=request.user).exists())


def guard(site: AdminSite) -> None:
    """Use our form and page for signing in to the administration, and ask two factors."""
    allowed = site.has_permission

    def has_permission(request: HttpRequest) -> bool:
        return allowed(request) and is_strong(request)

    site.site_header = site.site_title = gettext_lazy("Beheer van Groeimodel")
    site.index_title = gettext_lazy("Wat er te beheren is")
    site.login_form = LimitedForm
    site.login_template = "signin/administration.html"
    site.has_permission = has_permission  # type: ignore[method-assign]
