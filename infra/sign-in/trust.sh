#!/bin/sh
# Tells the app registration where people come back to after they have signed in, and that the app's identity stands in place of a client secret.
set -eu

address=${FINSAM_PUBLIC_URL:-https://${FINSAM_CUSTOM_DOMAIN:-$FINSAM_HOST}}
trusted="$FINSAM_SIGN_IN_CLIENT_ID $FINSAM_IDENTITY_PRINCIPAL_ID $address"
[ "${FINSAM_SIGN_IN_TRUSTED:-}" != "$trusted" ] || exit 0

az ad app update --id "$FINSAM_SIGN_IN_CLIENT_ID" --web-redirect-uris "$address/.auth/login/aad/callback"
credential="{\"name\":\"finsam\",\"issuer\":\"https://login.microsoftonline.com/$(az account show --query tenantId -o tsv)/v2.0\",\"subject\":\"$FINSAM_IDENTITY_PRINCIPAL_ID\",\"audiences\":[\"api://AzureADTokenExchange\"]}"
if [ -z "$(az ad app federated-credential list --id "$FINSAM_SIGN_IN_CLIENT_ID" --query "[?name=='finsam'].id" -o tsv)" ]; then
    az ad app federated-credential create --id "$FINSAM_SIGN_IN_CLIENT_ID" --parameters "$credential"
else
    az ad app federated-credential update --id "$FINSAM_SIGN_IN_CLIENT_ID" --federated-credential-id finsam --parameters "$credential"
fi
azd env set FINSAM_SIGN_IN_TRUSTED "$trusted"
