namespace Finsam.Documents.Pdf.Layout;

/// <summary>An element of the document's structure, by which a screen reader finds its way (ISO 32000-1, 14.8.4).</summary>
/// <param name="Name">The standard name, e.g. H1.</param>
/// <param name="Scope">For a table's header cell: Row or Column.</param>
internal sealed record Tag(string Name, string? Scope = null)
{
    public static readonly Tag Paragraph = new("P");
    public static readonly Tag List = new("L");
    public static readonly Tag Item = new("LI");
    public static readonly Tag Label = new("Lbl");
    public static readonly Tag ItemBody = new("LBody");
    public static readonly Tag Table = new("Table");
    public static readonly Tag Caption = new("Caption");
    public static readonly Tag Head = new("THead");
    public static readonly Tag Body = new("TBody");
    public static readonly Tag Row = new("TR");
    public static readonly Tag Cell = new("TD");
    public static readonly Tag ColumnHeader = new("TH", "Column");
    public static readonly Tag RowHeader = new("TH", "Row");

    /// <summary>A heading's element.</summary>
    public static Tag Heading(int level) => new($"H{level}");
}
