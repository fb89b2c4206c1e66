"""The growth model shown: start page, infographic, a page per model, poster, factors, about."""

from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.views.decorators.cache import cache_control
from django.views.decorators.http import condition

from groeimodel import content as texts
from groeimodel.foundation.doors import open_to_all
from groeimodel.foundation.journal.selectors import page_state
from groeimodel.foundation.partners.selectors import partnerships_of
from groeimodel.rules.growth.content import ACTORS, LAYERS, Actor, Content, Language, Layer
from groeimodel.rules.growth.story import number
from groeimodel.rules.picture.infographic import WINDOWS
from groeimodel.showcase.model import selectors
from groeimodel.showcase.model.gardens import landscape, picture

SLUGS: dict[Layer, str] = {"soil": "potgrond", "meadow": "bloemenweide", "shop": "bloemenwinkel"}
ANCHORS: dict[Actor, str] = {"alderman": "schepen", "officer": "ambtenaar", "together": "samen"}


@open_to_all("the growth model is for everybody")
def start(request: HttpRequest) -> HttpResponse:
    content = texts.load()
    own = list(partnerships_of(request.user)) if request.user.is_authenticated else []
    context = {
        "own": own,
        "models": SimpleLazyObject(lambda: models_of(content)),
        "landscape": SimpleLazyObject(landscape),
        "state": f"{content.version} {request.user.is_authenticated}",
    }
    return render(request, "model/start.html", context)


@open_to_all("the growth model is for everybody")
def infographic(request: HttpRequest) -> HttpResponse:
    """Explorable by model and role: ?model=bloemenweide&rol=schepen."""
    content = texts.load()
    layer = next((key for key, slug in SLUGS.items() if slug == request.GET.get("model")), None)
    actor = next((key for key, slug in ANCHORS.items() if slug == request.GET.get("rol")), None)
    context = {
        "words": words_of(content, "infographic"),
        "legend": words_of(content, "infographic.legend").values(),
        "models": [one for one in models_of(content, actor) if layer in (None, one["layer"])],
        "landscape": landscape(),
        "principles": content.principles,
        "actor": actor,
        "choices": choices_of(content, layer, actor),
    }
    return render(request, "model/infographic.html", context)


@open_to_all("the growth model is for everybody")
def model(request: HttpRequest, slug: str) -> HttpResponse:
    layer = next((key for key, name in SLUGS.items() if name == slug), None)
    if layer is None:
        raise Http404("Dit model bestaat niet.")
    content = texts.load()
    own = selectors.own_of(request.user) if request.user.is_authenticated else None
    # Lazy: the body is kept while nothing was done in the reader's partnership.
    shown = SimpleLazyObject(lambda: shown_of(content, layer, own))
    state = f"{layer} {content.version} {page_state(request, own.partnership.pk) if own else ''}"
    context = {"name": content.word(f"layer.{layer}"), "state": state, "shown": shown}
    return render(request, "model/model.html", context)


@open_to_all("the growth model is for everybody")
def mine(request: HttpRequest) -> HttpResponse:
    """Land on your own role in your own model (claim G5)."""
    own = selectors.own_of(request.user) if request.user.is_authenticated else None
    if own is None:
        return redirect("model:infographic")
    return redirect(f"{reverse('model:model', args=[SLUGS[own.layer()]])}#{ANCHORS[own.actor]}")


@open_to_all("the growth model is for everybody")
def factors(request: HttpRequest) -> HttpResponse:
    content = texts.load()
    groups = [
        (content.word(f"factor_group.{group}"), [one for one in content.factors if one.group == group])
        for group in ("structure", "results", "people")
    ]
    return render(request, "model/factors.html", {"groups": groups})


@open_to_all("the growth model is for everybody")
def about(request: HttpRequest) -> HttpResponse:
    return render(request, "model/about.html", {"version": texts.load().version})


def of_poster(request: HttpRequest) -> str:
    """One poster a version of the content and language: a browser asks whether its own still holds."""
    return f'"{texts.load().version}-{request.GET.get("taal", "")[:2]}"'


@cache_control(public=True, max_age=0, must_revalidate=True)
@condition(etag_func=of_poster)
@open_to_all("the growth model is for everybody")
def poster(request: HttpRequest) -> HttpResponse:
    """The infographic on A3."""
    # Typst is heavy: loaded when the first poster is asked for.
    from groeimodel.formats.poster import render_poster

    language: Language = "en" if request.GET.get("taal") == "en" else "nl"
    response = HttpResponse(render_poster(texts.load(), language), content_type="application/pdf")
    response["Content-Disposition"] = 'inline; filename="groeimodel-affiche.pdf"'
    return response


def shown_of(content: Content, layer: Layer, own: selectors.Own | None) -> dict[str, Any]:
    """Everything on the page of one model, for one reader."""
    statements = content.statements_of(layer)
    return {
        "words": words_of(content, "infographic"),
        "one": one_model(content, layer, own.actor if own else None),
        "picture": picture(layer),
        "blocks": [
            (block, [one for one in statements if one.block == block.id])
            for block in content.blocks_of(layer)
        ],
        "factors": factors_of(content, layer),
        "is_own": own is not None and own.layer() == layer,
        "soil": soil_of(content, own) if layer != "soil" else "",
    }


def models_of(content: Content, actor: Actor | None = None) -> list[dict[str, Any]]:
    """The three side by side, each with its window on the landscape and the link that shows it alone."""
    return [
        one_model(content, window.layer, None)
        | {"view_box": window.view_box, "alone": explored(window.layer, actor)}
        for window in WINDOWS
    ]


def choices_of(content: Content, layer: Layer | None, actor: Actor | None) -> list[dict[str, Any]]:
    """Two rows of links: which model, which role. Each keeps what was chosen in the other row."""
    models: tuple[Layer | None, ...] = (None, *LAYERS)
    roles: tuple[Actor | None, ...] = (None, *ACTORS)
    return [
        {"label": content.word("infographic.model"), "options": [
            {"name": content.word(f"layer.{one}" if one else "infographic.all_models"), "layer": one or "",
             "href": explored(one, actor), "current": one == layer}
            for one in models
        ]},
        {"label": content.word("infographic.role"), "options": [
            {"name": content.word(f"actor.{one}" if one else "infographic.all_roles"), "layer": "",
             "href": explored(layer, one), "current": one == actor}
            for one in roles
        ]},
    ]  # fmt: skip


def explored(layer: Layer | None, actor: Actor | None) -> str:
    """The address of the infographic with only this model and this role."""
    asked = {"model": SLUGS[layer] if layer else "", "rol": ANCHORS[actor] if actor else ""}
    query = urlencode({key: value for key, value in asked.items() if value})
    return f"{reverse('model:infographic')}{'?' if query else ''}{query}#modellen"


def one_model(content: Content, layer: Layer, first: Actor | None) -> dict[str, Any]:
    """One model with its parts, the reader's own part first."""
    one = content.model(layer)
    order = sorted(ACTORS, key=lambda actor: actor != first)
    parts = [
        {"actor": actor, "anchor": ANCHORS[actor], "heading": content.word(f"actor.{actor}"), "part": one.parts[actor],
         "own": actor == first}
        for actor in order
    ]  # fmt: skip
    return {
        "layer": layer,
        "slug": SLUGS[layer],
        "model": one,
        "parts": parts,
    }


def factors_of(content: Content, layer: Layer) -> list[Any]:
    touched = {id for one in content.statements_of(layer) for id in one.factors}
    return [one for one in content.factors if one.id in touched]


def soil_of(content: Content, own: selectors.Own | None) -> str:
    """The state of the soil, beside any meadow or shop (claim G6)."""
    latest = own.latest() if own else None
    if own is None or latest is None or (score := latest.score("soil")) is None:
        return content.word("infographic.soil_reminder")
    health = latest.result.diagnosis.layers["soil"].health or "unknown"
    return content.word(
        "infographic.soil_state",
        name=own.partnership.name,
        health=content.word(f"health.{health}"),
        score=number(score),
    )


def words_of(content: Content, prefix: str) -> dict[str, str]:
    """Words without placeholders, by the last part of their key, for a template."""
    return {
        key.removeprefix(f"{prefix}."): text.nl
        for key, text in content.words.items()
        if key.startswith(f"{prefix}.") and "{" not in text.nl
    }
