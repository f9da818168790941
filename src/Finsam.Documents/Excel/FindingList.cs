using System.Collections.Immutable;
using System.Globalization;

namespace Finsam.Documents.Excel;

/// <summary>What has been found wrong so far. It ends after a thousand, so that a file made of faults does not fill the memory.</summary>
internal sealed class FindingList
{
    /// <summary>The most findings one reads; more help nobody.</summary>
    public const int Most = 1000;

    private const int LongestQuote = 100;

    private readonly ImmutableArray<CellFinding>.Builder _findings = ImmutableArray.CreateBuilder<CellFinding>();
    private bool _isOver;

    public void Error(string? sheet, string? cell, string format, params ReadOnlySpan<object?> values) => Add(sheet, cell, format, values, isWarning: false);

    public void Warning(string? sheet, string? cell, string format, params ReadOnlySpan<object?> values) => Add(sheet, cell, format, values, isWarning: true);

    /// <summary>The reading ends here; said however much has been found before.</summary>
    public void Last(string message) => _findings.Add(new CellFinding(null, null, message));

    /// <summary>How much has been found, said or not.</summary>
    public int Count { get; private set; }

    public ImmutableArray<CellFinding> ToImmutable() => _findings.ToImmutable();

    /// <summary>What stands in a cell, cut to what has room in a sentence.</summary>
    public static string Quote(string text) => XmlText.Shortened(text, LongestQuote);

    private void Add(string? sheet, string? cell, string format, ReadOnlySpan<object?> values, bool isWarning)
    {
        Count++;
        if (_findings.Count < Most)
        {
            _findings.Add(new CellFinding(sheet, cell, string.Format(CultureInfo.GetCultureInfo("sv-SE"), format, values), isWarning));
        }
        else if (!_isOver)
        {
            _isOver = true;
            _findings.Add(new CellFinding(null, null, string.Format(CultureInfo.InvariantCulture, ExcelTexts.TooManyFindings, Most)));
        }
    }
}
