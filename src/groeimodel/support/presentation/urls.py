from django.urls import path

from groeimodel.support.presentation import views

app_name = "presentation"
OWN = "igs/<slug:slug>/presentatie/"
urlpatterns = [
    path("presentatie/", views.of_model, name="start"),
    path("presentatie/afdrukken/", views.of_model, {"view": "paper"}, name="paper"),
    path("presentatie/<int:number>/", views.of_model, name="slide"),
    path("presentatie/<int:number>/notities/", views.of_model, {"view": "notes"}, name="notes"),
    path(OWN, views.of_partnership, name="own_start"),
    path(f"{OWN}afdrukken/", views.of_partnership, {"view": "paper"}, name="own_paper"),
    path(f"{OWN}<int:number>/", views.of_partnership, name="own_slide"),
    path(f"{OWN}<int:number>/notities/", views.of_partnership, {"view": "notes"}, name="own_notes"),
]
