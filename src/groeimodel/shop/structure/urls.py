from django.urls import path

from groeimodel.shop.structure import views

app_name = "structure"
urlpatterns = [path("<slug:slug>/winkel/aanbod/<int:pk>/", views.offer, name="offer")]
