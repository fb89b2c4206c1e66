from django.urls import path

from groeimodel.meadow.evaluation import views

app_name = "evaluation"
urlpatterns = [
    path("<slug:slug>/weide/soorten/", views.species, name="species"),
    path("<slug:slug>/acties/<int:pk>/evaluatie/", views.page, name="page"),
    path("<slug:slug>/acties/<int:pk>/evaluatie/terugblik/", views.look_back, name="look_back"),
    path("<slug:slug>/acties/<int:pk>/evaluatie/sluiten/", views.close, name="close"),
]
