from django.urls import path

from groeimodel.foundation.mandates import views

app_name = "mandates"
urlpatterns = [
    path("igs/<slug:slug>/mandaten/", views.mandates, name="list"),
    path("igs/<slug:slug>/mandaten/nieuw/<str:kind>/<int:municipality>/", views.new, name="new"),
    path("igs/<slug:slug>/mandaten/<int:pk>/", views.detail, name="mandate"),
    path("igs/<slug:slug>/mandaten/<int:pk>/geven/", views.give, name="give"),
    path("igs/<slug:slug>/mandaten/<int:pk>/weigeren/", views.refuse, name="refuse"),
    path("igs/<slug:slug>/mandaten/<int:pk>/vernieuwen/", views.renew, name="renew"),
    path("igs/<slug:slug>/mandaten/<int:pk>/intrekken/", views.revoke, name="revoke"),
    path("igs/<slug:slug>/mandaten/<int:pk>/terug/", views.restore, name="restore"),
    path("igs/<slug:slug>/mandaten/uren/<int:pk>/weg/", views.remove_hours, name="remove_hours"),
    path("mandaat/<str:token>/", views.by_link, name="by_link"),
]
