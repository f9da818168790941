#!/bin/sh
# Registers the app that people sign in by, the first time. No secret is made: trust.sh lets the app's own identity stand in for one.
set -eu

[ -z "${FINSAM_SIGN_IN_CLIENT_ID:-}" ] || exit 0

id=$(az ad app create --display-name "$AZURE_ENV_NAME" --sign-in-audience AzureADMyOrg --enable-id-token-issuance true --query appId -o tsv)
# What programs ask a token for (finsam smoke).
az ad app update --id "$id" --identifier-uris "api://$id"
# Its service principal is what the tenant shows under Enterprise applications, where it can be said who may sign in.
az ad sp create --id "$id" --query appId -o tsv
azd env set FINSAM_SIGN_IN_CLIENT_ID "$id"
