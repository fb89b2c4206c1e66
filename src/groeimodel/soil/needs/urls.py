from django.urls import path

from groeimodel.soil.needs import views

app_name = "needs"
urlpatterns = [
    path("<slug:slug>/noden/", views.needs, name="list"),
    path("<slug:slug>/noden/<int:pk>/", views.need, name="need"),
    path("<slug:slug>/noden/<int:pk>/wijzigen/", views.change, name="change"),
    path("<slug:slug>/noden/<int:pk>/sluiten/", views.close, name="close"),
    path("<slug:slug>/noden/<int:pk>/heropenen/", views.reopen, name="reopen"),
    path("<slug:slug>/noden/<int:pk>/weg/", views.remove, name="remove"),
]
