from django.urls import path

from groeimodel.gauge.scan.views import fill, results, rounds

app_name = "scan"
urlpatterns = [
    path("", fill.start, name="start"),
    path("m/<slug:token>/", fill.join, name="join"),
    path("blad/<slug:token>/", fill.resume, name="resume"),
    path("blad/<slug:token>/<int:number>/", fill.statement, name="statement"),
    path("blad/<slug:token>/raden/", fill.guesses, name="guesses"),
    path("blad/<slug:token>/woorden/", fill.words, name="words"),
    path("blad/<slug:token>/nakijken/", fill.review, name="review"),
    path("blad/<slug:token>/bedankt/", fill.thanks, name="thanks"),
    path("blad/<slug:token>/resultaat/", results.mirror, name="mirror"),
    path("blad/<slug:token>/resultaat.pdf", results.mirror_as_file, {"kind": "pdf"}, name="mirror_pdf"),
    path("blad/<slug:token>/resultaat.json", results.mirror_as_file, {"kind": "json"}, name="mirror_json"),
    path("blad/<slug:token>/wissen/", results.forget, name="forget"),
    path("igs/<slug:slug>/", rounds.index, name="rounds"),
    path("igs/<slug:slug>/nieuw/", rounds.new, name="new"),
    path("igs/<slug:slug>/<int:pk>/", rounds.detail, name="round"),
    path("igs/<slug:slug>/<int:pk>/gehoord/", rounds.heard, name="heard"),
    path("igs/<slug:slug>/<int:pk>/uitdelen/", rounds.handout, name="handout"),
    path("igs/<slug:slug>/<int:pk>/sluiten/", rounds.close, name="close"),
    path("igs/<slug:slug>/<int:pk>/heropenen/", rounds.reopen, name="reopen"),
    path("igs/<slug:slug>/<int:pk>/resultaat/", results.of_round, name="result"),
    path(
        "igs/<slug:slug>/<int:pk>/resultaat.pdf", results.of_round_as_file, {"kind": "pdf"}, name="result_pdf"
    ),
    path(
        "igs/<slug:slug>/<int:pk>/resultaat.json",
        results.of_round_as_file,
        {"kind": "json"},
        name="result_json",
    ),
]
