using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Serialization;
using Finsam.App.Setup;
using Finsam.App.Storage;
using Finsam.App.Telemetry;
using Finsam.Documents;
using Finsam.Documents.Word;
using Finsam.Domain.Consolidation;
using Finsam.Domain.Formats;
using Finsam.Domain.Periods;
using Microsoft.Extensions.Logging;

namespace Finsam.App.Drafts;

/// <summary>Compiles a draft that was asked for. Stopped anywhere and run again, it makes the same draft: same bytes, same version.</summary>
public sealed partial class CompileDraft(LoadMaterial load, IDraftStore drafts, ILogger<CompileDraft> log)
{
    /// <summary>What a Word file is.</summary>
    public const string WordMediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>The manifest's name beside the draft.</summary>
    public const string ManifestFile = "manifest.json";

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
        var word = WordWriter.Write(BuildDraft.From(material, outline, subtitle), new DraftIdentity(id, key.Version));

        var ready = stored.Value with
        {
            State = DraftState.Ready,
            File = $"{key.Kind}-{key.Period.Period}-v{key.Version.ToString(CultureInfo.InvariantCulture)}.docx",
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(word)),
            Reports = present,
            Missing = missing,
        };
        var manifest = Manifest.Of(ready, material, version);
        await drafts.WriteAsync(key, ready.File, WordMediaType, word, cancellation);
        await drafts.WriteAsync(key, ManifestFile, "application/json", RecordJson.Bytes(manifest), cancellation);
        await drafts.UpdateAsync(stored, ready, cancellation);
        Measures.DraftMade(key.Period.Association);
        LogCompiled(key.Period.Association, key.Period.Period, key.Kind, key.Version, present, missing);
    }

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

        public required string TemplateHash { get; init; }

        public required int RecordVersion { get; init; }

        public required string RecordHash { get; init; }

        public required ImmutableArray<ManifestReport> Reports { get; init; }

        public static Manifest Of(Draft draft, PeriodMaterial material, int recordVersion) => new()
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
            TemplateHash = Hash(RecordJson.Bytes(material.Template)),
            RecordVersion = recordVersion,
            RecordHash = Hash(RecordJson.Bytes(material.Record)),
            Reports =
            [
                .. material.Initiatives.Select(i => new ManifestReport(
                    i.Initiative.Id, i.Report is null ? null : Hash(RecordJson.Bytes(i.Report)), i.Report?.SubmittedAt)),
            ],
        };

        private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
    }

    private sealed record ManifestReport(
        string Initiative,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Sha256,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateTimeOffset? SubmittedAt);
}
