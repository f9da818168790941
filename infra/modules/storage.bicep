// The storage account: tables, blobs and queues of the app, and the package that runs.
param name string
param location string
param retentionDays int
param exportRetentionDays int

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: name
  location: location
  kind: 'StorageV2'
  sku: {
    // Three zones of one region: the tables have no other copy, and the data stays in the country.
    name: 'Standard_ZRS'
  }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    // No key and no SAS made from one can leak: only identities with a role get in.
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    // Open to the internet, closed without a role: a private network costs more a month than the rest does a year.
    publicNetworkAccess: 'Enabled'
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2024-01-01' = {
  parent: account
  name: 'default'
  properties: {
    containerDeleteRetentionPolicy: {
      enabled: true
      days: retentionDays
    }
    deleteRetentionPolicy: {
      enabled: true
      days: retentionDays
    }
    isVersioningEnabled: true
  }
}

// With versioning, what is deleted or overwritten lives on as an old version, for ever if nobody takes it away: gallring would remove
// nothing. An old version is therefore deleted the day after, and soft delete keeps it for the days that were asked for, and no more.
// Point-in-time restore is not on: it needs the old versions kept, and would put back the host's own blobs too. What the app writes is
// never written over but named by its content, so that a blob that is brought back is the right one.
resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2024-01-01' = {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: [
        {
          name: 'old-versions'
          enabled: true
          type: 'Lifecycle'
          definition: {
            filters: {
              blobTypes: [
                'blockBlob'
              ]
            }
            actions: {
              version: {
                delete: {
                  daysAfterCreationGreaterThan: 1
                }
              }
            }
          }
        }
        // Only the nightly exports grow old. What is reported, attached and drafted is deleted by the app when its time is up, never by age.
        {
          name: 'exports'
          enabled: true
          type: 'Lifecycle'
          definition: {
            filters: {
              blobTypes: [
                'blockBlob'
              ]
              prefixMatch: [
                'exports/'
              ]
            }
            actions: {
              baseBlob: {
                delete: {
                  daysAfterCreationGreaterThan: exportRetentionDays
                }
              }
            }
          }
        }
      ]
    }
  }
  dependsOn: [
    blobs
  ]
}

// Flex Consumption fetches the package here at every start. The app makes its own container, tables and queues.
resource deployment 'Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01' = {
  parent: blobs
  name: 'app-package'
}

output deploymentContainer string = deployment.name
