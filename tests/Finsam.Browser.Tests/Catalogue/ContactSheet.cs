using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using Finsam.Browser.Tests.Browsers;
using Finsam.Testing;

namespace Finsam.Browser.Tests.Catalogue;

/// <summary>Pictures of the pages, when the environment variable FINSAM_SCREENSHOTS names a folder for them.</summary>
public sealed class ContactSheet : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, string> _pictures = new(StringComparer.Ordinal);

    private static string? Folder => Environment.GetEnvironmentVariable("FINSAM_SCREENSHOTS") is { Length: > 0 } folder ? Repository.PathOf(folder) : null;

    /// <summary>Takes the page's picture.</summary>
    public async Task TakeAsync(Visit visit, PageState state)
    {
        if (Folder is not { } folder)
        {
            return;
        }

        var file = string.Create(CultureInfo.InvariantCulture, $"{PageStates.NumberOf(state):00}-{Slug(state.Name)}-{visit.Page.ViewportSize?.Width}.png");
        await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(Directory.CreateDirectory(folder).FullName, file), FullPage = true });
        _pictures[file] = state.Name;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Folder is not { } folder || _pictures.IsEmpty)
        {
            return;
        }

        var html = new StringBuilder("""
            <!DOCTYPE html>
            <html lang="sv">
            <meta charset="utf-8">
            <title>Alla sidor</title>
            <style>
              body { font-family: sans-serif; margin: 1rem; }
              section { display: inline-block; vertical-align: top; margin: 0 2rem 2rem 0; }
              h2 { font-size: 1rem; }
              img { border: 1px solid #999; vertical-align: top; margin-right: .5rem; }
            </style>
            <h1>Alla sidor</h1>

            """);
        foreach (var state in _pictures.GroupBy(p => p.Value, p => p.Key).OrderBy(g => g.Order(StringComparer.Ordinal).First(), StringComparer.Ordinal))
        {
            html.Append(CultureInfo.InvariantCulture, $"<section><h2>{WebUtility.HtmlEncode(state.Key)}</h2>");
            foreach (var file in state.Order(StringComparer.Ordinal))
            {
                html.Append(CultureInfo.InvariantCulture, $"<a href=\"{file}\"><img src=\"{file}\" alt=\"{file}\" width=\"{(file.EndsWith("-320.png", StringComparison.Ordinal) ? 160 : 400)}\" loading=\"lazy\"></a>");
            }

            html.AppendLine("</section>");
        }

        await File.WriteAllTextAsync(Path.Combine(folder, "index.html"), html.ToString());
    }

    private static string Slug(string name) =>
        string.Concat(name.ToLowerInvariant().Normalize(NormalizationForm.FormD)
            .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            .Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Replace("--", "-", StringComparison.Ordinal).Trim('-');
}
