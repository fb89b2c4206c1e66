from django.urls import path

from groeimodel.showcase.model import views

app_name = "model"
urlpatterns = [
    path("", views.start, name="start"),
    path("model/", views.infographic, name="infographic"),
    path("over/", views.about, name="about"),
]
