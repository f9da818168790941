using System.Globalization;
using Finsam.Domain.Initiatives;

namespace Finsam.Domain.Templates;

/// <summary>Files that go with the report: a final report's evaluation, a picture.</summary>
public sealed record AttachmentBlock : Block
{
    /// <summary>How many files there may be, 1 to 10.</summary>
    public int Most { get; init; } = 5;

    /// <summary>Sending stops while there is none.</summary>
    public bool Required { get; init; }

    /// <summary>The key of a file; they count from 1.</summary>
    public string KeyOf(int number) => $"{Id}.{number}";

    /// <inheritdoc/>
    public override IEnumerable<Field> OwnFields(Initiative initiative) => Enumerable.Range(1, Most).Select(number =>
        new Field(KeyOf(number), FieldKind.File, string.Format(CultureInfo.InvariantCulture, TemplateTexts.Attachment, Label, number))
        {
            Required = Required && number == 1,
        });
}
