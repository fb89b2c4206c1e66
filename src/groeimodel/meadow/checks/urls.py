from django.urls import path

from groeimodel.meadow.checks import views

app_name = "checks"
urlpatterns = [
    path("igs/<slug:slug>/toets/", views.proposals, name="proposals"),
    path("toets/<str:token>/", views.by_link, name="by_link"),
]
