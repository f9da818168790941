namespace Finsam.Documents.Word;

/// <summary>The styles' ids, as the paragraphs name them. Word shows its own styles by their Swedish names (Heading1 is "Rubrik 1").</summary>
internal static class StyleIds
{
    public const string Normal = "Normal";
    public const string FrontAssociation = "FrontAssociation";
    public const string Title = "Title";
    public const string Subtitle = "Subtitle";
    public const string ContentsHeading = "TOCHeading";
    public const string Caption = "Caption";
    public const string Notice = "Notice";
    public const string TableNote = "TableNote";
    public const string ListBullet = "ListBullet";
    public const string ListNumber = "ListNumber";
    public const string Header = "Header";
    public const string Footer = "Footer";
    public const string TableHead = "TableHead";
    public const string TableText = "TableText";
    public const string TableFigure = "TableFigure";
    public const string TableNumber = "TableNumber";
    public const string TableGrid = "FinsamTable";
    public const string FormSheet = "FinsamFormSheet";
    public const string Strong = "Strong";
    public const string Quiet = "Quiet";
    public const string FootnoteText = "FootnoteText";
    public const string FootnoteReference = "FootnoteReference";
    public const string SectionEnd = "SectionEnd";

    public static string Heading(int level, bool numbered) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(numbered ? "Heading" : "HeadingUnnumbered")}{level}");

    public static string Contents(int level) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"TOC{level}");
}
