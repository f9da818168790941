// Tells when the year's cost goes past half of what was thought, and past all of it. Stops nothing. The year stands in the name, since
// the day a budget begins can never be changed, and must lie in its own year when it is made.
param name string
param amount int
param year string
param to string

resource budget 'Microsoft.Consumption/budgets@2024-08-01' = {
  name: name
  properties: {
    category: 'Cost'
    amount: amount
    timeGrain: 'Annually'
    timePeriod: {
      startDate: '${year}-01-01'
      // A year more, for the installation that is not deployed again in January.
      endDate: '${int(year) + 1}-12-31'
    }
    notifications: {
      half: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 50
        thresholdType: 'Actual'
        contactEmails: [
          to
        ]
      }
      all: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 100
        thresholdType: 'Actual'
        contactEmails: [
          to
        ]
      }
    }
  }
}
