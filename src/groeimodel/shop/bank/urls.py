from django.urls import path

from groeimodel.shop.bank.views import importing, pages

app_name = "bank"
urlpatterns = [
    path("<slug:slug>/winkel/bank/", pages.page, name="page"),
    path("<slug:slug>/winkel/bank/rekening/", pages.add_account, name="add_account"),
    path("<slug:slug>/winkel/bank/rekening/<int:pk>/", pages.account, name="account"),
    path("<slug:slug>/winkel/bank/inlezen/", importing.choose, name="import"),
    path("<slug:slug>/winkel/bank/inlezen/nakijken/", importing.preview, name="preview"),
]
