from django.urls import path

from groeimodel.showcase.sheets import views

app_name = "sheets"
urlpatterns = [
    path("<slug:slug>/oogstblad/", views.choose, name="choose"),
    path("<slug:slug>/oogstblad/foto/<int:pk>/", views.picture, name="picture"),
    path("<slug:slug>/oogstblad/<int:municipality>/<str:audience>/", views.sheet, name="sheet"),
    path("<slug:slug>/oogstblad/<int:municipality>/<str:audience>.pdf", views.paper, name="paper"),
]
