from django.apps import AppConfig


class SigninConfig(AppConfig):
    name = "groeimodel.foundation.signin"
    label = "signin"
    verbose_name = "Aanmelden"

    def ready(self) -> None:
        from django.contrib import admin

        from groeimodel.foundation import wires
        from groeimodel.foundation.signin import administration, events, following, kinds, openid
        from groeimodel.foundation.signin.telling import tell_all

        kinds.register_all()
        tell_all()
        following.listen()
        events.listen()
        wires.register()
        openid.use_ours()
        administration.guard(admin.site)
