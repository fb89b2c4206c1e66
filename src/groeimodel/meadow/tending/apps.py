from django.apps import AppConfig


class TendingConfig(AppConfig):
    name = "groeimodel.meadow.tending"
    label = "tending"
    verbose_name = "Acties bijhouden"

    def ready(self) -> None:
        from groeimodel.foundation import asks, panels
        from groeimodel.foundation.mail import digest as digests
        from groeimodel.meadow.actions import faces
        from groeimodel.meadow.tending import (  # noqa: F401
            access,
            asking,
            digest,
            documents,
            kinds,
            offering,
            personal,
            selectors,
            tasks,
        )
        from groeimodel.meadow.tending.telling import tell_all

        tell_all()
        kinds.register_all()
        documents.accept_updates()
        faces.offer(selectors.faces_of)
        asks.register(asking.asks_of)
        digests.register(digest.what_grows)
        panels.offer("actions.action", offering.on_action)
        panels.offer("actions.meadow", offering.on_meadow)
