using Finsam.Browser.Tests.Browsers;

namespace Finsam.Browser.Tests.Checks;

/// <summary>What every page has, and what none has.</summary>
public static class DocumentChecks
{
    private const string Read = """
        () => ({
          language: document.documentElement.lang,
          title: document.title.trim(),
          headings: [...document.querySelectorAll('h1')].map(h => h.innerText.trim()),
        })
        """;

    /// <summary>The page says that it is in Swedish (3.1.1), has a title (2.4.2) and one h1 with words in it.</summary>
    public static async Task IsASwedishDocumentAsync(this Visit visit)
    {
        var page = await visit.AskAsync<Document>(Read);
        Findings.None(visit, "dokumentet", [
            .. page.Language == "sv" ? Array.Empty<string>() : [$"html lang is \"{page.Language}\""],
            .. page.Title.Length > 0 ? Array.Empty<string>() : ["the title is empty"],
            .. page.Headings is [{ Length: > 0 }] ? Array.Empty<string>() : [$"{page.Headings.Length} h1: {string.Join(" | ", page.Headings)}"],
        ]);
    }

    /// <summary>The console has no error: no script that failed, nothing that the content security policy stopped.</summary>
    public static Task HasAQuietConsoleAsync(this Visit visit)
    {
        Findings.None(visit, "konsolen", visit.Complaints);
        return Task.CompletedTask;
    }

    private sealed record Document(string Language, string Title, string[] Headings);
}
