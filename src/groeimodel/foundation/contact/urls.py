from django.urls import path

from groeimodel.foundation.contact import views

app_name = "contact"
urlpatterns = [
    path("vraag/", views.ask, name="ask"),
    path("vraag/postvak/", views.inbox, name="inbox"),
    path("igs/<slug:slug>/vraag/<int:pk>/", views.question, name="question"),
    path("igs/<slug:slug>/vraag/<int:pk>/doorgeven/", views.pass_on, name="pass_on"),
]
