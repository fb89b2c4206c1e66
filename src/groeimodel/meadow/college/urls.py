from django.urls import path

from groeimodel.meadow.college import views

app_name = "college"
urlpatterns = [
    path("<slug:slug>/college/", views.plans, name="plans"),
    path("<slug:slug>/college/<int:municipality>/nieuw/", views.new, name="new"),
    path("<slug:slug>/college/<int:municipality>/voorstel/", views.suggest, name="suggest"),
    path("<slug:slug>/college/moment/<int:pk>/", views.change, name="change"),
    path("<slug:slug>/college/moment/<int:pk>/gedaan/", views.done, name="done"),
    path("<slug:slug>/college/moment/<int:pk>/toch-niet/", views.reopen, name="reopen"),
    path("<slug:slug>/college/moment/<int:pk>/weg/", views.remove, name="remove"),
]
