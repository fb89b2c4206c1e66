from django.urls import path

from groeimodel.foundation.aldermen import views

app_name = "aldermen"
urlpatterns = [
    path("igs/<slug:slug>/partners/schepenen/", views.choose, name="import"),
    path("igs/<slug:slug>/partners/schepenen/nakijken/", views.preview, name="preview"),
    path("igs/<slug:slug>/partners/schepenen/bevestigen/", views.confirm, name="confirm"),
    path("igs/<slug:slug>/partners/schepenen/vraag.rq", views.question, name="question"),
]
