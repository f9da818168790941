using System.Collections.Immutable;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Finsam.App.Drafts;
using Finsam.App.Overview;
using Finsam.App.Storage;
using Finsam.Domain.Associations;
using Finsam.Domain.Reports;
using Finsam.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Finsam.EndToEnd.Tests;

/// <summary>A draft's files: of one run, whoever else runs; made once, however many ask; and of earlier versions of the program.</summary>
public sealed class DraftFileTests(OpenedInstance opened) : IClassFixture<OpenedInstance>
{
    private const string Kind = "arsredovisning";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IDraftStore Drafts => opened.Instance.Service<IDraftStore>();

    [Fact]
    public async Task A_slow_worker_with_old_reports_writes_over_nothing_of_the_draft_that_another_has_made()
    {
        var key = await RequestedAsync(901);
        using var slow = new SlowDrafts(Drafts);
        var first = ActivatorUtilities.CreateInstance<CompileDraft>(opened.Instance.Local.Services, slow).HandleAsync(key, Cancellation);
        await slow.Reached.WaitAsync(Cancellation);
        await opened.Instance.SendReportAsync("hofors", Cancellation);
        await opened.Instance.Service<CompileDraft>().HandleAsync(key, Cancellation);
        var made = (await Drafts.FindAsync(key, Cancellation))!.Value;
        slow.GoOn();
        await first;

        var draft = (await Drafts.FindAsync(key, Cancellation))!.Value;
        Assert.Equal((1, made.Run, made.Sha256), (draft.Reports, draft.Run, draft.Sha256));
        Assert.Equal(draft.Sha256, Hash(await ReadAsync(draft, draft.File!)));
        var manifest = JsonNode.Parse(await ReadAsync(draft, DraftFiles.Manifest))!;
        Assert.Equal(draft.Sha256, (string?)manifest["sha256"]);
        foreach (var other in manifest["otherFiles"]!.AsArray())
        {
            Assert.Equal((string?)other!["sha256"], Hash(await ReadAsync(draft, (string)other["file"]!)));
        }
    }

    [Fact]
    public async Task A_draft_of_an_earlier_version_of_the_program_is_fetched_as_Word_and_what_it_lacks_is_explained()
    {
        var draft = await OlderAsync(902);
        Assert.Equal([1, 2, 3], await opened.Instance.Chef.GetByteArrayAsync(Address(draft, draft.File!), Cancellation));
        foreach (var file in new[] { DraftFiles.Excel(draft.File!), DraftFiles.Preview, DraftFiles.Manifest })
        {
            using var answer = await opened.Instance.Chef.GetAsync(Address(draft, file), Cancellation);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Contains("tidigare version av programmet och finns som Word", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation)), StringComparison.Ordinal);
        }

        using var none = await opened.Instance.Chef.GetAsync(Address(draft, "annat.txt"), Cancellation);
        Assert.Contains("Sidan finns inte", await none.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pdf_that_two_ask_for_at_once_is_made_once_and_goes_on_when_the_first_goes_away()
    {
        var draft = await WholeAsync(903);
        var pdf = new SlowPdf();
        var files = ActivatorUtilities.CreateInstance<DraftFiles>(opened.Instance.Local.Services, pdf);
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var first = files.FindAsync(draft, DraftFiles.Pdf(draft.File!), gone.Token);
        await pdf.Begun.WaitAsync(Cancellation);
        var second = files.FindAsync(draft, DraftFiles.Pdf(draft.File!), Cancellation);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        pdf.End.SetResult([7]);

        Assert.Equal([7], (await second)!.Content);
        Assert.Equal([7], (await files.FindAsync(draft, DraftFiles.Pdf(draft.File!), Cancellation))!.Content);
        Assert.Equal(1, pdf.Times);
    }

    [Fact]
    public async Task A_pdf_that_cannot_be_made_says_why_on_a_page()
    {
        var draft = await WholeAsync(904);
        var files = ActivatorUtilities.CreateInstance<DraftFiles>(opened.Instance.Local.Services, new SlowPdf { Lack = "PDF är avstängt." });

        Assert.Equal("PDF är avstängt.", (await Assert.ThrowsAsync<PdfFailedException>(() => files.FindAsync(draft, DraftFiles.Pdf(draft.File!), Cancellation))).Message);
    }

    private async Task<DraftKey> RequestedAsync(int version)
    {
        var key = new DraftKey(TestInstance.PeriodKey, Kind, version);
        Assert.True(await Drafts.AddAsync(new Draft { Key = key, Request = $"prov-{version}", RequestedAt = opened.Instance.Clock.GetUtcNow(), State = DraftState.Requested }, Cancellation));
        return key;
    }

    private async Task<Draft> WholeAsync(int version)
    {
        var key = await RequestedAsync(version);
        await opened.Instance.Service<CompileDraft>().HandleAsync(key, Cancellation);
        return (await Drafts.FindAsync(key, Cancellation))!.Value;
    }

    // As they were written before a run had files of its own: a Word file beside the key, and no more.
    private async Task<Draft> OlderAsync(int version)
    {
        var draft = new Draft
        {
            Key = new DraftKey(TestInstance.PeriodKey, Kind, version),
            Request = $"prov-{version}",
            RequestedAt = opened.Instance.Clock.GetUtcNow(),
            State = DraftState.Ready,
            File = $"gammal-v{version}.docx",
        };
        await Drafts.WriteAsync(draft, draft.File, DraftFiles.WordMediaType, [1, 2, 3], Cancellation);
        Assert.True(await Drafts.AddAsync(draft, Cancellation));
        return draft;
    }

    private async Task<byte[]> ReadAsync(Draft draft, string file) => await Drafts.ReadAsync(draft, file, Cancellation) ?? throw new InvalidOperationException($"{file} is not there.");

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static Uri Address(Draft draft, string file) => new(OverviewRoutes.Address(draft, file), UriKind.Relative);

    /// <summary>The real store, whose first writing waits: a worker that stands still after it has read the reports.</summary>
    private sealed class SlowDrafts(IDraftStore inner) : IDraftStore, IDisposable
    {
        private readonly SemaphoreSlim _go = new(0);
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Reached => _reached.Task;

        public void GoOn() => _go.Release();

        public void Dispose() => _go.Dispose();

        public Task<ImmutableArray<Stored<Draft>>> ListAsync(PeriodKey period, CancellationToken cancellation) => inner.ListAsync(period, cancellation);

        public Task<Stored<Draft>?> FindAsync(DraftKey key, CancellationToken cancellation) => inner.FindAsync(key, cancellation);

        public Task<bool> AddAsync(Draft draft, CancellationToken cancellation) => inner.AddAsync(draft, cancellation);

        public Task<bool> UpdateAsync(Stored<Draft> draft, Draft changed, CancellationToken cancellation) => inner.UpdateAsync(draft, changed, cancellation);

        public Task<byte[]?> ReadAsync(Draft draft, string file, CancellationToken cancellation) => inner.ReadAsync(draft, file, cancellation);

        public async Task WriteAsync(Draft draft, string file, string mediaType, byte[] content, CancellationToken cancellation)
        {
            if (_reached.TrySetResult())
            {
                await _go.WaitAsync(cancellation);
            }

            await inner.WriteAsync(draft, file, mediaType, content, cancellation);
        }
    }

    private sealed class SlowPdf : IPdfConversion
    {
        private int _times;

        public string? Lack { get; init; }

        public int Times => _times;

        public SemaphoreSlim Begun { get; } = new(0);

        public TaskCompletionSource<byte[]> End { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string? Unavailable(Association association) => Lack;

        public Task<byte[]> ConvertAsync(Association association, byte[] word, CancellationToken cancellation)
        {
            Interlocked.Increment(ref _times);
            Begun.Release();
            return End.Task;
        }
    }
}
