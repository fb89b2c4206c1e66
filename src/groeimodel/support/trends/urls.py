from django.urls import path

from groeimodel.support.trends import views

app_name = "trends"
urlpatterns = [
    path("igs/<slug:slug>/vergelijken/", views.compare, name="compare"),
    path("open-cijfers/", views.open_figures, name="open"),
    path("open-cijfers.csv", views.open_csv, name="open_csv"),
    path("open-cijfers.json", views.open_json, name="open_json"),
]
