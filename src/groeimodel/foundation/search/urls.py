from django.urls import path

from groeimodel.foundation.search import views

app_name = "search"
urlpatterns = [path("<slug:slug>/zoeken/", views.find, name="find")]
