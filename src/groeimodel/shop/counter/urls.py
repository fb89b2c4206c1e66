from django.urls import path

from groeimodel.shop.counter import views

app_name = "counter"
urlpatterns = [path("<slug:slug>/winkel/aanbod/<int:pk>/", views.offer, name="offer")]
