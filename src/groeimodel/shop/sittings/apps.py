from django.apps import AppConfig


class SittingsConfig(AppConfig):
    name = "groeimodel.shop.sittings"
    label = "sittings"
    verbose_name = "Zittingen van organen"

    def ready(self) -> None:
        from groeimodel.foundation import asks, due
        from groeimodel.foundation.decisions import leading
        from groeimodel.shop.sittings import (  # noqa: F401
            access,
            asking,
            calendars,
            following,
            kinds,
            offering,
            personal,
        )
        from groeimodel.shop.sittings import due as days
        from groeimodel.shop.sittings.telling import tell_all
        from groeimodel.soil.meetings import feeding

        tell_all()
        kinds.register_all()
        following.listen()
        offering.offer_all()
        asks.register(asking.asks_of)
        due.register(days.due_of)
        feeding.offer(calendars.events_of)
        leading.offer("sittings.sitting", offering.pages_of_sittings)
        leading.offer("sittings.agendaitem", offering.pages_of_items)
