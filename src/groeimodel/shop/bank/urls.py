from django.urls import path

from groeimodel.shop.bank.views import importing, letters, matching, pages

app_name = "bank"
urlpatterns = [
    path("<slug:slug>/winkel/bank/", pages.page, name="page"),
    path("<slug:slug>/winkel/bank/rekening/", pages.add_account, name="add_account"),
    path("<slug:slug>/winkel/bank/rekening/<int:pk>/", pages.account, name="account"),
    path("<slug:slug>/winkel/bank/inlezen/", importing.choose, name="import"),
    path("<slug:slug>/winkel/bank/inlezen/nakijken/", importing.preview, name="preview"),
    path("<slug:slug>/winkel/bank/zeker/", matching.sure, name="sure"),
    path("<slug:slug>/winkel/bank/lijn/<int:pk>/", matching.line, name="line"),
    path("<slug:slug>/winkel/bank/lijn/<int:pk>/ja/", matching.accept, name="accept"),
    path("<slug:slug>/winkel/bank/lijn/<int:pk>/opzij/", matching.aside, name="aside"),
    path("<slug:slug>/winkel/bank/lijn/<int:pk>/terug/", matching.undo, name="undo"),
    path("<slug:slug>/winkel/bank/brieven/<int:pk>/", letters.overview, name="letters"),
    path("<slug:slug>/winkel/bank/brieven/<int:pk>/pdf/", letters.all_on_paper, name="letters_pdf"),
    path("<slug:slug>/winkel/bank/brief/<int:pk>/", letters.letter, name="letter"),
]
