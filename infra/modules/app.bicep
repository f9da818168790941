// The function app on Flex Consumption, its settings, and sign-in.
param name string
param location string
param identityName string
param storageName string
param deploymentContainer string
param insightsName string
param publicUrl string
param tenantId string
param signInClientId string
param administrators string[]
param mailFrom string
param mailSender string
param smtpHost string
param smtpPort int
param graphReadMailbox bool
param sendGridVaultUri string
param sendGridHost string
param sendGridWebhookVerification string

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' existing = {
  name: identityName
}

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: storageName
}

resource component 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: 'plan-${name}'
  location: location
  kind: 'functionapp'
  sku: {
    tier: 'FlexConsumption'
    name: 'FC1'
  }
  properties: {
    reserved: true // Linux
  }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    // Who reads what a setting points at in a key vault.
    keyVaultReferenceIdentity: identity.id
    siteConfig: {
      minTlsVersion: '1.2'
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${account.properties.primaryEndpoints.blob}${deploymentContainer}'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identity.id
          }
        }
      }
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
      scaleAndConcurrency: {
        instanceMemoryMB: 512
        // The lowest there is; a period with a hundred initiatives needs one or two.
        maximumInstanceCount: 40
      }
    }
  }
}

// Packages are published with an Entra token; there is no password to publish with.
resource noPasswordForScm 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: app
  name: 'scm'
  properties: {
    allow: false
  }
}

resource noPasswordForFtp 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: app
  name: 'ftp'
  properties: {
    allow: false
  }
}

// A resource of its own, since the app's address is known only once the app is there. It replaces all settings at each deployment, so a
// setting made by hand does not stay. WEBSITE_TIME_ZONE and TZ are not set: unsupported here, and the app computes Swedish time itself.
resource settings 'Microsoft.Web/sites/config@2024-04-01' = {
  parent: app
  name: 'appsettings'
  properties: {
    // The host, and Finsam.Adapters/StorageAccount.cs
    AzureWebJobsStorage__accountName: account.name
    AzureWebJobsStorage__credential: 'managedidentity'
    AzureWebJobsStorage__clientId: identity.properties.clientId
    // "/" is ours.
    AzureWebJobsDisableHomepage: 'true'
    APPLICATIONINSIGHTS_CONNECTION_STRING: component.properties.ConnectionString
    APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identity.properties.clientId};Authorization=AAD'
    // Sign-in proves that it is the app registration by this identity, in place of a client secret.
    OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID: identity.properties.clientId
    // Finsam.App/Settings.cs
    Finsam__PublicUrl: empty(publicUrl) ? 'https://${app.properties.defaultHostName}' : publicUrl
    Finsam__Administrators: join(map(administrators, person => '${tenantId}/${person}'), ';')
    // Finsam.Adapters/Mail/MailSettings.cs
    Finsam__Mail__Sender: mailSender
    Finsam__Mail__From: mailFrom
    Finsam__Mail__Smtp__Host: smtpHost
    Finsam__Mail__Smtp__Port: string(smtpPort)
    Finsam__Mail__Smtp__RequireTls: 'true'
    // The app signs in to Graph by its identity.
    Finsam__Mail__Graph__ReadMailbox: string(graphReadMailbox)
    // Points at the key: it stands in the vault only.
    Finsam__Mail__SendGrid__ApiKey: empty(sendGridVaultUri) ? '' : '@Microsoft.KeyVault(SecretUri=${sendGridVaultUri})'
    Finsam__Mail__SendGrid__Host: sendGridHost
    Finsam__Mail__SendGrid__WebhookKey: sendGridWebhookVerification
  }
}

// Says who has signed in, and lets everyone through: form links, assets and schemas are open, and each route's access rule is the app's.
// What a caller sends as X-MS-CLIENT-PRINCIPAL is taken away here, which is why the app may believe that header.
resource authentication 'Microsoft.Web/sites/config@2024-04-01' = {
  parent: app
  name: 'authsettingsV2'
  properties: {
    platform: {
      enabled: true
      runtimeVersion: '~1'
    }
    globalValidation: {
      requireAuthentication: false
      unauthenticatedClientAction: 'AllowAnonymous'
    }
    httpSettings: {
      requireHttps: true
      // Behind the public address stands something of its own; sign-in must come back to that address, not to the app's.
      forwardProxy: {
        convention: empty(publicUrl) ? 'NoProxy' : 'Standard'
      }
    }
    identityProviders: {
      azureActiveDirectory: {
        enabled: true
        registration: {
          clientId: signInClientId
          // One tenant: with "common", anyone with a Microsoft account would be signed in.
          openIdIssuer: uri(environment().authentication.loginEndpoint, '${tenantId}/v2.0')
          clientSecretSettingName: 'OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID'
        }
        validation: {
          allowedAudiences: [
            signInClientId
            'api://${signInClientId}'
          ]
        }
      }
    }
    login: {
      // The app reads who it is and calls nobody in that person's name: no token is kept.
      tokenStore: {
        enabled: false
      }
    }
  }
  // It names a setting, so the setting is there first.
  dependsOn: [
    settings
  ]
}

output name string = app.name
output hostName string = app.properties.defaultHostName
