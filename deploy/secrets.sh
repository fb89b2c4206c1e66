#!/bin/sh
# Make the secrets of compose.yaml, once. What is there already is left as it is.
set -eu
cd "$(dirname "$0")/secrets"
umask 077
new() { [ -e "$1" ] || openssl rand -hex "$2" > "$1"; }
new secret_key 32
new metrics_token 32
new database_password 24
[ -e database_url ] || printf 'postgresql://groeimodel:%s@database:5432/groeimodel\n' "$(cat database_password)" > database_url
# Without a mail server mails are only kept. Write its address here: smtp://user:password@host:587?tls=1
[ -e mail ] || : > mail
# Compose hands a file on as it is: the program (uid 10001) and PostgreSQL have to read it. The folder itself stays closed.
chmod 0444 secret_key metrics_token database_password database_url mail
chmod 0700 .
