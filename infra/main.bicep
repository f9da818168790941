// Everything the running app needs, in one resource group. No secret is given, made or returned: the app has one identity of its own,
// and storage, telemetry and sign-in all take that.
targetScope = 'resourceGroup'

@description('The function app\'s name, unique in all of Azure; the others are made from it. At most 32 characters: the Functions host cuts its id there.')
@minLength(2)
@maxLength(32)
param name string

@description('Where it all lies. A region with Flex Consumption and availability zones.')
param location string = 'swedencentral'

@description('The host name users meet, e.g. rapport.forbundet.se, where it is not the app\'s own. Its records are put in DNS first (README, Egen adress).')
param customDomain string = ''

@description('The host name that has its certificate; not to be given. What the last deployment returned, so that the next one does not take it off.')
param certifiedDomain string = ''

@description('The address users meet, without a path, where something else stands in front of the app and has the certificate.')
param publicUrl string = ''

@description('The Entra tenant that people sign in with.')
param tenantId string = tenant().tenantId

@description('The app registration\'s application (client) id.')
param signInClientId string

@description('The first chefs: their object ids in the tenant, with ; between. They may do everything in every association. Empty: the one who deploys.')
param administrators string = ''

@description('The address mail is sent from.')
param mailFrom string

@description('What mail goes out through. The folder sender is not offered: it would write to a disk that disappears.')
@allowed([
  'smtp'
  'graph'
  'sendgrid'
])
param mailSender string

@description('smtp: a mail server that takes mail from the app without a password.')
param smtpHost string = ''

@description('smtp: the mail server\'s port. Azure blocks 25.')
param smtpPort int = 587

@description('graph: whether the app may also read the mailbox, for reports of mail that did not come (Mail.Read beside Mail.Send).')
param graphReadMailbox bool = false

@description('sendgrid: where it answers. In the EU everything stays there; that needs a subuser.')
@allowed([
  'https://api.eu.sendgrid.com'
  'https://api.sendgrid.com'
])
param sendGridHost string = 'https://api.eu.sendgrid.com'

@description('sendgrid: the event webhook\'s verification key, which is public. Without it nothing is told of what became of a mail.')
param sendGridWebhookVerification string = ''

@description('Who is told when something does not work, and when it costs more than expected.')
param alertsTo string

@description('What it all may cost in a year before somebody is told, in the subscription\'s currency. 0: nobody is told.')
@minValue(0)
param yearlyBudget int = 1000

@description('The year of this deployment; not to be given.')
param year string = utcNow('yyyy')

@description('How many nights\' exports of the tables are kept. Counts as keeping, with the days below.')
@minValue(7)
@maxValue(365)
param exportRetentionDays int = 30

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
var workspaceName = 'log-${name}'
var vaultName = 'kv-${uniqueString(resourceGroup().id, name)}'
var chefs = empty(administrators) ? deployer().objectId : administrators

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
    exportRetentionDays: exportRetentionDays
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

module vault 'modules/vault.bicep' = if (mailSender == 'sendgrid') {
  name: 'vault'
  params: {
    name: vaultName
    location: location
    identityName: identity.name
  }
}

module insights 'modules/insights.bicep' = {
  name: 'insights'
  params: {
    name: insightsName
    workspaceName: workspaceName
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
    customDomain: customDomain
    isDomainNew: customDomain != certifiedDomain
    publicUrl: publicUrl
    tenantId: tenantId
    signInClientId: signInClientId
    administrators: split(chefs, ';')
    mailFrom: mailFrom
    mailSender: mailSender
    smtpHost: smtpHost
    smtpPort: smtpPort
    graphReadMailbox: graphReadMailbox
    vaultName: mailSender == 'sendgrid' ? vaultName : ''
    sendGridHost: sendGridHost
    sendGridWebhookVerification: sendGridWebhookVerification
  }
  dependsOn: [
    insights
    roles
    vault
  ]
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  params: {
    name: name
    location: location
    workspaceName: workspaceName
    to: alertsTo
  }
  dependsOn: [
    app
  ]
}

module budget 'modules/budget.bicep' = if (yearlyBudget > 0) {
  name: 'budget'
  params: {
    name: 'budget-${name}-${year}'
    amount: yearlyBudget
    year: year
    to: alertsTo
  }
}

// azd keeps these in its environment, where the scripts in sign-in/ and the commands in README read them.
output FINSAM_APP string = app.outputs.name
output FINSAM_HOST string = app.outputs.hostName
output FINSAM_DOMAIN_VERIFICATION string = app.outputs.domainVerification
output FINSAM_CERTIFIED_DOMAIN string = customDomain
output FINSAM_STORAGE string = storageName
output FINSAM_VAULT string = mailSender == 'sendgrid' ? vaultName : ''
output FINSAM_WORKSPACE string = insights.outputs.customerId
output FINSAM_IDENTITY_CLIENT_ID string = identity.properties.clientId
output FINSAM_IDENTITY_PRINCIPAL_ID string = identity.properties.principalId
