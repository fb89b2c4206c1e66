from django.urls import path

from groeimodel.shop.money import views

app_name = "money"
urlpatterns = [
    path("<slug:slug>/winkel/geld/", views.page, name="page"),
    path("<slug:slug>/winkel/geld/jaar/<int:year>/", views.year, name="year"),
    path("<slug:slug>/winkel/geld/jaar/<int:year>/overnemen/", views.copy, name="copy"),
    path("<slug:slug>/winkel/geld/jaar/<int:year>/afsluiten/", views.shut, name="shut"),
    path("<slug:slug>/winkel/geld/jaar/<int:year>/post/", views.post, name="new_post"),
    path("<slug:slug>/winkel/geld/jaar/<int:year>/post/<int:pk>/", views.post, name="post"),
    path("<slug:slug>/winkel/geld/jaar/<int:year>/post/<int:pk>/weg/", views.remove, name="remove"),
    path("<slug:slug>/winkel/geld/jaar/<int:year>/boeken/", views.posting, name="posting"),
    path("<slug:slug>/winkel/geld/jaar/<int:year>/sleutel/", views.simulator, name="simulator"),
    path("<slug:slug>/winkel/geld/jaar/<int:year>/bijdragen/", views.call, name="call"),
    path("<slug:slug>/winkel/geld/boeking/<int:pk>/", views.correct, name="correct"),
    path("<slug:slug>/winkel/geld/boeking/<int:pk>/weg/", views.take_back, name="take_back"),
    path("<slug:slug>/winkel/geld/bijdragen/", views.contributions, name="contributions"),
    path("<slug:slug>/winkel/geld/bijdragen/<int:pk>/terug/", views.withdraw, name="withdraw"),
    path("<slug:slug>/winkel/geld/wat-als/", views.what_if, name="what_if"),
    path("<slug:slug>/winkel/geld/mensen/", views.people, name="people"),
    path("<slug:slug>/winkel/geld/mensen/<int:pk>/stop/", views.stop, name="stop"),
    path("<slug:slug>/winkel/geld/jaar/<int:year>/mensen/", views.into_budget, name="into_budget"),
    path("<slug:slug>/winkel/geld/jaar/<int:year>/rekening/", views.accounts, name="accounts"),
    path("<slug:slug>/winkel/geld/jaar/<int:year>/boeken.xlsx", views.workbook, name="workbook"),
    path("<slug:slug>/winkel/geld/jaar/<int:year>/<slug:name>.csv", views.table, name="table"),
    path("<slug:slug>/winkel/geld/engagementen/", views.commitments, name="commitments"),
]
