"""The books of a year as files."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from groeimodel.formats.ledger import as_csv, as_xlsx
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.shop.money.exporting import NAMES, sheets_of
from groeimodel.shop.money.views.finding import year_or_404

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
@in_partnership("money.see")
def workbook(request: HttpRequest, partnership: Partnership, year: int) -> HttpResponse:
    """All in one workbook."""
    sheets = sheets_of(year_or_404(partnership, year))
    return _file(as_xlsx(list(sheets.values())), f"{partnership.slug}-{year}.xlsx", XLSX)


@require_safe
@in_partnership("money.see")
def table(request: HttpRequest, partnership: Partnership, year: int, name: str) -> HttpResponse:
    """One sheet as CSV."""
    if name not in NAMES:
        raise Http404
    sheet = sheets_of(year_or_404(partnership, year))[name]
    return _file(as_csv(sheet), f"{partnership.slug}-{year}-{name}.csv", "text/csv; charset=utf-8")


def _file(content: bytes, name: str, kind: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
