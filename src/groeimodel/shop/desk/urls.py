from django.urls import path

from groeimodel.shop.desk.views import bookings, customers, handling, setting_up

app_name = "desk"
urlpatterns = [
    path("igs/<slug:slug>/winkel/vraag/", customers.ask, name="ask"),
    path("igs/<slug:slug>/winkel/vraag/verstuurd/", customers.sent, name="sent"),
    path("aanvraag/bevestig/<str:token>/", customers.confirm, name="confirm"),
    path("aanvraag/hoe-was-het/<str:token>/", customers.rate, name="rate"),
    path("aanvraag/<str:token>/", customers.state, name="state"),
    path("boekingen/<str:key>.ics", bookings.feed, name="feed"),
    path("igs/<slug:slug>/winkel/aanvragen/", handling.requests, name="list"),
    path("igs/<slug:slug>/winkel/aanvragen/instellingen/", setting_up.settings, name="settings"),
    path("igs/<slug:slug>/winkel/aanvragen/noteer/", handling.take_down, name="take_down"),
    path("igs/<slug:slug>/winkel/aanvragen/<int:pk>/", handling.request_page, name="request"),
    path("igs/<slug:slug>/winkel/boekingen/", bookings.bookables, name="bookables"),
    path("igs/<slug:slug>/winkel/boekingen/nieuw/", setting_up.new_bookable, name="new_bookable"),
    path("igs/<slug:slug>/winkel/boekingen/<int:bookable>/", bookings.month, name="month"),
    path(
        "igs/<slug:slug>/winkel/boekingen/<int:bookable>/wijzig/",
        setting_up.change_bookable,
        name="change_bookable",
    ),
    path("igs/<slug:slug>/winkel/boekingen/<int:bookable>/boek/", bookings.book, name="book"),
    path("igs/<slug:slug>/winkel/boekingen/boeking/<int:booking>/", bookings.cancel, name="cancel"),
    path("igs/<slug:slug>/winkel/boekingen/boeking/<int:booking>/terug/", bookings.restore, name="restore"),
]
