using System.Globalization;
using Finsam.Documents.Word;

namespace Finsam.Documents.Excel;

/// <summary>The formats of the cells. Each column has one for its own values, one for text and one for text that could be taken for a formula.</summary>
internal static class CellStyles
{
    /// <summary>A number where the column's format would make something else of it.</summary>
    public const int Plain = 1;

    /// <summary>A header.</summary>
    public const int Header = 2;

    /// <summary>A header that could be taken for a formula.</summary>
    public const int QuotedHeader = 3;

    private const int AmountFormat = 164;
    private const int DateFormat = 165;
    private const int PerColumnFormat = 3;
    private const int FirstColumnFormat = 4;

    // The numbers that Excel has for "General", "0" and "@".
    private const int GeneralFormat = 0;
    private const int WholeFormat = 1;
    private const int TextFormat = 49;

    // "This is text": Excel shows an apostrophe before it when the cell is edited, and never reads it as a formula.
    private const string Quoted = " quotePrefix=\"1\"";

    // As a document prints them: with groups of thousands, and as per cent, with no decimals, one and two.
    private const int FirstPrintedFormat = 166;

    private static readonly string[] PrintedFormats = ["#,##0;-#,##0", "#,##0.0;-#,##0.0", "#,##0.00;-#,##0.00", "0%;-0%", "0.0%;-0.0%", "0.00%;-0.00%"];

    private static readonly int[] NumberFormats = [TextFormat, WholeFormat, AmountFormat, GeneralFormat, DateFormat];

    private const int PrintedDecimals = 3;

    private static int FirstPrinted => FirstColumnFormat + (PerColumnFormat * NumberFormats.Length);

    /// <summary>The style sheet as XML.</summary>
    public static string Xml { get; } = string.Create(
        CultureInfo.InvariantCulture,
        $"""
        <styleSheet xmlns="{Spreadsheet.Main}">
        <numFmts count="{2 + PrintedFormats.Length}"><numFmt numFmtId="{AmountFormat}" formatCode="#,##0;-#,##0"/><numFmt numFmtId="{DateFormat}" formatCode="yyyy-mm-dd"/>{string.Concat(PrintedFormats.Select((code, i) => FormattableString.Invariant($"""<numFmt numFmtId="{FirstPrintedFormat + i}" formatCode="{code}"/>""")))}</numFmts>
        <fonts count="2">
        <font><sz val="11"/><color rgb="FF{Palette.Ink}"/><name val="{Styles.Font}"/><family val="2"/></font>
        <font><b/><sz val="11"/><color rgb="FF{Palette.Ink}"/><name val="{Styles.Font}"/><family val="2"/></font>
        </fonts>
        <fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>
        <fill><patternFill patternType="solid"><fgColor rgb="FF{Palette.HeadTint}"/><bgColor indexed="64"/></patternFill></fill></fills>
        <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
        <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
        <cellXfs count="{FirstPrinted + PrintedFormats.Length}">
        <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
        {Format(GeneralFormat, "")}
        {HeaderFormat("")}{HeaderFormat(Quoted)}
        {string.Join('\n', NumberFormats.Select(format => Format(format, "") + Format(format, "", wrap: true) + Format(format, Quoted, wrap: true)))}
        {string.Concat(PrintedFormats.Select((_, i) => Format(FirstPrintedFormat + i, "")))}
        </cellXfs>
        <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
        <dxfs count="0"/>
        <tableStyles count="0" defaultTableStyle="TableStyleLight1" defaultPivotStyle="PivotStyleLight16"/>
        </styleSheet>
        """);

    /// <summary>The column's own: for its values, its blank cells and what a person types below.</summary>
    public static int Column(ColumnFormat format) => FirstColumnFormat + (PerColumnFormat * (int)format);

    /// <summary>Whether a program that opens the file, or a CSV made of it, could take the text for a formula. An apostrophe would be taken for the sign
    /// that text follows.</summary>
    public static bool IsLikeFormula(string text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\'', ..];

    /// <summary>The format of a value in such a column.</summary>
    public static int Of(CellValue value, ColumnFormat format) => value switch
    {
        CellValue.Text { Value: var text } when IsLikeFormula(text) => Column(format) + 2,
        CellValue.Text => Column(format) + 1,
        CellValue.Number when format is ColumnFormat.Text or ColumnFormat.Date => Plain,
        CellValue.Printed { Decimals: var decimals, IsShare: var share } => FirstPrinted + (share ? PrintedDecimals : 0) + Math.Clamp(decimals, 0, PrintedDecimals - 1),
        CellValue.Date => Column(ColumnFormat.Date),
        _ => Column(format),
    };

    private static string Format(int number, string quote, bool wrap = false) =>
        FormattableString.Invariant($"""<xf numFmtId="{number}" fontId="0" fillId="0" borderId="0" xfId="0"{quote} applyNumberFormat="1" applyAlignment="1">{Alignment(wrap || number == TextFormat)}</xf>""");

    private static string HeaderFormat(string quote) =>
        FormattableString.Invariant($"""<xf numFmtId="{TextFormat}" fontId="1" fillId="2" borderId="0" xfId="0"{quote} applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1">{Alignment(wrap: true)}</xf>""");

    private static string Alignment(bool wrap) => wrap ? """<alignment vertical="top" wrapText="1"/>""" : """<alignment vertical="top"/>""";
}
