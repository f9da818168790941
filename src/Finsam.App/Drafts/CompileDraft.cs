using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Finsam.App.Drafts.WordTemplates;
using Finsam.App.Setup;
using Finsam.App.Storage;
using Finsam.App.Telemetry;
using Finsam.Documents;
using Finsam.Documents.Excel;
using Finsam.Documents.Html;
using Finsam.Documents.Word;
using Finsam.Documents.Word.Templates;
using Finsam.Domain.Consolidation;
using Finsam.Domain.Drafts.Changes;
using Finsam.Domain.Formats;
using Finsam.Domain.Periods;
using Microsoft.Extensions.Logging;

namespace Finsam.App.Drafts;

/// <summary>Compiles a draft that was asked for. Stopped anywhere and run again, it makes the same draft: same bytes, same version.</summary>
public sealed partial class CompileDraft(LoadMaterial load, IDraftStore drafts, ChosenTemplate chosen, ILogger<CompileDraft> log)
{
    // Enough to tell the few runs of one version apart.
    private const int RunLength = 16;

    /// <summary>Compiles the draft that a message asks for, as part of the trace that the message carries.</summary>
    public async Task HandleAsync(QueuedDraft message, CancellationToken cancellation)
    {
        using var trace = Traces.GoOn("compile draft", message.TraceParent).About(message.Period)?.SetTag("finsam.draft.kind", message.Kind);
        await HandleAsync(message.ToKey(), cancellation);
    }

    /// <summary>Compiles the draft if it is still to be made.</summary>
    public async Task HandleAsync(DraftKey key, CancellationToken cancellation)
    {
        if (await drafts.FindAsync(key, cancellation) is not { Value.State: DraftState.Requested } stored)
        {
            return;
        }

        var (material, version) = await load.HandleAsync(key.Period, stored.Value.RequestedAt, cancellation)
            ?? throw new InvalidOperationException("The draft's period is gone.");
        var outline = material.Record.Outline(key.Kind);
        var (present, missing) = (material.Initiatives.Length - material.Missing.Count(), material.Missing.Count());
        var subtitle = string.Format(
            CultureInfo.InvariantCulture, DraftsTexts.Subtitle, key.Version,
            SwedishFormat.LongDate(SwedishTime.DateAt(stored.Value.RequestedAt)), present, material.Initiatives.Length);
        var id = $"{key.Period.Association}/{key.Period.Period}/{key.Kind}/{key.Version}";
        var content = BuildDraft.From(material, outline, subtitle);
        var (choice, template) = await TemplateAsync(key.Period.Association, stored.Value.RequestedAt, cancellation);
        var word = WordWriter.Write(content, new DraftIdentity(id, key.Version), template);
        var excel = DraftWorkbookWriter.Write(content);
        var figures = RecordJson.Bytes(DraftFigures.Of(content));
        var preview = Encoding.UTF8.GetBytes(HtmlWriter.Write(content));

        var ready = stored.Value with
        {
            State = DraftState.Ready,
            File = $"{key.Kind}-{key.Period.Period}-v{key.Version.ToString(CultureInfo.InvariantCulture)}.docx",
            Sha256 = Manifest.Hash(word),
            Reports = present,
            Missing = missing,
        };
        var excelFile = DraftFiles.Excel(ready.File);
        var manifest = Manifest.Of(ready, material, version, choice, [
            new(excelFile, Manifest.Hash(excel)), new(DraftFiles.PreviewBlob, Manifest.Hash(preview)), new(DraftFiles.Figures, Manifest.Hash(figures))]);
        var record = RecordJson.Bytes(manifest);
        ready = ready with { Run = Manifest.Hash(record)[..RunLength] };
        await drafts.WriteAsync(ready, ready.File, DraftFiles.WordMediaType, word, cancellation);
        await drafts.WriteAsync(ready, excelFile, DraftFiles.ExcelMediaType, excel, cancellation);
        await drafts.WriteAsync(ready, DraftFiles.PreviewBlob, "text/html; charset=utf-8", preview, cancellation);
        await drafts.WriteAsync(ready, DraftFiles.Figures, "application/json", figures, cancellation);
        await drafts.WriteAsync(ready, DraftFiles.Manifest, "application/json", record, cancellation);
        if (await drafts.UpdateAsync(stored, ready, cancellation))
        {
            Measures.DraftMade(key.Period.Association);
            LogCompiled(key.Period.Association, key.Period.Period, key.Kind, key.Version, present, missing);
        }
        else
        {
            LogOvertaken(key.Period.Association, key.Period.Period, key.Kind, key.Version);
        }
    }

    // A template that was taken in and is refused since: a draft in our own look is more than none, and the template's page says so.
    private async Task<(WordTemplateChoice? Choice, WordTemplate? Template)> TemplateAsync(string association, DateTimeOffset at, CancellationToken cancellation)
    {
        var choice = await chosen.FindAsync(association, at, cancellation);
        var template = (await chosen.ReadAsync(association, choice, cancellation))?.Template;
        return template is null ? (null, null) : (choice, template);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Another run has compiled {Association} {Period} {Kind} version {Version} meanwhile; this one's files are not used")]
    private partial void LogOvertaken(string association, string period, string kind, int version);

    [LoggerMessage(Level = LogLevel.Information, Message = "Compiled {Association} {Period} {Kind} version {Version} from {Reports} reports, {Missing} missing")]
    private partial void LogCompiled(string association, string period, string kind, int version, int reports, int missing);

    /// <summary>What a draft was made from: enough to make it again and to know that it is the same.</summary>
    private sealed record Manifest
    {
        public required string Association { get; init; }

        public required string Period { get; init; }

        public required string Kind { get; init; }

        public required int Version { get; init; }

        public required string Request { get; init; }

        public required DateTimeOffset RequestedAt { get; init; }

        public required string Software { get; init; }

        public required string File { get; init; }

        public required string Sha256 { get; init; }

        public required ImmutableArray<ManifestFile> OtherFiles { get; init; }

        public required string TemplateHash { get; init; }

        [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
        public required ManifestFile? WordTemplate { get; init; }

        public required int RecordVersion { get; init; }

        public required string RecordHash { get; init; }

        public required ImmutableArray<ManifestReport> Reports { get; init; }

        public required ImmutableArray<ManifestEarlierReport> EarlierReports { get; init; }

        public static Manifest Of(Draft draft, PeriodMaterial material, int recordVersion, WordTemplateChoice? choice, ImmutableArray<ManifestFile> otherFiles) => new()
        {
            Association = draft.Key.Period.Association,
            Period = draft.Key.Period.Period,
            Kind = draft.Key.Kind,
            Version = draft.Key.Version,
            Request = draft.Request,
            RequestedAt = draft.RequestedAt,
            Software = Finsam.App.Operations.Software.Full,
            File = draft.File ?? "",
            Sha256 = draft.Sha256 ?? "",
            OtherFiles = otherFiles,
            TemplateHash = Hash(RecordJson.Bytes(material.Template)),
            WordTemplate = choice is null ? null : new ManifestFile(choice.File ?? "", choice.Sha256 ?? ""),
            RecordVersion = recordVersion,
            RecordHash = Hash(RecordJson.Bytes(material.Record)),
            Reports =
            [
                .. material.Initiatives.Select(i => new ManifestReport(
                    i.Initiative.Id, i.Report is null ? null : Hash(RecordJson.Bytes(i.Report)), i.Report?.SubmittedAt)),
            ],
            EarlierReports = [.. material.Earlier.Select(e => new ManifestEarlierReport(
                e.Report.Key.Period, e.Report.Key.Initiative, Hash(RecordJson.Bytes(e.Report)), Hash(RecordJson.Bytes(e.Template))))],
        };

        public static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
    }

    private sealed record ManifestFile(string File, string Sha256);

    private sealed record ManifestEarlierReport(string Period, string Initiative, string Sha256, string TemplateHash);

    private sealed record ManifestReport(
        string Initiative,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Sha256,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateTimeOffset? SubmittedAt);
}
