"""`{% load files %}{% documents subject %}`: the documents beside a row, and for whoever may, a form to add one."""

from typing import Any

from django import template
from django.template.context import Context

from groeimodel.foundation.files import selectors, subjects
from groeimodel.foundation.files.forms import UploadForm
from groeimodel.foundation.files.models import Document
from groeimodel.foundation.partners.access import standing_with
from groeimodel.foundation.rights import what_is
from groeimodel.rules.rights import may

register = template.Library()


@register.inclusion_tag("files/_documents.html", takes_context=True)
def documents(
    context: Context, subject: Any, found: list[Document] | None = None, form: bool = True
) -> dict[str, Any]:
    """One query, or none when they were `found` before (`selectors.documents_by`). Where many
    rows stand together, `form=False` gives a link to a page with the form. Only on a page of a partnership:
    what the reader is there comes along with the request. Whoever may not see documents sees nothing."""
    request = context["request"]
    person = request.user
    parts: selectors.Parts = getattr(request, "parts", frozenset())
    kind, told = subjects.accepted(subject), what_is(subject)
    place = f"doc-{subject.pk}-"

    def has(right: str) -> bool:
        return may(right, standing_with(person, parts, told))

    if not (has("files.see") and has(kind.see)):
        return {}
    rows = selectors.documents_of(subject) if found is None else found
    adds = has("files.add") and has(kind.add)
    return {
        "shown": True,
        "slug": subjects.partnership_of(subject).slug,
        "rows": [(one, selectors.may_remove(one, person, parts)) for one in rows],
        "form": UploadForm(prefix=place) if adds and form else None,
        "adds": adds,
        "subject": subject,
        "kind": kind.kind,
        "key": subject.pk,
        "place": place,
        "here": request.get_full_path(),
        "request": request,
        "csrf_token": context.get("csrf_token"),
    }
