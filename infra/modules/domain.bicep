// The app's own host name, with a certificate that Azure makes and renews. In three steps, each of which needs the one before: the name
// without a certificate, the certificate of the name, the name with the certificate.
param app string
param location string
param domain string
param isNew bool

resource site 'Microsoft.Web/sites@2024-11-01' existing = {
  name: app
}

// Only the first time: done again it would take the certificate off while people fill in their forms.
resource unencrypted 'Microsoft.Web/sites/hostNameBindings@2024-11-01' = if (isNew) {
  parent: site
  name: domain
  properties: {
    hostNameType: 'Verified'
    customHostNameDnsRecordType: 'CName'
    sslState: 'Disabled'
  }
}

// A certificate of the app and not of the plan: the only kind that Flex Consumption has.
resource certificate 'Microsoft.Web/sites/certificates@2024-11-01' = {
  parent: site
  name: replace(domain, '.', '-')
  location: location
  properties: {
    canonicalName: domain
  }
  dependsOn: [
    unencrypted
  ]
}

// A module, since one template cannot hold the same name twice.
module encrypted 'encryptedDomain.bicep' = {
  name: 'encryptedDomain'
  params: {
    app: app
    domain: domain
    thumbprint: certificate.properties.thumbprint
  }
}
