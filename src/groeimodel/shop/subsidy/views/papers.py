"""A document: its texts with their drafts, how far it is, and as a Word file."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from groeimodel.formats.docx_parts import MIME
from groeimodel.formats.docx_report import docx_bytes
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership, may_here
from groeimodel.shop.subsidy import services
from groeimodel.shop.subsidy.forms import PaperForm, TextForm
from groeimodel.shop.subsidy.models import Paper
from groeimodel.shop.subsidy.showing import BlockShown, block_of, blocks_of, count_of, report_of
from groeimodel.shop.subsidy.views.common import done, me, paper_here, standing_or_404


@in_partnership("subsidy.see", post="subsidy.keep")
def paper(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """All blocks of a document, and how far it is."""
    found, may = paper_here(partnership, pk), may_here(request, partnership)
    form = PaperForm(request.POST if request.method == "POST" else None, paper=found)
    if request.method == "POST" and done(
        form, lambda: services.move(paper=found, actor=me(request), **form.cleaned_data)
    ):
        messages.success(request, _("De stand van dit document is bijgehouden."))
        return redirect(found)
    shown = blocks_of(found, standing_or_404(found.dossier), timezone.localdate())
    context = {
        "partnership": partnership,
        "paper": found,
        "blocks": [(one, count_of(one)) for one in shown],
        "over": sum(one.over > 0 for one in shown),
        "written": sum(bool(one.own) for one in shown),
        "form": form if may("subsidy.keep") else None,
        "writes": may("subsidy.write"),
    }
    return render(request, "subsidy/paper.html", context, status=422 if form.errors else 200)


def shown_or_404(found: Paper, block: str) -> BlockShown:
    shown = block_of(found, block, standing_or_404(found.dossier), timezone.localdate())
    if shown is None:
        raise Http404
    return shown


@in_partnership("subsidy.write")
def text(request: HttpRequest, partnership: Partnership, pk: int, block: str) -> HttpResponse:
    """Write one block, with its draft beside it."""
    found = paper_here(partnership, pk)
    shown = shown_or_404(found, block)
    first = {"text": shown.own, "limit": shown.passage.limit if shown.passage else None}
    form = TextForm(request.POST if request.method == "POST" else None, initial=first)
    if request.method == "POST" and done(
        form, lambda: services.write(paper=found, block=block, actor=me(request), **form.cleaned_data)
    ):
        messages.success(request, _("Je tekst is bewaard."))
        return redirect(f"{found.get_absolute_url()}#{block}")
    context = {
        "partnership": partnership,
        "paper": found,
        "one": shown,
        "count": count_of(shown),
        "form": form,
    }
    return render(request, "subsidy/text.html", context, status=422 if form.errors else 200)


@require_POST
@in_partnership("subsidy.write")
def take(request: HttpRequest, partnership: Partnership, pk: int, block: str) -> HttpResponse:
    """Take the draft over, as it is made now."""
    found = paper_here(partnership, pk)
    shown = shown_or_404(found, block)
    if shown.draft:
        services.take_over(
            paper=found, block=block, draft=shown.draft, below="onder" in request.POST, actor=me(request)
        )
        messages.success(request, _("Het voorstel is overgenomen. De vorige tekst kun je terugzetten."))
    return redirect("subsidy:text", partnership.slug, found.pk, block)


@require_POST
@in_partnership("subsidy.write")
def back(request: HttpRequest, partnership: Partnership, pk: int, block: str) -> HttpResponse:
    """Put back what stood there before a draft was taken over."""
    found = paper_here(partnership, pk)
    shown_or_404(found, block)
    services.put_back(paper=found, block=block, actor=me(request))
    messages.success(request, _("De vorige tekst staat terug."))
    return redirect("subsidy:text", partnership.slug, found.pk, block)


@require_safe
@in_partnership("subsidy.see")
def word(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """The document as a Word file."""
    found = paper_here(partnership, pk)
    report = report_of(found, standing_or_404(found.dossier), timezone.localdate(), timezone.now())
    name = slugify(f"{found} {partnership.slug}")
    response = HttpResponse(docx_bytes(report), content_type=MIME)
    response["Content-Disposition"] = f'attachment; filename="{name}.docx"'
    return response
