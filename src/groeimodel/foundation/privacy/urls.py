from django.urls import path

from groeimodel.foundation.privacy import views

app_name = "privacy"
urlpatterns = [
    path("ik/", views.mine, name="mine"),
    path("ik/adres/", views.address, name="address"),
    path("ik/adres/<str:token>/", views.confirm_address, name="confirm_address"),
    path("ik/gegevens.zip", views.download, name="download"),
    path("ik/wissen/", views.erase, name="erase"),
    path("ik/wissen/stop/", views.stop, name="stop"),
    path("ik/wissen/stop/<str:token>/", views.stop_by_link, name="stop_by_link"),
]
