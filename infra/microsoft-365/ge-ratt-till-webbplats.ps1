# Gives the app the right to write on one site in SharePoint, and on no other. Can be run again, for the same site or another one.
# Run by someone who is SharePoint Administrator and Privileged Role Administrator (or Global Administrator), with
#   Install-Module Microsoft.Graph.Authentication
#
#   ./ge-ratt-till-webbplats.ps1 -ClientId <clientId> -PrincipalId <principalId> -Site https://forbundet.sharepoint.com/sites/kansliet
#
# The two ids are printed by: az identity show -g finsam -n id-<namn> --query "[clientId, principalId]" -o tsv
param(
    [Parameter(Mandatory)] [guid] $ClientId,
    [Parameter(Mandatory)] [guid] $PrincipalId,
    [Parameter(Mandatory)] [uri] $Site,
    # Another one in the national clouds, with the environment that Connect-MgGraph knows it by.
    [string] $Graph = 'https://graph.microsoft.com',
    [string] $Environment = 'Global'
)
$ErrorActionPreference = 'Stop'
# Microsoft Graph, and its app role Sites.Selected: both ids are the same in every tenant.
$graphAppId = '00000003-0000-0000-c000-000000000000'
$sitesSelected = '883ea226-0bf2-4a8f-9f9d-92c9162a727d'

Connect-MgGraph -Environment $Environment -NoWelcome -Scopes 'AppRoleAssignment.ReadWrite.All', 'Application.Read.All', 'Sites.FullControl.All'

# Sites.Selected by itself opens no site. It is what lets a site name the app.
$assignments = "$Graph/v1.0/servicePrincipals/$PrincipalId/appRoleAssignments"
if ((Invoke-MgGraphRequest -Uri $assignments).value.appRoleId -notcontains $sitesSelected) {
    $resource = (Invoke-MgGraphRequest -Uri "$Graph/v1.0/servicePrincipals(appId='$graphAppId')?`$select=id").id
    Invoke-MgGraphRequest -Method POST -Uri $assignments -Body @{ principalId = "$PrincipalId"; resourceId = $resource; appRoleId = $sitesSelected } | Out-Null
}

$path = $Site.AbsolutePath.Trim('/')
$address = if ($path) { "$($Site.Host):/$path" } else { $Site.Host }
$siteId = (Invoke-MgGraphRequest -Uri "$Graph/v1.0/sites/$($address)?`$select=id").id
$permissions = "$Graph/v1.0/sites/$siteId/permissions"
$body = @{ roles = @('write'); grantedToIdentities = @(@{ application = @{ id = "$ClientId"; displayName = 'Finsam' } }) }
Invoke-MgGraphRequest -Method POST -Uri $permissions -Body ($body | ConvertTo-Json -Depth 5) -ContentType 'application/json' | Out-Null

# What the app may do, on this site and in all: Finsam with write here, and no role beside Sites.Selected that reaches further.
(Invoke-MgGraphRequest -Uri $permissions).value | ForEach-Object { [pscustomobject]@{ Id = $_.id; App = $_.grantedToIdentitiesV2.application.displayName; Roles = $_.roles -join ', ' } }
(Invoke-MgGraphRequest -Uri $assignments).value | ForEach-Object { [pscustomobject]@{ Resource = $_.resourceDisplayName; AppRole = $_.appRoleId } }
