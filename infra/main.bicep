// Everything the running app needs, in one resource group. No secret is given, made or returned: the app has one identity of its own,
// and storage, telemetry and sign-in all take that.
targetScope = 'resourceGroup'

@description('The function app\'s name, unique in all of Azure; the others are made from it. At most 32 characters: the Functions host cuts its id there.')
@minLength(2)
@maxLength(32)
param name string

@description('Where it all lies. A region with Flex Consumption and availability zones.')
param location string = 'swedencentral'

@description('The address users meet, without a path, where it is not the app\'s own. Flex Consumption makes no certificate for it: that stands with whatever is in front.')
param publicUrl string = ''

@description('The Entra tenant that people sign in with.')
param tenantId string = tenant().tenantId

@description('The app registration\'s application (client) id.')
param signInClientId string

@description('The first chefs: their object ids in the tenant. They may do everything in every association.')
@minLength(1)
param administrators string[]

@description('The address mail is sent from.')
param mailFrom string

@description('What mail goes out through. The folder sender is not offered: it would write to a disk that disappears.')
@allowed([
  'smtp'
  'graph'
  'sendgrid'
])
param mailSender string = 'smtp'

@description('smtp: a mail server that takes mail from the app without a password.')
param smtpHost string = ''

@description('smtp: the mail server\'s port. Azure blocks 25.')
param smtpPort int = 587

@description('graph: whether the app may also read the mailbox, for reports of mail that did not come (Mail.Read beside Mail.Send).')
param graphReadMailbox bool = false

@description('sendgrid: the address in a key vault of the API key, https://<vault>.vault.azure.net/secrets/<name>. The key itself is never given here.')
param sendGridVaultUri string = ''

@description('sendgrid: where it answers. In the EU everything stays there; that needs a subuser.')
@allowed([
  'https://api.eu.sendgrid.com'
  'https://api.sendgrid.com'
])
param sendGridHost string = 'https://api.eu.sendgrid.com'

@description('sendgrid: the event webhook\'s verification key, which is public. Without it nothing is told of what became of a mail.')
param sendGridWebhookVerification string = ''

@description('How long a deleted or overwritten blob can be brought back. Counts as keeping it: the association\'s decision on gallring must cover these days.')
@minValue(1)
@maxValue(365)
param blobRetentionDays int = 30

@description('How long logs are kept. Log Analytics has no shorter time than 30 days.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 30

// Storage names are global, short and without hyphens.
var storageName = 'st${uniqueString(resourceGroup().id, name)}'
var insightsName = 'appi-${name}'

// User-assigned, since it is there before the app is: the roles are given first, and the app never starts without them.
resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: 'id-${name}'
  location: location
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  params: {
    name: storageName
    location: location
    retentionDays: blobRetentionDays
  }
}

module roles 'modules/roles.bicep' = {
  name: 'roles'
  params: {
    storageName: storageName
    identityName: identity.name
  }
  dependsOn: [
    storage
  ]
}

module insights 'modules/insights.bicep' = {
  name: 'insights'
  params: {
    name: insightsName
    workspaceName: 'log-${name}'
    location: location
    retentionDays: logRetentionDays
    identityName: identity.name
  }
}

module app 'modules/app.bicep' = {
  name: 'app'
  params: {
    name: name
    location: location
    identityName: identity.name
    storageName: storageName
    deploymentContainer: storage.outputs.deploymentContainer
    insightsName: insightsName
    publicUrl: publicUrl
    tenantId: tenantId
    signInClientId: signInClientId
    administrators: administrators
    mailFrom: mailFrom
    mailSender: mailSender
    smtpHost: smtpHost
    smtpPort: smtpPort
    graphReadMailbox: graphReadMailbox
    sendGridVaultUri: sendGridVaultUri
    sendGridHost: sendGridHost
    sendGridWebhookVerification: sendGridWebhookVerification
  }
  dependsOn: [
    insights
    roles
  ]
}

output appName string = app.outputs.name
output hostName string = app.outputs.hostName
