from django.apps import AppConfig


class ContactConfig(AppConfig):
    name = "groeimodel.foundation.contact"
    label = "contact"
    verbose_name = "Vragen aan de regio-ondersteuner"

    def ready(self) -> None:
        from groeimodel.foundation import asks
        from groeimodel.foundation.contact import asking, kinds
        from groeimodel.foundation.contact.telling import tell_all

        tell_all()
        asks.register(asking.asks_of)
        kinds.register_all()
