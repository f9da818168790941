using System.Collections.Concurrent;
using Finsam.App.Records;
using Finsam.App.Setup;
using Finsam.Documents.Word;
using Finsam.Domain.Drafts.Changes;

namespace Finsam.App.Drafts;

/// <summary>The files of a draft: those that were compiled, and the PDF, which is made of the Word file the first time somebody asks for it.</summary>
public sealed class DraftFiles(IDraftStore drafts, IRecordStore records, IPdfConversion pdf)
{
    /// <summary>What a Word file is.</summary>
    public const string WordMediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>What an Excel file is.</summary>
    public const string ExcelMediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The manifest's name beside the draft.</summary>
    public const string Manifest = "manifest.json";

    /// <summary>The preview's address beside the draft.</summary>
    public const string Preview = "forhandsgranskning";

    /// <summary>The preview's name in storage: a piece of a page, and no page.</summary>
    public const string PreviewBlob = "preview.html";

    /// <summary>What has changed since an earlier version: its address beside the draft.</summary>
    public const string Changes = "andrat";

    /// <summary>The figures' name in storage, which a later version is compared with.</summary>
    public const string Figures = "figures.json";

    private const string PdfMediaType = "application/pdf";

    // The platform answers by itself, in English, after 230 seconds.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(200);

    private readonly ConcurrentDictionary<(DraftKey Draft, string? Run), Lazy<Task<DraftFile?>>> _making = new();

    /// <summary>The Excel file's name beside the Word file's.</summary>
    public static string Excel(string word) => Path.ChangeExtension(word, ".xlsx");

    /// <summary>The PDF's name beside the Word file's.</summary>
    public static string Pdf(string word) => Path.ChangeExtension(word, ".pdf");

    /// <summary>True for a file that a draft has, or would have if it were compiled today.</summary>
    public static bool IsName(Draft draft, string file) => draft.File is { } word && (file == word || file == Excel(word) || file == Manifest || file == Pdf(word));

    /// <summary>One of a draft's files; null when it has none of that name.</summary>
    /// <exception cref="PdfFailedException">The PDF could not be made just now.</exception>
    public async Task<DraftFile?> FindAsync(Draft draft, string file, CancellationToken cancellation) => draft.File is not { } word ? null
        : file == word ? await StoredAsync(draft, file, WordMediaType, cancellation)
        : file == Excel(word) ? await StoredAsync(draft, file, ExcelMediaType, cancellation)
        : file == Manifest ? await StoredAsync(draft, file, "application/json", cancellation)
        : file == Pdf(word) ? await PdfAsync(draft, word, cancellation)
        : null;

    /// <summary>The draft as a piece of a page; null when it has none.</summary>
    public async Task<string?> PreviewAsync(Draft draft, CancellationToken cancellation) =>
        await drafts.ReadAsync(draft, PreviewBlob, cancellation) is { } content ? System.Text.Encoding.UTF8.GetString(content) : null;

    /// <summary>The draft's figures; null for one that was compiled before they were kept.</summary>
    public async Task<DraftFigures?> FiguresAsync(Draft draft, CancellationToken cancellation) =>
        await drafts.ReadAsync(draft, Figures, cancellation) is { } content ? RecordJson.Read<DraftFigures>(content) : null;

    private async Task<DraftFile?> StoredAsync(Draft draft, string file, string mediaType, CancellationToken cancellation) =>
        await drafts.ReadAsync(draft, file, cancellation) is { } content ? new DraftFile(file, mediaType, content) : null;

    // Kept, since making it takes seconds. It is of the Word file, which never changes.
    private async Task<DraftFile?> PdfAsync(Draft draft, string word, CancellationToken cancellation)
    {
        if (await StoredAsync(draft, Pdf(word), PdfMediaType, cancellation) is { } kept)
        {
            return kept;
        }

        // Whoever clicks again while it is being made waits for the same one. So it goes on when the one who clicked first has gone away.
        var making = _making.GetOrAdd((draft.Key, draft.Run), key => new Lazy<Task<DraftFile?>>(() => Task.Run(() => MakePdfAsync(key, draft, word), CancellationToken.None)));
        try
        {
            return await making.Value.WaitAsync(Patience, cancellation);
        }
        catch (TimeoutException e)
        {
            throw new PdfFailedException(DraftsTexts.PdfTakesLong, e);
        }
    }

    private async Task<DraftFile?> MakePdfAsync((DraftKey Draft, string? Run) key, Draft draft, string word)
    {
        try
        {
            var file = Pdf(word);
            if (await StoredAsync(draft, file, PdfMediaType, CancellationToken.None) is { } kept)
            {
                return kept;
            }

            if (await records.FindAsync(draft.Key.Period.Association, CancellationToken.None) is not { Record.Association: var association }
                || await drafts.ReadAsync(draft, word, CancellationToken.None) is not { } content)
            {
                return null;
            }

            if (pdf.Unavailable(association) is { } reason)
            {
                throw new PdfFailedException(reason);
            }

            var made = await pdf.ConvertAsync(association, PrintedContents.Of(content), CancellationToken.None);
            await drafts.WriteAsync(draft, file, PdfMediaType, made, CancellationToken.None);
            return new DraftFile(file, PdfMediaType, made);
        }
        finally
        {
            _making.TryRemove(key, out _);
        }
    }
}

/// <summary>A file to fetch.</summary>
/// <param name="Name">Its name.</param>
/// <param name="MediaType">What it is.</param>
/// <param name="Content">The file.</param>
public sealed record DraftFile(string Name, string MediaType, byte[] Content);
