"""Documents: all of a partnership, adding one beside a row, taking one along, taking one away."""

from typing import Any, cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from groeimodel.foundation.files import selectors, services, storing, subjects
from groeimodel.foundation.files.forms import UploadForm
from groeimodel.foundation.files.models import Document
from groeimodel.foundation.partners.keeping import kept
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.foundation.people.models import Person

ALONE = (
    "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; object-src 'none'; base-uri 'none'; "
    "frame-ancestors 'none'; sandbox"
)
"""What somebody else made gets no rights of this site, even when it is opened in a tab of its own."""


@require_safe
@in_partnership("files.see")
@kept
def document_list(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """Every document of the partnership that the reader may see, with where it belongs."""
    parts = request.parts  # type: ignore[attr-defined]
    placed = selectors.all_of(partnership, request.user, parts)
    return render(request, "files/list.html", {"partnership": partnership, "placed": placed})


@in_partnership("files.add")
def add(request: HttpRequest, partnership: Partnership, subject: str, row: int) -> HttpResponse:
    """Put one document beside a row, and go back to where the form stood."""
    beside = row_of(partnership, subject, row, request)
    form = UploadForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    if request.META.get("groeimodel.file_too_large"):
        form.add_error("file", services.too_large())
    elif request.method == "POST" and form.is_valid():
        words = {"label": form.cleaned_data["label"], "alt": form.cleaned_data["alt"]}
        try:
            services.keep(subject=beside, upload=form.upload, actor=cast(Person, request.user), **words)
            messages.success(request, _("Het document staat klaar."))
            return redirect(back(request, beside))
        except ValidationError as error:
            form.add_error("file", error.messages)
    context = {"partnership": partnership, "row": beside, "form": form, "back": back(request, beside)}
    return render(request, "files/add.html", context, status=422 if form.errors else 200)


def row_of(partnership: Partnership, subject: str, key: int, request: HttpRequest) -> Any:
    """The row that something is put beside, when the reader may."""
    try:
        kind = subjects.accepted(subject)
    except LookupError:
        raise Http404 from None
    row = get_object_or_404(kind.rows(), pk=key)
    if subjects.partnership_of(row) != partnership:
        raise Http404
    if not request.user.has_perm(kind.add, row):
        raise PermissionDenied(_("Hier mag jij geen document bij zetten."))
    return row


def back(request: HttpRequest, row: Any) -> str:
    """The page where the form stood; only a page of this site."""
    wanted = request.POST.get("van", "") or request.GET.get("van", "")
    inside = wanted.startswith("/") and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    return wanted if inside and wanted.isprintable() else subjects.accepted(row).page(row)


def found(request: HttpRequest, pk: int) -> Document:
    document = get_object_or_404(Document.objects.select_related("partnership", "uploaded_by"), pk=pk)
    if not selectors.may_see(request.user, document):
        raise PermissionDenied(_("Dit document is niet voor jou."))
    return document


@require_safe
@in_partnership("files.see")
def document(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """The document itself: a picture is shown, the rest is saved."""
    one = found(request, pk)
    return served(one.path, one.content_type, one.filename, shown=one.is_picture)


@require_safe
@in_partnership("files.see")
def thumb(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    one = found(request, pk)
    if not one.thumb:
        raise Http404
    return served(one.thumb, "image/webp", f"{one.label}.webp", shown=True)


def served(path: str, content_type: str, name: str, *, shown: bool) -> HttpResponse:
    """Piece by piece from storage, as what it was found to be."""
    try:
        content = storing.storage().open(path)
    except FileNotFoundError:
        raise Http404 from None
    answer = FileResponse(content, as_attachment=not shown, filename=name, content_type=content_type)
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = ALONE
    answer["Cache-Control"] = "private, max-age=3600"
    return cast(HttpResponse, answer)  # it streams; the doors only pass it on


@in_partnership("files.see", each="files.remove")
def remove(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Asks first; removes on POST."""
    one = found(request, pk)
    if not request.user.has_perm("files.remove", one):
        raise PermissionDenied(_("Een document weghalen kan wie het klaarzette, of wie coördineert."))
    row = selectors.subject_of(one)
    if request.method == "POST":
        services.remove(document=one, actor=cast(Person, request.user))
        messages.success(request, _("Het document is weg."))
        return redirect(back(request, row))
    context = {"partnership": partnership, "document": one, "row": row, "back": back(request, row)}
    return render(request, "files/remove.html", context)
