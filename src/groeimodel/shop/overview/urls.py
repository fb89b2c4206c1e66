from django.urls import path

from groeimodel.shop.overview import views

app_name = "overview"
urlpatterns = [
    path("<slug:slug>/winkel/", views.page, name="page"),
    path("<slug:slug>/winkel/te-doen/", views.duties, name="duties"),
]
