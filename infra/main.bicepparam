// A sample: copy it to <association>.bicepparam and change every value. Nothing in it is secret.
using 'main.bicep'

param name = 'finsam-exempel'
param signInClientId = '00000000-0000-0000-0000-000000000000'
param administrators = [
  '00000000-0000-0000-0000-000000000000'
]
param mailFrom = 'rapport@example.org'
param smtpHost = 'smtp.example.org'
