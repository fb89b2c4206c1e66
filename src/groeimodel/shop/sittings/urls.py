from django.urls import path

from groeimodel.shop.sittings.views import agenda, attending, minutes, sittings, voting

app_name = "sittings"
HERE = "igs/<slug:slug>/winkel/zittingen/"
ONE = f"{HERE}<int:pk>/"
ITEM = f"{ONE}punt/<int:point>/"
urlpatterns = [
    path(HERE, sittings.sittings, name="list"),
    path(f"{HERE}nieuw/", sittings.new, name="new"),
    path(ONE, sittings.sitting, name="sitting"),
    path(f"{HERE}<int:pk>.ics", sittings.file, name="file"),
    path(f"{ONE}wijzigen/", sittings.change, name="change"),
    path(f"{ONE}afzeggen/", sittings.cancel, name="cancel"),
    path(f"{ONE}uitnodigen/", sittings.invite, name="invite"),
    path(f"{ONE}opnieuw/", sittings.again, name="again"),
    path(f"{ONE}agenda/", agenda.add, name="add"),
    path(f"{ITEM}wijzigen/", agenda.change, name="change_item"),
    path(f"{ITEM}plaats/", agenda.move, name="move_item"),
    path(f"{ITEM}weg/", agenda.remove, name="remove_item"),
    path(f"{ONE}aanwezig/", attending.presence, name="presence"),
    path(f"{ONE}mijn-zetel/", attending.mine, name="mine"),
    path(ITEM, voting.item, name="item"),
    path(f"{ITEM}tellen/", voting.count, name="count"),
    path(f"{ITEM}uitstellen/", voting.settle, name="settle"),
    path(f"{ONE}sluiten/", voting.close, name="close"),
    path(f"{ONE}verslag/", minutes.minutes, name="minutes"),
    path(f"{ONE}verslag/goedkeuren/", minutes.approve, name="approve"),
    path("zitting/<str:token>/", attending.by_link, name="by_link"),
]
