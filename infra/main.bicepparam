// A sample: copy it to <association>.bicepparam and change every value. Nothing in it is secret.
using 'main.bicep'

param name = 'finsam-exempel'
param signInClientId = '00000000-0000-0000-0000-000000000000'
param administrators = [
  '00000000-0000-0000-0000-000000000000'
]
param mailFrom = 'rapport@example.org'
// Or a mailbox in Microsoft 365: mailSender 'graph', and graphReadMailbox true when the app may read it.
// Or SendGrid: mailSender 'sendgrid', sendGridVaultUri and sendGridWebhookVerification. README tells how each is set up.
param mailSender = 'smtp'
param smtpHost = 'smtp.example.org'
