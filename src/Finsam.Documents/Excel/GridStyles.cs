using System.Globalization;
using Finsam.Documents.Word;

namespace Finsam.Documents.Excel;

/// <summary>The formats of a form's cells: each kind has one, and one for text that could be taken for a formula.</summary>
internal static class GridStyles
{
    private const int General = 0;
    private const int TextFormat = 49;
    private const int AmountFormat = 164;
    private const int DateFormat = 165;

    private static readonly Look[] Looks =
    [
        new(General, Font.Plain, Fill.Ground),
        new(TextFormat, Font.Title, Fill.Ground),
        new(TextFormat, Font.Bold, Fill.Ground),
        new(TextFormat, Font.Plain, Fill.Ground, Wraps: true),
        new(TextFormat, Font.Quiet, Fill.Ground, Wraps: true),
        new(TextFormat, Font.Quiet, Fill.Ground, Wraps: true, IsIndented: true),
        new(TextFormat, Font.Bold, Fill.Head, HasEdge: true, Wraps: true),
        new(TextFormat, Font.Plain, Fill.Head, HasEdge: true, Wraps: true),
        new(General, Font.Bold, Fill.Head, HasEdge: true),
        new(TextFormat, Font.Plain, Fill.Paper, HasEdge: true, Wraps: true, IsFilledIn: true),
        new(General, Font.Plain, Fill.Paper, HasEdge: true, Wraps: true, IsFilledIn: true),
        new(AmountFormat, Font.Plain, Fill.Paper, HasEdge: true, Wraps: true, IsFilledIn: true),
        new(DateFormat, Font.Plain, Fill.Paper, HasEdge: true, Wraps: true, IsFilledIn: true),
    ];

    private enum Font
    {
        Plain,
        Bold,
        Title,
        Quiet,
    }

    // The first two are Excel's own.
    private enum Fill
    {
        Ground = 2,
        Head,
        Paper,
    }

    /// <summary>The style sheet as XML.</summary>
    public static string Xml { get; } = string.Create(
        CultureInfo.InvariantCulture,
        $"""
        <styleSheet xmlns="{Spreadsheet.Main}">
        <numFmts count="2"><numFmt numFmtId="{AmountFormat}" formatCode="#,##0;-#,##0"/><numFmt numFmtId="{DateFormat}" formatCode="yyyy-mm-dd"/></numFmts>
        <fonts count="4">{FontXml("", 11, Palette.Ink)}{FontXml("<b/>", 11, Palette.Ink)}{FontXml("<b/>", 15, Palette.Ink)}{FontXml("", 11, Palette.Quiet)}</fonts>
        <fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>
        {FillXml(Palette.LabelTint)}{FillXml(Palette.HeadTint)}{FillXml(Palette.Paper)}</fills>
        <borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>
        <border>{Edge("left")}{Edge("right")}{Edge("top")}{Edge("bottom")}<diagonal/></border></borders>
        <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
        <cellXfs count="{1 + (2 * Looks.Length)}">
        <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
        {string.Join('\n', Looks.Select(look => Format(look, "") + Format(look, " quotePrefix=\"1\"")))}
        </cellXfs>
        <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
        <dxfs count="0"/>
        <tableStyles count="0" defaultTableStyle="TableStyleLight1" defaultPivotStyle="PivotStyleLight16"/>
        </styleSheet>
        """);

    /// <summary>The format of a value in a cell of that kind.</summary>
    public static int Of(CellValue value, GridStyle style) =>
        1 + (2 * (int)style) + (value is CellValue.Text { Value: var text } && CellStyles.IsLikeFormula(text) ? 1 : 0);

    /// <summary>True for a cell whose text goes on to a new line where it does not fit.</summary>
    public static bool Wraps(GridStyle style) => Looks[(int)style].Wraps;

    private static string FontXml(string weight, int size, string colour) =>
        FormattableString.Invariant($"""<font>{weight}<sz val="{size}"/><color rgb="FF{colour}"/><name val="{Styles.Font}"/><family val="2"/></font>""");

    private static string FillXml(string colour) =>
        $"""<fill><patternFill patternType="solid"><fgColor rgb="FF{colour}"/><bgColor indexed="64"/></patternFill></fill>""";

    private static string Edge(string side) => $"""<{side} style="thin"><color rgb="FF{Palette.Line}"/></{side}>""";

    private static string Format(Look look, string quote) => FormattableString.Invariant(
        $"""<xf numFmtId="{look.Number}" fontId="{(int)look.Font}" fillId="{(int)look.Fill}" borderId="{(look.HasEdge ? 1 : 0)}" xfId="0"{quote} applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1"><alignment vertical="top"{(look.Wraps ? " wrapText=\"1\"" : "")}{(look.IsIndented ? " horizontal=\"left\" indent=\"1\"" : "")}/><protection locked="{(look.IsFilledIn ? 0 : 1)}"/></xf>""");

    private sealed record Look(int Number, Font Font, Fill Fill, bool HasEdge = false, bool Wraps = false, bool IsFilledIn = false, bool IsIndented = false);
}
