"""Starting a sheet and filling it in: one statement a screen, saved at each step."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from groeimodel.foundation.doors import open_to_all
from groeimodel.gauge.scan import selectors, services
from groeimodel.gauge.scan.forms import JoinForm, StartForm, ViewsForm
from groeimodel.gauge.scan.models import RoundLink, Sheet
from groeimodel.gauge.scan.services import RoundIsClosed
from groeimodel.gauge.scan.steps import Way, way_of
from groeimodel.gauge.scan.views.choices import answer_choices, read_answer, role_words

SheetView = Callable[..., HttpResponse]


def with_sheet(view: SheetView) -> SheetView:
    """Find the sheet of a link; a closed round gets a kind page instead of a form."""

    @never_cache
    @open_to_all("whoever has the secret link of the sheet")
    @wraps(view)
    def inner(request: HttpRequest, token: str, **kwargs: Any) -> HttpResponse:
        try:
            sheet = selectors.sheet_by_token(token)
        except Sheet.DoesNotExist as error:
            raise Http404("Dit antwoordblad bestaat niet (meer).") from error
        try:
            return view(request, sheet, **kwargs)
        except services.SheetIsHandedIn:
            return redirect("scan:thanks" if sheet.round else "scan:mirror", token=token)
        except RoundIsClosed:
            return render(request, "scan/closed.html", {"round": sheet.round}, status=409)

    return inner


def with_open_sheet(view: SheetView) -> SheetView:
    """For a page that takes answers: who handed in, or comes after closing, reads so before answering anew."""

    @with_sheet
    @wraps(view)
    def inner(request: HttpRequest, sheet: Sheet, **kwargs: Any) -> HttpResponse:
        services.check_open(sheet)
        return view(request, sheet, **kwargs)

    return inner


@open_to_all("anybody may scan alone")
def start(request: HttpRequest) -> HttpResponse:
    """A visitor alone: choose a form and a role."""
    initial = {"role": request.GET.get("rol", ""), "form": request.GET.get("vorm", "short")}
    form = StartForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        sheet = services.start_sheet(**form.values())
        return redirect("scan:statement", token=sheet.token, number=1)
    return render(request, "scan/start.html", {"form": form}, status=422 if form.errors else 200)


@never_cache
@open_to_all("whoever has the link of a round")
def join(request: HttpRequest, token: str) -> HttpResponse:
    """A participant of a round opens the link of their role."""
    try:
        link = selectors.link_by_token(token)
    except RoundLink.DoesNotExist as error:
        raise Http404("Deze link bestaat niet (meer).") from error
    round = link.round
    if not round.is_open:
        return render(request, "scan/closed.html", {"round": round}, status=410)
    members = selectors.members_of(round.partnership)
    form = JoinForm(request.POST or None, members=members, role=link.role)
    if request.method == "POST" and form.is_valid():
        try:
            sheet = services.start_sheet(round=round, role=link.role, **form.cleaned_data)
            return redirect("scan:statement", token=sheet.token, number=1)
        except ValidationError as error:
            form.add_error(None, error)
    context = {"form": form, "round": round, "link": link, "role": role_words(link.role)}
    return render(request, "scan/join.html", context, status=422 if form.errors else 200)


@with_open_sheet
def resume(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    """The private link: go on where you were."""
    way = way_of(sheet)
    if way.first_open is None:
        return redirect("scan:review", token=sheet.token)
    return redirect("scan:statement", token=sheet.token, number=way.first_open)


@with_open_sheet
def statement(request: HttpRequest, sheet: Sheet, number: int) -> HttpResponse:
    way = way_of(sheet)
    if not 1 <= number <= way.total:
        return redirect("scan:resume", token=sheet.token)
    one = way.statements[number - 1]
    missing = False
    if request.method == "POST":
        value, given = read_answer(request.POST.get("answer"))
        if given:
            services.answer(sheet=sheet, answers={one.id: value})
            return after_statement(request, way, number)
        missing = True
    context = {**statement_context(way, number), "missing": missing}
    return render(request, "scan/statement.html", context, status=422 if missing else 200)


def after_statement(request: HttpRequest, way: Way, number: int) -> HttpResponse:
    """The next statement; back to the review for who came from there; after the last one the next part."""
    token = way.sheet.token
    if "review" in request.POST:
        return redirect("scan:review", token=token)
    if number < way.total:
        return redirect("scan:statement", token=token, number=number + 1)
    return redirect("scan:guesses" if way.with_guesses else "scan:words", token=token)


def statement_context(way: Way, number: int) -> dict[str, Any]:
    one, sheet = way.statements[number - 1], way.sheet
    content = selectors.content_of(sheet.questionnaire)
    chosen = sheet.answers.get(one.id)
    return {
        "sheet": sheet,
        "way": way,
        "number": number,
        "previous": number - 1,
        "text": one.text(sheet.role),  # type: ignore[arg-type]
        "block_title": content.block(one.block).title.nl,
        "layer": one.layer,
        "layer_name": content.word(f"layer.{one.layer}"),
        "choices": answer_choices(content, chosen, seen=one.id in sheet.answers),
    }


@with_open_sheet
def guesses(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    """What would the other role answer? Optional."""
    way = way_of(sheet)
    if not way.with_guesses:
        return redirect("scan:words", token=sheet.token)
    if request.method == "POST":
        read = {one.id: read_answer(request.POST.get(f"guess-{one.id}"))[0] for one in way.guessed}
        services.answer(sheet=sheet, answers={}, guesses=read)
        return redirect("scan:words", token=sheet.token)
    return render(request, "scan/guesses.html", guesses_context(way))


def guesses_context(way: Way) -> dict[str, Any]:
    content = selectors.content_of(way.sheet.questionnaire)
    other = "officer" if way.sheet.role == "alderman" else "alderman"
    rows = [
        {
            "id": one.id,
            "text": one.text(other),  # type: ignore[arg-type]
            "choices": answer_choices(content, way.sheet.guesses.get(one.id), seen=False)[:5],
        }
        for one in way.guessed
    ]
    return {"sheet": way.sheet, "way": way, "rows": rows, "others": content.word(f"roles.{other}")}


@with_open_sheet
def words(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    """Needs, thresholds, opportunities. Optional."""
    initial = {name: getattr(sheet, name) for name in ("needs", "thresholds", "opportunities")}
    form = ViewsForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        services.note_views(sheet=sheet, **form.cleaned_data)
        return redirect("scan:review", token=sheet.token)
    context = {"form": form, "sheet": sheet, "way": way_of(sheet)}
    return render(request, "scan/words.html", context, status=422 if form.errors else 200)


@with_open_sheet
def review(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    """A last look, and hand in."""
    way, problem = way_of(sheet), ""
    if request.method == "POST":
        try:
            services.submit(sheet=sheet)
            return redirect("scan:thanks" if sheet.round else "scan:mirror", token=sheet.token)
        except ValidationError as error:
            problem = " ".join(error.messages)
    context = {"sheet": sheet, "way": way, "rows": review_rows(way), "problem": problem}
    return render(request, "scan/review.html", context, status=422 if problem else 200)


def review_rows(way: Way) -> list[dict[str, Any]]:
    content = selectors.content_of(way.sheet.questionnaire)
    rows = []
    for number, one in enumerate(way.statements, start=1):
        seen, value = one.id in way.sheet.answers, way.sheet.answers.get(one.id)
        answer = content.word(f"answer.{value or 'unknown'}") if seen else ""
        rows.append({"number": number, "text": one.text(way.sheet.role), "answer": answer, "value": value})  # type: ignore[arg-type]
    return rows


@with_sheet
def thanks(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    return render(request, "scan/thanks.html", {"sheet": sheet, "round": sheet.round})
