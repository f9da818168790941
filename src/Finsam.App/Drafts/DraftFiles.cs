using Finsam.App.Setup;
using Finsam.Documents.Word;
using Finsam.Domain.Drafts.Changes;

namespace Finsam.App.Drafts;

/// <summary>The files of a draft: those that were compiled, and the PDF, which is made of the Word file the first time somebody asks for it.</summary>
public sealed class DraftFiles(IDraftStore drafts, IPdfConversion pdf)
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

    /// <summary>The Excel file's name beside the Word file's.</summary>
    public static string Excel(string word) => Path.ChangeExtension(word, ".xlsx");

    /// <summary>The PDF's name beside the Word file's.</summary>
    public static string Pdf(string word) => Path.ChangeExtension(word, ".pdf");

    /// <summary>One of a draft's files; null when it has none of that name.</summary>
    public async Task<DraftFile?> FindAsync(Draft draft, string file, CancellationToken cancellation) => draft.File is not { } word ? null
        : file == word ? await StoredAsync(draft, file, WordMediaType, cancellation)
        : file == Excel(word) ? await StoredAsync(draft, file, ExcelMediaType, cancellation)
        : file == Manifest ? await StoredAsync(draft, file, "application/json", cancellation)
        : file == Pdf(word) ? await PdfAsync(draft, word, cancellation)
        : null;

    /// <summary>The draft as a piece of a page; null when it has none.</summary>
    public async Task<string?> PreviewAsync(Draft draft, CancellationToken cancellation) =>
        await drafts.ReadAsync(draft.Key, PreviewBlob, cancellation) is { } content ? System.Text.Encoding.UTF8.GetString(content) : null;

    /// <summary>The draft's figures; null for one that was compiled before they were kept.</summary>
    public async Task<DraftFigures?> FiguresAsync(Draft draft, CancellationToken cancellation) =>
        await drafts.ReadAsync(draft.Key, Figures, cancellation) is { } content ? RecordJson.Read<DraftFigures>(content) : null;

    private async Task<DraftFile?> StoredAsync(Draft draft, string file, string mediaType, CancellationToken cancellation) =>
        await drafts.ReadAsync(draft.Key, file, cancellation) is { } content ? new DraftFile(file, mediaType, content) : null;

    // Kept, since making it takes seconds. It is of the Word file, which never changes.
    private async Task<DraftFile?> PdfAsync(Draft draft, string word, CancellationToken cancellation)
    {
        const string mediaType = "application/pdf";
        var file = Pdf(word);
        if (await StoredAsync(draft, file, mediaType, cancellation) is { } kept)
        {
            return kept;
        }

        if (pdf.Unavailable is not null
            || await drafts.ReadAsync(draft.Key, word, cancellation) is not { } content
            || await pdf.ConvertAsync(PrintedContents.Of(content), cancellation) is not { } made)
        {
            return null;
        }

        await drafts.WriteAsync(draft.Key, file, mediaType, made, cancellation);
        return new DraftFile(file, mediaType, made);
    }
}

/// <summary>A file to fetch.</summary>
/// <param name="Name">Its name.</param>
/// <param name="MediaType">What it is.</param>
/// <param name="Content">The file.</param>
public sealed record DraftFile(string Name, string MediaType, byte[] Content);
