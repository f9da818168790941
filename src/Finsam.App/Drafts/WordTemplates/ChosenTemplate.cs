using Finsam.Documents.Word.Templates;

namespace Finsam.App.Drafts.WordTemplates;

/// <summary>Finds the template that an association's drafts are written in.</summary>
public sealed class ChosenTemplate(IWordTemplateStore templates)
{
    /// <summary>The choice that held at an instant; null when drafts had our own look.</summary>
    public async Task<WordTemplateChoice?> FindAsync(string association, DateTimeOffset at, CancellationToken cancellation) =>
        (await templates.ListAsync(association, cancellation)).LastOrDefault(c => c.At <= at) is { Sha256: not null } chosen ? chosen : null;

    /// <summary>The template of a choice.</summary>
    public async Task<WordTemplate?> ReadAsync(string association, WordTemplateChoice? choice, CancellationToken cancellation) => choice?.Sha256 is not { } hash
        ? null
        : WordTemplate.Read(await templates.ReadAsync(association, hash, cancellation)).Template
            ?? throw new InvalidOperationException($"The template {hash} was taken in and can be read no more.");
}
