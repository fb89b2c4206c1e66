from django.urls import path

from groeimodel.gauge.pulse import views

app_name = "pulse"
urlpatterns = [
    path("igs/<slug:slug>/polsslag/", views.page, name="page"),
    path("igs/<slug:slug>/polsslag/<int:pk>/", views.answer, name="answer"),
    path("polsslag/<str:token>/", views.by_link, name="by_link"),
]
