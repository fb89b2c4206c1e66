from django.urls import path

from groeimodel.gauge.expectations.views import agreements, fill, gauge, rounds

app_name = "expectations"
HERE = "igs/<slug:slug>/verwachtingen/"
SHEET = "verwachtingen/<slug:token>/"
urlpatterns = [
    path(HERE, gauge.gauge, name="gauge"),
    path(f"{HERE}nieuw/", rounds.new, name="new"),
    path(f"{HERE}instellen/", rounds.settings, name="settings"),
    path(f"{HERE}instellen/<slug:key>/", rounds.wording, name="wording"),
    path(f"{HERE}mijn/", fill.mine, name="mine"),
    path(f"{HERE}<int:pk>/", gauge.of_round, name="round"),
    path(f"{HERE}<int:pk>/sluiten/", rounds.close, name="close"),
    path(f"{HERE}<int:pk>/gids/", agreements.guide, name="guide"),
    path(f"{HERE}<int:pk>/gesprek/", agreements.talk, name="talk"),
    path(f"{HERE}<int:pk>/agenda/", agreements.on_agenda, name="on_agenda"),
    path(f"{HERE}afspraak/<int:pk>/", agreements.change, name="agreement"),
    path(f"{HERE}afspraak/<int:pk>/gedaan/", agreements.done, name="done"),
    path(f"{HERE}afspraak/<int:pk>/weg/", agreements.remove, name="remove"),
    path(SHEET, fill.start, name="start"),
    path(f"{SHEET}<int:number>/", fill.one, name="one"),
    path(f"{SHEET}inschatten/", fill.guesses, name="guesses"),
    path(f"{SHEET}nakijken/", fill.review, name="review"),
    path(f"{SHEET}bedankt/", fill.thanks, name="thanks"),
]
