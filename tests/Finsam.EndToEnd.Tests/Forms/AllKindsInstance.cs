using Finsam.App.Reports;
using Finsam.Domain.Answers;
using Finsam.Domain.Periods;
using Finsam.Domain.Reports;
using Finsam.Testing;

namespace Finsam.EndToEnd.Tests.Forms;

/// <summary>An instance with reports of every kind of question, for the tests of the form; each test takes reports of its own. Nobody has been written to.</summary>
public sealed class AllKindsInstance : IAsyncLifetime
{
    /// <summary>The tests that share one.</summary>
    public const string Tests = "All kinds";

    private const int Initiatives = 150;

    private int _taken;

    public TestInstance Instance { get; private set; } = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Instance = await TestInstance.StartAsync(Cancellation);
        await AllKinds.ImportAsync(Instance, AllKinds.Record(Initiatives), Cancellation);
        Instance.Clock.Set(SwedishTime.At(AllKinds.Period.Opens, new TimeOnly(9, 0)));
        (await Instance.Chef.PostAsync($"/api/forbund/alla/perioder/{AllKinds.Period.Id}/oppna", null, Cancellation)).EnsureSuccessStatusCode();
    }

    /// <summary>A report that nobody has touched.</summary>
    public ReportKey Next() => AllKinds.PeriodKey.Report($"insats-{Interlocked.Increment(ref _taken)}");

    /// <summary>Somebody who has opened a report by a link of their own.</summary>
    public Task<FormClient> OpenAsync(ReportKey report, string contact = AllKinds.Owner) => FormClient.OpenAsync(Instance, report, contact, Cancellation);

    /// <summary>The owner of a report that nobody has touched.</summary>
    public Task<FormClient> OpenAsync() => OpenAsync(Next());

    public async Task<ReportInProgress> SavedAsync(ReportKey report) => (await Instance.Service<IReportStore>().FindWithPartsAsync(report, Cancellation))!;

    public async Task<AnswerSheet> AnswersAsync(ReportKey report) => (await SavedAsync(report)).Answers;

    public ValueTask DisposeAsync() => Instance.DisposeAsync();
}

[CollectionDefinition(AllKindsInstance.Tests)]
public sealed class AllKindsCollection : ICollectionFixture<AllKindsInstance>;
