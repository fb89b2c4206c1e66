from django.urls import path

from groeimodel.soil.meetings.views import agenda, answering, feeds, planning

app_name = "meetings"
HERE = "igs/<slug:slug>/ontmoetingen/"
urlpatterns = [
    path(HERE, planning.meetings, name="list"),
    path(f"{HERE}plan/<str:mode>/", planning.plan, name="plan"),
    path(f"{HERE}agenda-volgen/", feeds.follow, name="follow"),
    path(f"{HERE}schepenen/", answering.interest, name="interest"),
    path(f"{HERE}<int:pk>/", planning.meeting, name="meeting"),
    path(f"{HERE}<int:pk>/wijzigen/", planning.change, name="change"),
    path(f"{HERE}<int:pk>/afzeggen/", planning.cancel, name="cancel"),
    path(f"{HERE}<int:pk>/datum/<int:option>/", planning.choose_date, name="choose_date"),
    path(f"{HERE}<int:pk>/wanneer/", answering.dates, name="dates"),
    path(f"{HERE}<int:pk>/kom/", answering.come, name="come"),
    path(f"{HERE}<int:pk>/aanwezig/", answering.presence, name="presence"),
    path(f"{HERE}<int:pk>/richting/", answering.steer, name="steer"),
    path(f"{HERE}<int:pk>/agenda/", agenda.agenda, name="agenda"),
    path(f"{HERE}<int:pk>/agenda/themas/", agenda.add_themes, name="add_themes"),
    path(f"{HERE}<int:pk>/agenda/schepenen/", agenda.send_brief, name="send_brief"),
    path(f"{HERE}<int:pk>/agenda/<int:item>/", agenda.change_item, name="change_item"),
    path(f"{HERE}<int:pk>/agenda/<int:item>/plaats/", agenda.move_item, name="move_item"),
    path(f"{HERE}<int:pk>/agenda/<int:item>/weg/", agenda.remove_item, name="remove_item"),
    path(f"{HERE}<int:pk>.ics", feeds.file, name="file"),
    path("agenda/<str:key>.ics", feeds.feed, name="feed"),
    path("ontmoeting/<str:token>/", answering.by_link, name="by_link"),
]
