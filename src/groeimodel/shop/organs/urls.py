from django.urls import path

from groeimodel.shop.organs import views

app_name = "organs"
urlpatterns = [
    path("<slug:slug>/winkel/organen/", views.organ_list, name="list"),
    path("<slug:slug>/winkel/organen/nieuw/", views.found, name="found"),
    path("<slug:slug>/winkel/organen/termijn/", views.term, name="term"),
    path("<slug:slug>/winkel/organen/termijn/nieuw/", views.new_term, name="new_term"),
    path("<slug:slug>/winkel/organen/termijn/<int:pk>/", views.new_term, name="change_term"),
    path("<slug:slug>/winkel/organen/termijn/besluit/<int:municipality>/", views.decide, name="decide"),
    path(
        "<slug:slug>/winkel/organen/termijn/besluit/<int:municipality>/weg/",
        views.take_back,
        name="take_back",
    ),
    path("<slug:slug>/winkel/organen/termijn/verleng/", views.renew, name="renew"),
    path("<slug:slug>/winkel/organen/<int:pk>/", views.organ, name="organ"),
    path("<slug:slug>/winkel/organen/<int:pk>/wijzig/", views.change, name="change"),
    path("<slug:slug>/winkel/organen/<int:pk>/stop/", views.end, name="end"),
    path("<slug:slug>/winkel/organen/<int:pk>/statuten/", views.statute, name="statute"),
    path("<slug:slug>/winkel/organen/<int:pk>/telling/", views.heads, name="heads"),
    path("<slug:slug>/winkel/organen/<int:pk>/nagekeken/", views.looked_at, name="looked_at"),
    path("<slug:slug>/winkel/organen/<int:pk>/zetel/", views.new_seat, name="new_seat"),
    path("<slug:slug>/winkel/organen/<int:pk>/zetel/<int:seat_pk>/", views.seat, name="seat"),
    path("<slug:slug>/winkel/organen/<int:pk>/zetel/<int:seat_pk>/leeg/", views.empty, name="empty"),
    path("<slug:slug>/winkel/organen/<int:pk>/zetel/<int:seat_pk>/weg/", views.end_seat, name="end_seat"),
]
