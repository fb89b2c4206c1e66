from django.urls import path

from groeimodel.shop.steering import views

app_name = "steering"
urlpatterns = [
    path("<slug:slug>/winkel/wie-stuurt/", views.page, name="page"),
    path("<slug:slug>/winkel/wie-stuurt/nieuw/", views.give, name="give"),
    path("<slug:slug>/winkel/wie-stuurt/<int:pk>/", views.mandate, name="mandate"),
    path("<slug:slug>/winkel/wie-stuurt/<int:pk>/vernieuw/", views.renew, name="renew"),
    path("<slug:slug>/winkel/wie-stuurt/<int:pk>/stop/", views.stop, name="stop"),
    path("<slug:slug>/winkel/wie-stuurt/<int:pk>/verder/", views.reopen, name="reopen"),
    path("<slug:slug>/winkel/wie-stuurt/<int:pk>/agenda/", views.agenda, name="agenda"),
    path("<slug:slug>/winkel/wie-stuurt/kennis/", views.skills, name="skills"),
    path("<slug:slug>/winkel/wie-stuurt/kennis/ik/", views.cover, name="cover"),
    path("<slug:slug>/winkel/wie-stuurt/kennis/ik/<int:pk>/weg/", views.uncover, name="uncover"),
    path("<slug:slug>/winkel/wie-stuurt/kennis/nieuw/", views.new_skill, name="new_skill"),
    path("<slug:slug>/winkel/wie-stuurt/kennis/<int:pk>/weg/", views.remove_skill, name="remove_skill"),
    path("<slug:slug>/winkel/wie-stuurt/belasting/", views.load, name="load"),
    path("<slug:slug>/winkel/wie-stuurt/belasting/aanname/", views.assume, name="assume"),
]
