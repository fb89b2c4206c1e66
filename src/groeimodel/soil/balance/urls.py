from django.urls import path

from groeimodel.soil.balance import views

app_name = "balance"
urlpatterns = [path("<slug:slug>/geven-en-nemen/", views.balance, name="balance")]
