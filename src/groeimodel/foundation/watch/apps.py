from django.apps import AppConfig
from django.core.signals import got_request_exception


class WatchConfig(AppConfig):
    name = "groeimodel.foundation.watch"
    label = "watch"
    verbose_name = "Toezicht"

    def ready(self) -> None:
        from groeimodel.foundation.watch.middleware import broke

        got_request_exception.connect(broke, dispatch_uid="watch")
