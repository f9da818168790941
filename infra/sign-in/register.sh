#!/bin/sh
# Registers the app that people sign in by, the first time. No secret is made: trust.sh lets the app's own identity stand in for one.
set -eu

[ -z "${FINSAM_SIGN_IN_CLIENT_ID:-}" ] || exit 0

id=$(az ad app create --display-name "$AZURE_ENV_NAME" --sign-in-audience AzureADMyOrg --enable-id-token-issuance true --query appId -o tsv)
# What commands ask a token for (finsam import --service, finsam smoke), as whoever is signed in to az; az is known to the registration, so that
# nobody is asked for consent. Twice, since a permission is there before it is pointed at.
az ad app update --id "$id" --identifier-uris "api://$id"
permission=5d1f6d6e-43c5-4a36-9b6c-0f6a3c0d8d51
azure_cli=04b07795-8ddb-461a-bbee-02f9e1bf7b46
scopes="\"requestedAccessTokenVersion\":2,\"oauth2PermissionScopes\":[{\"id\":\"$permission\",\"value\":\"use\",\"type\":\"User\",\"isEnabled\":true,\"adminConsentDisplayName\":\"Finsam\",\"adminConsentDescription\":\"Använda Finsam som sig själv från kommandoraden.\"}]"
known="\"preAuthorizedApplications\":[{\"appId\":\"$azure_cli\",\"delegatedPermissionIds\":[\"$permission\"]}]"
for api in "$scopes" "$scopes,$known"; do
    az rest --method PATCH --url "https://graph.microsoft.com/v1.0/applications(appId='$id')" --headers Content-Type=application/json --body "{\"api\":{$api}}"
done
# Its service principal is what the tenant shows under Enterprise applications, where it can be said who may sign in.
az ad sp create --id "$id" --query appId -o tsv
azd env set FINSAM_SIGN_IN_CLIENT_ID "$id"
