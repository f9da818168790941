// Tells by mail what does not work. One rule reads the logs once an hour, since each rule costs as much a month as the storage does a year.
param name string
param location string
param workspaceName string
param to string

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' existing = {
  name: workspaceName
}

resource app 'Microsoft.Web/sites@2024-04-01' existing = {
  name: name
}

resource recipient 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-${name}'
  location: 'global'
  properties: {
    enabled: true
    groupShortName: 'Finsam'
    emailReceivers: [
      {
        name: 'drift'
        emailAddress: to
        useCommonAlertSchema: true
      }
    ]
  }
}

// What begins so is logged by the app (a test looks for each in its code) or by the Functions host (Executed …). FindFaults logs what stands
// in the poison queues, and that the nightly export has not come, every hour until it is mended.
resource faults 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = {
  name: 'alert-${name}-faults'
  location: location
  kind: 'LogAlert'
  properties: {
    displayName: 'Finsam: något fungerar inte'
    description: 'README, Drift, säger vad som ska göras för varje fel.'
    enabled: true
    severity: 2
    scopes: [
      workspace.id
    ]
    evaluationFrequency: 'PT1H'
    windowSize: 'PT1H'
    autoMitigate: true
    criteria: {
      allOf: [
        {
          query: '''
            AppTraces
            | extend Fault = case(
                Message startswith 'Could not send ', 'Mejl som inte gick iväg',
                Message startswith 'All mail stands still', 'All utgående mejl står stilla',
                Message startswith 'Messages stand still in ', 'Arbete som har gett upp ligger i en poison-kö',
                Message startswith 'No export of the tables since ', 'Nattens export av tabellerna saknas',
                Message startswith 'Storage does not answer', 'Lagringen svarar inte',
                Message startswith 'Tick could not look at ', 'Timkörningen hoppade över något',
                Message matches regex @"^Executed 'Functions\.(Hourly|NightlyExport|FindFaults)' \(Failed", 'En tidsstyrd körning misslyckades',
                Message matches regex @"^Executed 'Functions\.[A-Za-z]+' \(Failed", 'En sida eller ett jobb misslyckades',
                '')
            | where Fault != ''
            | project TimeGenerated, Fault
          '''
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 0
          dimensions: [
            {
              name: 'Fault'
              operator: 'Include'
              values: [
                '*'
              ]
            }
          ]
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    actions: {
      actionGroups: [
        recipient.id
      ]
    }
  }
}

resource serverErrors 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'alert-${name}-5xx'
  location: 'global'
  properties: {
    description: 'Finsam: tjänsten svarar med fel (5xx). README, Drift, säger vad som ska göras.'
    enabled: true
    severity: 2
    scopes: [
      app.id
    ]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT15M'
    autoMitigate: true
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: '5xx'
          metricNamespace: 'Microsoft.Web/sites'
          metricName: 'Http5xx'
          timeAggregation: 'Total'
          operator: 'GreaterThan'
          threshold: 2
          // The metric is there only after the first request.
          skipMetricValidation: true
        }
      ]
    }
    actions: [
      {
        actionGroupId: recipient.id
      }
    ]
  }
}
