from django.urls import path

from groeimodel.shop.counter.views import offers

app_name = "counter"
urlpatterns = [path("<slug:slug>/winkel/aanbod/<int:pk>/", offers.offer, name="offer")]
