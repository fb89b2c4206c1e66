from django.urls import path

from groeimodel.shop.publishing import views

app_name = "publishing"
urlpatterns = [
    path("<slug:slug>/besluiten/openbaar/", views.published, name="list"),
    path("<slug:slug>/besluiten/bekendmaken/", views.desk, name="desk"),
    path("<slug:slug>/besluiten/openbaar/<int:number>/", views.decision, name="decision"),
    path("<slug:slug>/besluiten/openbaar/<int:number>/data.jsonld", views.data, name="data"),
    path("<slug:slug>/besluiten/openbaar/<int:number>/van-het-web/", views.withdraw, name="withdraw"),
    path("<slug:slug>/id/<slug:kind>/<int:pk>/", views.thing, name="thing"),
]
