# Stands in for the module Microsoft.Graph.Authentication: the documented parameters of what our script calls. The requests are real; answers are hash tables.
function Connect-MgGraph {
    [CmdletBinding()] param([string] $Environment, [switch] $NoWelcome, [string[]] $Scopes)
    $global:scopes = $Scopes
}

function Invoke-MgGraphRequest {
    [CmdletBinding()] param(
        [Parameter(Position = 0)] [ValidateSet('GET', 'POST', 'PUT', 'PATCH', 'DELETE')] [string] $Method = 'GET',
        [Parameter(Mandatory, Position = 1)] [uri] $Uri,
        [Parameter(Position = 2)] [object] $Body,
        [string] $ContentType = 'application/json'
    )
    $content = if ($Body -is [hashtable]) { $Body | ConvertTo-Json } else { $Body }
    $answer = if ($Method -eq 'GET') { Invoke-WebRequest -Uri $Uri } else { Invoke-WebRequest -Uri $Uri -Method $Method -Body $content -ContentType $ContentType }
    $answer.Content | ConvertFrom-Json -AsHashtable
}
