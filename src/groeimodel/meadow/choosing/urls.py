from django.urls import path

from groeimodel.meadow.choosing.views import advice, ballots, closing, how, layouts, result, rounds

app_name = "choosing"
HERE = "igs/<slug:slug>/kiezen/"
ONE = f"{HERE}<int:pk>/"
urlpatterns = [
    path(HERE, rounds.rounds, name="list"),
    path(f"{HERE}nieuw/", rounds.new, name="new"),
    path(ONE, rounds.detail, name="round"),
    path(f"{ONE}veranderen/", rounds.change, name="change"),
    path(f"{ONE}openen/", rounds.open_it, name="open"),
    path(f"{ONE}verder/", rounds.go_on, name="go_on"),
    path(f"{ONE}verlengen/", rounds.lengthen, name="lengthen"),
    path(f"{ONE}intrekken/", rounds.withdraw, name="withdraw"),
    path(f"{ONE}sluiten/", closing.close, name="close"),
    path(f"{ONE}weg/", rounds.remove, name="remove"),
    path(f"{ONE}indeling/<int:municipality>/", layouts.layout, name="lay_out"),
    path(f"{ONE}stem/<int:municipality>/", ballots.ballot, name="ballot"),
    path(f"{ONE}stem/<int:municipality>/<slug:step>/", ballots.ballot, name="ballot"),
    path(f"{ONE}telefoon/<int:municipality>/", ballots.phone, name="phone"),
    path(f"{ONE}uitslag/", result.result, name="result"),
    path(f"{ONE}verkiezing.pb", result.pb, name="pb"),
    path(f"{ONE}affiche/", advice.poster, name="advise_poster"),
    path("advies/<str:code>/", advice.advise, name="advise"),
    path("advies/<str:code>/bedankt/", advice.done, name="advise_done"),
    path("kiezen/uitleg/", how.how, name="how"),
    path("indeling/<str:token>/", layouts.layout_by_link, name="layout_by_link"),
    path("stem/<str:token>/", ballots.ballot_by_link, name="ballot_by_link"),
    path("stem/<str:token>/<slug:step>/", ballots.ballot_by_link, name="ballot_by_link"),
]
