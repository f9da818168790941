# Gives the app the right to send from one mailbox in Exchange Online, and from no other. Can be run again, for the same mailbox or another one.
# Run by someone who is Exchange Administrator, with
#   Install-Module ExchangeOnlineManagement
#
#   ./ge-ratt-till-brevlada.ps1 -ClientId <clientId> -PrincipalId <principalId> -Mailbox rapport@forbundet.se
#
# -Read also lets it read that mailbox, for reports of mail that did not come (graphReadMailbox).
# The two ids are printed by: az identity show -g finsam -n id-<namn> --query "[clientId, principalId]" -o tsv
param(
    [Parameter(Mandatory)] [guid] $ClientId,
    [Parameter(Mandatory)] [guid] $PrincipalId,
    [Parameter(Mandatory)] [string] $Mailbox,
    [switch] $Read
)
$ErrorActionPreference = 'Stop'
Connect-ExchangeOnline -ShowBanner:$false

# Each step is left out when it is done already.
if (-not (Get-ServicePrincipal | Where-Object { $_.ObjectId -eq $PrincipalId })) {
    New-ServicePrincipal -AppId $ClientId -ObjectId $PrincipalId -DisplayName Finsam | Out-Null
}

Set-Mailbox $Mailbox -CustomAttribute15 Finsam
if (-not (Get-ManagementScope | Where-Object { $_.Name -eq 'Finsam' })) {
    New-ManagementScope -Name Finsam -RecipientRestrictionFilter "CustomAttribute15 -eq 'Finsam'" | Out-Null
}

$roles = @('Application Mail.Send') + @(if ($Read) { 'Application Mail.Read' })
foreach ($role in $roles) {
    $name = "Finsam $($role.Replace('Application ', ''))"
    if (-not (Get-ManagementRoleAssignment | Where-Object { $_.Name -eq $name })) {
        New-ManagementRoleAssignment -Name $name -App $PrincipalId -Role $role -CustomResourceScope Finsam | Out-Null
    }
}

# InScope shall be True. Try another mailbox too: there it shall be False.
Test-ServicePrincipalAuthorization -Identity $PrincipalId -Resource $Mailbox | Format-Table RoleName, GrantedPermissions, AllowedResourceScope, InScope
