"""What this room does by itself: ask for the evaluation of what nears its end."""

from django.utils import timezone
from django_scopes import scope, scopes_disabled

from groeimodel.foundation.jobs import daily
from groeimodel.meadow.evaluation import selectors, services


@daily("evaluation.ask", hour=7)
def ask_for_evaluations() -> None:
    """Of every running action within two weeks of its last day, once."""
    with scopes_disabled():
        near = list(selectors.to_ask(timezone.localdate()))
    for action in near:
        with scope(partnership=action.partnership):
            services.ask_once(action=action)
