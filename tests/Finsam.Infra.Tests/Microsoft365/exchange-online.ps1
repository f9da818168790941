# Stands in for the module ExchangeOnlineManagement: the documented parameters of what our script calls, over an organisation that is kept in memory. What is
# there already is refused, as Exchange does.
$global:organisation = @{ Connected = $false; Principals = @(); Marked = @(); Scopes = @(); Assignments = @() }

function Connect-ExchangeOnline {
    [CmdletBinding()] param([switch] $ShowBanner)
    $organisation.Connected = $true
}

function Get-ServicePrincipal { [CmdletBinding()] param() $organisation.Principals }

function New-ServicePrincipal {
    [CmdletBinding()] param([Parameter(Mandatory)] [string] $AppId, [Parameter(Mandatory)] [string] $ObjectId, [string] $DisplayName)
    if ($organisation.Principals.ObjectId -contains $ObjectId) { throw "The service principal $ObjectId is there already." }
    $principal = [pscustomobject]@{ AppId = $AppId; ObjectId = $ObjectId; DisplayName = $DisplayName }
    $organisation.Principals += $principal
    $principal
}

function Set-Mailbox {
    [CmdletBinding()] param([Parameter(Mandatory, Position = 0)] [string] $Identity, [string] $CustomAttribute15)
    if (-not $organisation.Connected) { throw 'Not connected.' }
    if ($Identity -notlike '*@forbundet.se') { throw "The operation couldn't be performed because object '$Identity' couldn't be found." }
    $organisation.Marked = @($organisation.Marked) + @("$Identity=$CustomAttribute15") | Select-Object -Unique
}

function Get-ManagementScope { [CmdletBinding()] param() $organisation.Scopes }

function New-ManagementScope {
    [CmdletBinding()] param([Parameter(Mandatory)] [string] $Name, [Parameter(Mandatory)] [string] $RecipientRestrictionFilter)
    if ($organisation.Scopes.Name -contains $Name) { throw "The scope $Name is there already." }
    $scope = [pscustomobject]@{ Name = $Name; Filter = $RecipientRestrictionFilter }
    $organisation.Scopes += $scope
    $scope
}

function Get-ManagementRoleAssignment { [CmdletBinding()] param() $organisation.Assignments }

function New-ManagementRoleAssignment {
    [CmdletBinding()] param([string] $Name, [Parameter(Mandatory)] [string] $App, [Parameter(Mandatory)] [string] $Role, [string] $CustomResourceScope)
    if ($organisation.Assignments.Name -contains $Name) { throw "The role assignment $Name is there already." }
    if ($organisation.Principals.ObjectId -notcontains $App) { throw "The service principal $App couldn't be found." }
    $assignment = [pscustomobject]@{ Name = $Name; App = $App; Role = $Role; Scope = $CustomResourceScope }
    $organisation.Assignments += $assignment
    $assignment
}

function Test-ServicePrincipalAuthorization {
    [CmdletBinding()] param([Parameter(Mandatory, Position = 0)] [string] $Identity, [string] $Resource)
    $organisation.Assignments | Where-Object App -eq $Identity | ForEach-Object {
        [pscustomobject]@{
            RoleName = $_.Role; GrantedPermissions = $_.Role.Replace('Application ', ''); AllowedResourceScope = $_.Scope; ScopeType = 'CustomRecipientScope'
            InScope = $organisation.Marked -contains "$Resource=Finsam"
        }
    }
}
