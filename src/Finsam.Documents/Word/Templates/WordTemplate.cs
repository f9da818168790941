namespace Finsam.Documents.Word.Templates;

/// <summary>An association's own Word template, seen to be one that a draft can be written in: its styles, theme, page, headers with the logo, and front page.</summary>
public sealed class WordTemplate
{
    internal WordTemplate(byte[] content) => Content = content;

    internal byte[] Content { get; }

    /// <summary>Reads a template, or says in Swedish why it cannot be used.</summary>
    /// <param name="file">The file as it was sent.</param>
    public static WordTemplateReading Read(byte[] file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return TemplateChecks.Fault(file) is { } fault
            ? new WordTemplateReading(null, fault)
            : new WordTemplateReading(new WordTemplate(file), null);
    }
}

/// <summary>What came of reading a template: one of the two.</summary>
/// <param name="Template">The template.</param>
/// <param name="Refusal">Why it is refused, in Swedish for the chef.</param>
public sealed record WordTemplateReading(WordTemplate? Template, string? Refusal);
