from django.urls import path

from groeimodel.showcase.sharing import views

app_name = "sharing"
urlpatterns = [path("igs/<slug:slug>/wie-ziet-wat/", views.page, name="page")]
