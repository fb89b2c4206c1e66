"""What stands in the addresses of the walk: the key of a row for each of their parameters."""

from __future__ import annotations

from typing import Any

from tests.permissions.rows import MONEY_YEAR
from tests.permissions.world import World


def kwargs_of(name: str, parameters: set[str], world: World) -> dict[str, Any]:
    """Values for the parameters of an address."""
    room = name.split(":", maxsplit=1)[0]
    pk = {
        "harvest": "harvest",
        "files": "document",
        "expertise": "expertise",
        "lessons": "lesson",
        "questions": "call",
        "mandates": "use" if name == "mandates:remove_hours" else "mandate",
        "choosing": "ballots",
        "contact": "question",
        "actions": "action",
        "neighbours": "action",
        "tending": "tended",
        "evaluation": "tended",
        "counter": "offer",
        "steering": {"steering:uncover": "cover", "steering:remove_skill": "competence"}.get(name, "steered"),
        "organs": "term" if name == "organs:change_term" else "organ",
        "desk": "request",
        "bank": {
            "bank:account": "bank_account",
            "bank:letters": "money_call",
            "bank:letters_pdf": "money_call",
            "bank:letter": "money_contribution",
        }.get(name, "bank_line"),
        "money": {
            "money:post": "money_post",
            "money:remove": "money_post",
            "money:withdraw": "money_call",
            "money:stop": "function",
        }.get(name, "posting"),
        "sittings": "sitting",
        "subsidy": "dossier"
        if name in ("subsidy:file", "subsidy:grants", "subsidy:value", "subsidy:remove")
        else "paper",
        "checks": "action",
        "needs": "need",
        "college": "moment",
        "photo": "photo",
        "documents": "order",
        "region": {"region:change_note": "visit_note", "region:send_lesson": "lesson"}.get(name, "session"),
        "news": "news_sent" if name == "news:withdraw" else "news_draft",
        "live": "live",
        "pulse": "pulse",
        "scan": "round",
        "expectations": "promise"
        if name in ("expectations:agreement", "expectations:done", "expectations:remove")
        else "asked",
        "themes": "link" if name == "themes:remove_link" else "theme",
        "meetings": "meeting",
        "notes": "meeting",
        "reports": "meeting",
        "sheets": "harvest",
        "members": {
            "members:leave": "membership",
            "members:ambassador": "membership",
            "members:again": "invitation",
            "members:withdraw": "invitation",
            "members:stop": "appointment",
        }.get(name, "seat"),
    }.get(room, "")
    fixed: dict[str, Any] = {
        "document": "collegenota",
        "form": "pdf",
        "slug": "potgrond" if name == "model:model" else world.partnership.slug,
        "pk": world.keys.get(pk, 1),
        "kind": {"notes": "decision", "plan": "csv", "publishing": "orgaan"}.get(room, "time"),
        "rule": "min_members",
        "block": "partners",
        "outcome": world.keys["outcome"],
        "municipality": world.home.pk,
        "token": "onzin",
        "number": world.keys["published"] if room == "publishing" else 1,
        "provider_id": "oidc",
        "audience": "inwoners",
        "shape": "breed",
        "mode": "datum",
        "step": "nakijken",
        "item": world.keys["item"],
        "seat_pk": world.keys["organ_seat"],
        "point": world.keys["point"],
        "answer": world.keys["answer"],
        "address": "principles.toml:principle.soil-first",
        "what": "infographic",
        "option": world.keys["option"],
        "code": "onzin",
        "watch": "onzin",
        "key": "learn" if room == "expectations" else "onzin",
        "subject": "partners.partnership",
        "row": world.partnership.pk,
        "plan": world.keys["plan"],
        "level": "actie" if name != "plan:add_below" else "actieplan",
        "place": world.keys["plan_action"] if name != "plan:add_below" else world.keys["action_plan"],
        "year": MONEY_YEAR,
        "name": "boekingen",
        "version": world.keys["version"],
        "local": world.keys["local"],
        "cycle": "eigen-proef" if name == "plan:forget_cycle" else "subsidy",
        "link": world.keys["local_link"],
        **{name: world.keys[name] for name in ("task", "expense", "hours", "result", "update")},
        "bookable": world.keys["bookable"],
        "booking": world.keys["booking"],
        **{name: world.keys[name] for name in ("bouquet", "speciality", "supplier", "agreement")},
    }
    return {key: fixed[key] for key in parameters}
