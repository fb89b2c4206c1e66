from django.urls import path

from groeimodel.showcase.kit import views

app_name = "kit"
urlpatterns = [
    path("<slug:slug>/kit/", views.own, name="own"),
    path("<slug:slug>/kit/<int:municipality>/", views.kit, name="kit"),
    path("<slug:slug>/kit/<int:municipality>.pdf", views.paper, name="paper"),
]
