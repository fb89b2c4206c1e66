"""The addresses of the door. The library knows its own pages by names without a room, so those stand beside ours."""

from allauth.mfa.webauthn import views as webauthn
from allauth.socialaccount import views as social
from django.urls import include, path

from groeimodel.foundation.doors import needs, open_to_all
from groeimodel.foundation.signin import library, views

sign_in = open_to_all("the door")(library.AskCode.as_view())
own = needs("people.see_self")

ours = [
    path("aanmelden/", sign_in, name="sign_in"),
    path("aanmelden/opnieuw/", views.start_over, name="start_over"),
    path("aanmelden/link/<str:token>/", views.link, name="link"),
    path("afmelden/", views.sign_out, name="sign_out"),
    path("wie/", views.choose, name="choose"),
    path("wie/<int:pk>/", views.become, name="become"),
    path("ik/toegang/", views.access, name="access"),
    path("ik/toegang/opnieuw/", views.again, name="again"),
    path("ik/toegang/sessie/<int:pk>/stop/", views.end_session, name="end_session"),
    path("ik/toegang/sessies/stop/", views.end_others, name="end_others"),
    path("ik/toegang/koppeling/<int:pk>/weg/", views.unlink, name="unlink"),
]
urlpatterns = [
    path("", include((ours, "signin"))),
    path("aanmelden/", sign_in, name="account_login"),
    path("aanmelden/", sign_in, name="account_request_login_code"),
    path("aanmelden/", sign_in, name="account_signup"),
    path(
        "aanmelden/code/",
        open_to_all("the door")(library.GiveCode.as_view()),
        name="account_confirm_login_code",
    ),
    path(
        "aanmelden/sleutel/",
        open_to_all("the door")(webauthn.LoginWebAuthnView.as_view()),
        name="mfa_login_webauthn",
    ),
    path(
        "aanmelden/oidc/<str:provider_id>/",
        views.to_provider,
        name="openid_connect_login",
    ),
    path(
        "aanmelden/oidc/<str:provider_id>/terug/",
        open_to_all("the door")(library.oidc_callback),
        name="openid_connect_callback",
    ),
    path(
        "aanmelden/niet-gelukt/",
        open_to_all("the door")(social.login_cancelled),
        name="socialaccount_login_cancelled",
    ),
    path("ik/toegang/", views.access, name="mfa_index"),
    path("ik/toegang/", views.access, name="mfa_list_webauthn"),
    path("ik/toegang/", views.access, name="socialaccount_connections"),
    path(
        "ik/toegang/sleutel/erbij/",
        own(views.fresh(webauthn.AddWebAuthnView.as_view())),
        name="mfa_add_webauthn",
    ),
    path(
        "ik/toegang/sleutel/<int:pk>/naam/",
        own(views.fresh(library.NamePasskey.as_view())),
        name="mfa_edit_webauthn",
    ),
    path(
        "ik/toegang/sleutel/<int:pk>/weg/",
        own(views.fresh(webauthn.RemoveWebAuthnView.as_view())),
        name="mfa_remove_webauthn",
    ),
]
