from django.urls import path

from groeimodel.showcase.documents import views

app_name = "documents"
urlpatterns = [
    path("igs/<slug:slug>/papier/", views.catalogue, name="list"),
    path("igs/<slug:slug>/papier/maak/<slug:document>.<slug:form>", views.take_now, name="make"),
    path("igs/<slug:slug>/papier/vraag/", views.ask, name="ask"),
    path("igs/<slug:slug>/papier/<int:pk>/", views.order, name="order"),
    path("igs/<slug:slug>/papier/<int:pk>/stand/", views.state, name="state"),
    path("igs/<slug:slug>/papier/<int:pk>/bestand/", views.take, name="take"),
    path("igs/<slug:slug>/papier/<int:pk>/stop/", views.stop, name="stop"),
    path("igs/<slug:slug>/papier/<int:pk>/opnieuw/", views.again, name="again"),
]
