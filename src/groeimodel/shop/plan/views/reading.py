"""The plan to read: as it is now, as it was adopted, and what changed between two."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from groeimodel.formats.plan_file import plan_csv, plan_xlsx
from groeimodel.foundation.partners.keeping import kept
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership, may_here
from groeimodel.rules.plan import Snapshot, canonical, checksum, compare, read
from groeimodel.shop.plan import linking, selectors
from groeimodel.shop.plan.differing import told
from groeimodel.shop.plan.exporting import lines_of
from groeimodel.shop.plan.levels import level_of
from groeimodel.shop.plan.models import Plan, Version
from groeimodel.shop.plan.showing import laid_out, sums_of
from groeimodel.shop.plan.snapshots import tree_from
from groeimodel.shop.plan.views import SEE, WORK, WRITE, plan_here

FILES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}


@require_safe
@in_partnership(SEE)
@kept
def page(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """The plan that is in force, else the next one."""
    plan = selectors.plan_to_show(partnership, timezone.localdate())
    return render(request, "plan/page.html", context_of(request, partnership, plan))


@require_safe
@in_partnership(SEE)
@kept
def plan(request: HttpRequest, partnership: Partnership, plan: int) -> HttpResponse:
    found = plan_here(partnership, plan)
    return render(request, "plan/page.html", context_of(request, partnership, found))


def context_of(request: HttpRequest, partnership: Partnership, plan: Plan | None) -> dict[str, Any]:
    may = may_here(request, partnership)
    context: dict[str, Any] = {
        "partnership": partnership,
        "plan": plan,
        "plans": list(selectors.plans_of(partnership)),
        "works": may(WORK),
        "writes": may(WRITE),
    }
    if plan is None:
        return context
    tree, years = selectors.tree_of(plan), list(plan.years)
    version = selectors.versions_of(plan).first()
    now, item = selectors.snapshot_from(plan, tree), selectors.waiting_item(plan)
    return context | {
        "years": years,
        "tree": laid_out(tree, years, linking.ties_of(plan)),
        "sums": sums_of(selectors.totals_of(tree), years),
        "version": version,
        "changed": told(compare(read(version.snapshot), now)).count if version else 0,
        "item": item,
        "moved_on": item is not None and plan.proposed_checksum not in ("", checksum(canonical(now))),
        "struck": [(level_of(one), one) for one in selectors.struck_of(plan)] if may(WORK) else [],
        "today": timezone.localdate(),
    }


@require_safe
@in_partnership(SEE)
@kept
def versions(request: HttpRequest, partnership: Partnership, plan: int) -> HttpResponse:
    """All adopted versions, and two to choose to compare."""
    found = plan_here(partnership, plan)
    context = {"partnership": partnership, "plan": found, "versions": list(selectors.versions_of(found))}
    return render(request, "plan/versions.html", context)


@require_safe
@in_partnership(SEE)
@kept
def version(request: HttpRequest, partnership: Partnership, version: int) -> HttpResponse:
    """The plan as it was adopted."""
    one = get_object_or_404(Version.objects.select_related("plan"), pk=version)
    tree, years, totals = tree_from(read(one.snapshot))
    context = {
        "partnership": partnership,
        "plan": one.plan,
        "version": one,
        "years": years,
        "tree": laid_out(tree, years, {}),
        "sums": sums_of(totals, years),
        "intact": checksum(one.snapshot) == one.checksum,
    }
    return render(request, "plan/version.html", context)


@require_safe
@in_partnership(SEE)
@kept
def comparison(request: HttpRequest, partnership: Partnership, plan: int) -> HttpResponse:
    """Two versions beside each other; without a choice the last one and the working plan."""
    found = plan_here(partnership, plan)
    all_versions = list(selectors.versions_of(found))
    if not all_versions:
        raise Http404
    before = chosen(all_versions, request.GET.get("van", ""), all_versions[0])
    after = chosen(all_versions, request.GET.get("tot", ""), None)
    new: Snapshot = read(after.snapshot) if after else selectors.snapshot_of(found)
    assert before is not None
    context = {
        "partnership": partnership,
        "plan": found,
        "versions": all_versions,
        "before": before,
        "after": after,
        "told": told(compare(read(before.snapshot), new)),
    }
    return render(request, "plan/compare.html", context)


def chosen(versions: list[Version], number: str, otherwise: Version | None) -> Version | None:
    return next((one for one in versions if str(one.number) == number), otherwise)


@require_safe
@in_partnership(SEE)
def export(request: HttpRequest, partnership: Partnership, plan: int, kind: str) -> HttpResponse:
    """The whole plan with its codes, for a finance officer; `?versie=2` gives it as it was adopted."""
    found = plan_here(partnership, plan)
    number = request.GET.get("versie", "")
    one = chosen(list(selectors.versions_of(found)), number, None) if number else None
    if kind not in FILES or (number and one is None):
        raise Http404
    tree = tree_from(read(one.snapshot))[0] if one else selectors.tree_of(found)
    lines = list(lines_of(tree))
    content = plan_csv(lines) if kind == "csv" else plan_xlsx(lines, found.title)
    response = HttpResponse(content, content_type=FILES[kind])
    name = f"{partnership.slug}-meerjarenplan-{found.starts.year}{f'-versie-{one.number}' if one else ''}"
    response["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
    return response
