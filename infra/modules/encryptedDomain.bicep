// The host name with its certificate. The thumbprint is read at each deployment, since it changes when Azure renews the certificate.
param app string
param domain string
param thumbprint string

resource site 'Microsoft.Web/sites@2024-11-01' existing = {
  name: app
}

resource binding 'Microsoft.Web/sites/hostNameBindings@2024-11-01' = {
  parent: site
  name: domain
  properties: {
    hostNameType: 'Verified'
    customHostNameDnsRecordType: 'CName'
    sslState: 'SniEnabled'
    thumbprint: thumbprint
  }
}
