"""The phones: enter a code, say who you are, and answer. No account, and everything works without a script."""

from __future__ import annotations

import json
from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from groeimodel.foundation.doors import open_to_all
from groeimodel.gauge.live import guarding, selectors, services
from groeimodel.gauge.live.forms import CodeForm, JoinForm
from groeimodel.gauge.live.models import Participant, Session
from groeimodel.gauge.live.services import Given, SessionIsOver

UNKNOWN = "unknown"
LARGEST = 40_000
"""Bytes: more than a whole scan sent at once."""


@never_cache
@open_to_all("whoever was given the code of a session")
def enter(request: HttpRequest) -> HttpResponse:
    """Six digits."""
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if guarding.too_many(request):
            form.add_error("code", slow_down())
        elif (found := selectors.session_by_code(form.cleaned_data["code"])) and found.is_open:
            return redirect("live:join", found.code)
        else:
            guarding.count_wrong(request)
            form.add_error("code", _("Met deze code loopt er geen sessie. Kijk nog eens op het scherm."))
    return render(request, "live/enter.html", {"form": form}, status=422 if form.errors else 200)


@never_cache
@open_to_all("whoever was given the code of a session")
def join(request: HttpRequest, code: str) -> HttpResponse:
    """Municipality and role."""
    if guarding.too_many(request):
        return _slowly(request)
    session = _session(request, code)
    if not session.is_open:
        return render(request, "live/over.html", {"session": session}, status=410)
    form = JoinForm(request.POST or None, members=selectors.members_of(session.partnership))
    if request.method == "POST" and form.is_valid():
        try:
            participant = services.join(session=session, **form.cleaned_data)
            return redirect("live:phone", code, participant.token)
        except SessionIsOver:
            return render(request, "live/over.html", {"session": session}, status=409)
        except ValidationError as error:
            form.add_error(None, error)
    context = {"form": form, "session": session}
    return render(request, "live/join.html", context, status=422 if form.errors else 200)


def _slowly(request: HttpRequest) -> HttpResponse:
    form = CodeForm({"code": ""})
    form.errors["code"] = form.error_class([slow_down()])
    return render(request, "live/enter.html", {"form": form}, status=429)


def slow_down() -> str:
    return _("Te veel foute codes na elkaar. Wacht een minuut en probeer opnieuw.")


def _session(request: HttpRequest, code: str) -> Session:
    """Raises Http404; a wrong code counts as a guess."""
    session = selectors.session_by_code(code)
    if session is None:
        guarding.count_wrong(request)
        raise Http404("Met deze code loopt er geen sessie.")
    return session


@require_safe
@open_to_all("says how far a session is, to a phone that came in")
def stand(request: HttpRequest, watch: str) -> HttpResponse:
    """What a phone asks every two seconds: it must cost almost nothing."""
    found = selectors.stand_of(watch)
    if found is None:
        raise Http404("Met deze code loopt er geen sessie.")
    told = {"version": found.version, "state": found.state, "at": found.at, "paused": found.paused}
    answer = JsonResponse(told)
    answer["Cache-Control"] = "no-store"
    return answer


# The secret in the address is the right here, not a cookie: a form elsewhere cannot know it. And a phone that comes
# back after a day on another network may have lost its cookies; its answers must still get in.
@csrf_exempt
@never_cache
@open_to_all("whoever has the secret address of this phone")
def phone(request: HttpRequest, code: str, token: str) -> HttpResponse:
    """The statement that is asked now, or at own pace any; and where answers come in."""
    try:
        participant = selectors.participant_by_token(code, token)
    except Participant.DoesNotExist as error:
        raise Http404("Deze deelname bestaat niet (meer).") from error
    if request.method == "POST":
        return _take_in(request, participant)
    session = participant.session
    number = _number(request, session)
    context = {
        "session": session,
        "participant": participant,
        "cards": cards_of(participant, number),
        "number": number,
        "total": len(session.asked),
        "own_pace": session.pace == Session.Pace.OWN,
    }
    return render(request, "live/phone.html", context)


def _number(request: HttpRequest, session: Session) -> int:
    """Which statement, from 1: at own pace the one that is asked for, else the one on the screen."""
    asked = request.GET.get("n", "")
    if session.pace == Session.Pace.OWN and asked.isdecimal() and 1 <= int(asked) <= len(session.asked):
        return int(asked)
    return 1 if session.pace == Session.Pace.OWN else session.at + 1


def cards_of(participant: Participant, number: int) -> list[dict[str, Any]]:
    """Every statement in the words of this role, with what was answered."""
    said = selectors.answers_of(participant)
    return [
        {
            "key": one["key"],
            "number": n,
            "text": one["texts"].get(participant.role) or one["texts"][""],
            "now": n == number,
            "questions": [_question(one["key"], asked, said) for asked in one["questions"]],
        }
        for n, one in enumerate(participant.session.asked, start=1)
    ]


def _question(key: str, asked: dict[str, Any], said: dict[tuple[str, str], int | None]) -> dict[str, Any]:
    given = (key, asked["name"]) in said
    value = said.get((key, asked["name"]))
    choices = [(str(n), label, value == n) for n, label in enumerate(asked["labels"], start=1)]
    full = all(asked["labels"])
    if asked["unknown"]:
        choices.append((UNKNOWN, asked["unknown"], given and value is None))
    return {**asked, "choices": choices, "given": given, "full": full}


def _take_in(request: HttpRequest, participant: Participant) -> HttpResponse:
    """Answers as JSON from a script, or a plain form."""
    script = request.headers.get("Content-Type", "").startswith("application/json")
    try:
        given = _from_json(request) if script else _from_form(request, participant.session)
        kept = services.answer(participant=participant, given=given)
    except SessionIsOver:
        if script:
            return JsonResponse({"over": True}, status=409)
        return render(request, "live/over.html", {"session": participant.session}, status=409)
    except ValidationError as error:
        return JsonResponse({"error": " ".join(error.messages)}, status=422)
    if script:
        return JsonResponse({"kept": [[one.key, one.question, one.value] for one in kept]})
    here = request.path
    if participant.session.pace == Session.Pace.OWN:
        after = next(
            (
                one["number"]
                for one in cards_of(participant, 1)
                if not all(q["given"] for q in one["questions"])
            ),
            0,
        )
        return redirect(f"{here}?n={after}" if after else f"{here}?n={len(participant.session.asked)}")
    return redirect(here)


def _from_json(request: HttpRequest) -> list[Given]:
    """Raises ValidationError for anything but a list of {key, question, value}."""
    try:
        if len(request.body) > LARGEST:
            raise ValueError
        return [
            Given(str(one["key"]), str(one["question"]), None if one["value"] is None else int(one["value"]))
            for one in json.loads(request.body)
        ]
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError) as error:
        raise ValidationError(_("Dit is geen antwoord.")) from error


def _from_form(request: HttpRequest, session: Session) -> list[Given]:
    key = request.POST.get("key", "")
    return [
        Given(key, question["name"], None if value == UNKNOWN else int(value))
        for one in session.asked
        if one["key"] == key
        for question in one["questions"]
        if (value := request.POST.get(question["name"], "")) in ("1", "2", "3", "4", "5", UNKNOWN)
    ]
