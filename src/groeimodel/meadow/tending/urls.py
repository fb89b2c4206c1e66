from django.urls import path

from groeimodel.meadow.tending.views import accounts, news, noting, page, spending, todo

app_name = "tending"
MEADOW, ONE = "igs/<slug:slug>/weide/", "igs/<slug:slug>/acties/<int:pk>/"
urlpatterns = [
    path(f"{MEADOW}nieuws/", news.news, name="news"),
    path(f"{MEADOW}nieuws/<int:update>/foto/", news.picture, name="picture"),
    path(f"{MEADOW}rekening/", accounts.own, name="account"),
    path(f"{MEADOW}rekening/<int:municipality>/", accounts.of, name="account_of"),
    path(f"{ONE}verloop/", page.action, name="action"),
    path(f"{ONE}taken/", todo.add, name="add_task"),
    path(f"{ONE}taken/<int:task>/", todo.change, name="change_task"),
    path(f"{ONE}taken/<int:task>/klaar/", todo.done, name="task_done"),
    path(f"{ONE}taken/<int:task>/weg/", todo.remove, name="remove_task"),
    path(f"{ONE}uitgaven/", spending.add, name="add_expense"),
    path(f"{ONE}uitgaven/grens/", spending.bound, name="bound"),
    path(f"{ONE}uitgaven/<int:expense>/weg/", spending.remove, name="remove_expense"),
    path(f"{ONE}uitgaven/<int:expense>/rechtzetten/", spending.put_right, name="put_right"),
    path(f"{ONE}uitgaven/<int:expense>/antwoord/", spending.answer, name="answer"),
    path(f"{ONE}uren/", noting.hours, name="add_hours"),
    path(f"{ONE}uren/<int:hours>/weg/", noting.remove_hours, name="remove_hours"),
    path(f"{ONE}resultaten/", noting.result, name="add_result"),
    path(f"{ONE}resultaten/<int:result>/weg/", noting.remove_result, name="remove_result"),
    path(f"{ONE}nieuws/", noting.news, name="add_news"),
    path(f"{ONE}nieuws/<int:update>/weg/", noting.remove_news, name="remove_news"),
    path("uitgave/<str:token>/", spending.by_link, name="by_link"),
]
