from django.urls import path

from groeimodel.foundation.decisions import views

app_name = "decisions"
urlpatterns = [
    path("<slug:slug>/besluiten/", views.register, name="list"),
    path("<slug:slug>/besluiten/<int:number>/", views.decision, name="decision"),
]
