from django.urls import path

from groeimodel.soil.questions.views import answering, asking, elsewhere

app_name = "questions"
HERE = "igs/<slug:slug>/vragen/"
urlpatterns = [
    path(HERE, asking.board, name="list"),
    path(f"{HERE}<int:pk>/", answering.question, name="question"),
    path(f"{HERE}<int:pk>/wijzigen/", asking.change, name="change"),
    path(f"{HERE}<int:pk>/weg/", asking.remove, name="remove"),
    path(f"{HERE}<int:pk>/afsluiten/", asking.close, name="close"),
    path(f"{HERE}<int:pk>/groep/", asking.spread, name="spread"),
    path(f"{HERE}<int:pk>/oogst/", answering.harvest, name="harvest"),
    path(f"{HERE}<int:pk>/bedank/<int:answer>/", answering.thank, name="thank"),
    path("vragen/", elsewhere.open_board, name="open"),
    path("vragen/<int:pk>/", elsewhere.open_question, name="open_question"),
    path("antwoord/<str:token>/", answering.by_link, name="by_link"),
]
