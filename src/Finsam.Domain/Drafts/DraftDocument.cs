using System.Collections.Immutable;

namespace Finsam.Domain.Drafts;

/// <summary>What a draft says, before anything is known of Word, Excel or PDF: parts in reading order, each figure bound to its source.</summary>
public sealed record DraftDocument
{
    /// <summary>The document's title, e.g. "Årsredovisning 2023".</summary>
    public required string Title { get; init; }

    /// <summary>The association's name as printed on the front page.</summary>
    public required string AssociationName { get; init; }

    /// <summary>The line below the title: the draft's version and state, e.g. "Utkast version 2, 2024-02-06".</summary>
    public required string Subtitle { get; init; }

    /// <summary>The parts in reading order.</summary>
    public required ImmutableArray<DraftPart> Parts { get; init; }
}

/// <summary>One part of a draft. The family is closed: a writer meets every case.</summary>
public abstract record DraftPart
{
    private DraftPart()
    {
    }

    /// <summary>A heading, level 1 to 4. Word numbers it when <paramref name="Numbered"/> is true.</summary>
    public sealed record Heading(int Level, string Text, bool Numbered = true) : DraftPart;

    /// <summary>A paragraph of runs. Emphasis carries no meaning of its own.</summary>
    public sealed record Paragraph(ImmutableArray<Inline> Inlines, ParagraphKind Kind = ParagraphKind.Body) : DraftPart
    {
        /// <summary>A paragraph of plain text.</summary>
        public static Paragraph Of(string text, ParagraphKind kind = ParagraphKind.Body) =>
            new([new Inline.Text(text)], kind);
    }

    /// <summary>A list; numbered when the order means something (goals and their results). Each item is a row of runs, so that a figure in it has a source.</summary>
    public sealed record List(ImmutableArray<ImmutableArray<Inline>> Items, bool Numbered = false) : DraftPart
    {
        /// <summary>A list of plain texts.</summary>
        public static List Of(IEnumerable<string> texts, bool numbered = false) =>
            new([.. texts.Select(text => ImmutableArray.Create<Inline>(new Inline.Text(text)))], numbered);
    }

    /// <summary>A table. <paramref name="Id"/> is stable over versions and names the table in the manifest.</summary>
    public sealed record Table(
        string Id,
        string Caption,
        ImmutableArray<TableColumn> Columns,
        ImmutableArray<TableRow> Rows,
        ImmutableArray<string> Notes) : DraftPart
    {
        /// <summary>True when the first row of <see cref="Columns"/> is to be printed; a form sheet (label, value) has no column heads.</summary>
        public bool ShowHeader { get; init; } = true;

        /// <summary>True when the table is to stand on landscape pages of its own.</summary>
        public bool Landscape { get; init; }

        /// <summary>True when the table stands on landscape pages: it was asked for, or it has more columns, or longer words in their heads, than a
        /// standing page has room for.</summary>
        public bool IsLandscape => Landscape || Columns.Length > MostStandingColumns || (ShowHeader && Columns.Sum(c => LongestWord(c.Header) + AirInLetters) > MostStandingLetters);

        /// <summary>How many columns a standing page has room for: with nine, an amount of five figures still has its own line.</summary>
        public const int MostStandingColumns = 9;

        // As many letters as a line of strong type has, where each column has the air of two.
        private const int MostStandingLetters = 90;
        private const int AirInLetters = 2;

        private static int LongestWord(string text) => text.Split([' ', '\n', '/']).Max(word => word.Length);
    }

    /// <summary>A chart. What it shows stands in words in <paramref name="AltText"/>, and its figures as a table in whatever is written of it.</summary>
    /// <param name="Id">Stable over versions; no table of the draft has it.</param>
    /// <param name="Caption">What the chart shows, as printed at it.</param>
    /// <param name="Kind">How it is drawn.</param>
    /// <param name="Categories">What stands along its axis, or its slices.</param>
    /// <param name="Series">The series, each with one point for each category; a pie has one.</param>
    /// <param name="Unit">What the figures count ("tkr", "personer").</param>
    /// <param name="AltText">What the chart says, for whoever does not see it.</param>
    /// <param name="Notes">Lines below it.</param>
    public sealed record Chart(
        string Id,
        string Caption,
        ChartKind Kind,
        ImmutableArray<string> Categories,
        ImmutableArray<ChartSeries> Series,
        string Unit,
        string AltText,
        ImmutableArray<string> Notes) : DraftPart;

    /// <summary>What follows starts on a new page.</summary>
    public sealed record PageBreak : DraftPart;
}

/// <summary>How a paragraph is set.</summary>
public enum ParagraphKind
{
    /// <summary>Running text.</summary>
    Body,

    /// <summary>A finding or a lack that the chef must see before the board does; set apart from the text.</summary>
    Notice,

    /// <summary>A small line below a table.</summary>
    Note,
}

/// <summary>A run in a paragraph.</summary>
public abstract record Inline
{
    private Inline()
    {
    }

    /// <summary>Plain text.</summary>
    public sealed record Text(string Value, bool Bold = false) : Inline;

    /// <summary>A figure in running text, printed as <paramref name="Display"/> and traced to <paramref name="Source"/>.</summary>
    public sealed record Figure(string Display, decimal? Value, FigureSource Source) : Inline;

    /// <summary>A note at the foot of the page, marked where it stands among the runs.</summary>
    public sealed record Footnote(string Value) : Inline;
}

/// <summary>How a chart is drawn.</summary>
public enum ChartKind
{
    /// <summary>Standing columns, the series side by side.</summary>
    Columns,

    /// <summary>Standing columns, the series on top of each other.</summary>
    StackedColumns,

    /// <summary>Lying bars, the series below each other: for long names.</summary>
    Bars,

    /// <summary>Lying bars, the series after each other.</summary>
    StackedBars,

    /// <summary>Shares of a whole, of few parts.</summary>
    Pie,

    /// <summary>A line over time.</summary>
    Line,
}

/// <summary>A series of a chart.</summary>
/// <param name="Name">The name, as the legend has it.</param>
/// <param name="Points">One point for each of the chart's categories.</param>
public sealed record ChartSeries(string Name, ImmutableArray<ChartPoint> Points);

/// <summary>A figure of a chart.</summary>
/// <param name="Value">The figure in the chart's unit; null when it is missing, which is not zero.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record ChartPoint(decimal? Value, FigureSource? Source);

/// <summary>A column of a table.</summary>
/// <param name="Header">The head as printed, with its unit ("Utfall 2023, tkr").</param>
/// <param name="Alignment">How its cells are aligned; figures stand to the right.</param>
/// <param name="Width">The column's share of the table's width, relative to the other columns.</param>
public sealed record TableColumn(string Header, Alignment Alignment = Alignment.Left, int Width = 1);

/// <summary>Where a cell's content stands.</summary>
public enum Alignment
{
    /// <summary>Text.</summary>
    Left,

    /// <summary>Figures.</summary>
    Right,
}

/// <summary>A row of a table. The first cell is the row's heading.</summary>
public sealed record TableRow(ImmutableArray<TableCell> Cells, RowKind Kind = RowKind.Normal);

/// <summary>What a row is.</summary>
public enum RowKind
{
    /// <summary>One of the parts.</summary>
    Normal,

    /// <summary>A sum of rows above.</summary>
    Total,

    /// <summary>Stands outside the sum ("Budgeterade ej beviljade medel").</summary>
    Aside,
}

/// <summary>One cell. A cell holds lines of text; a list inside a cell is its lines.</summary>
/// <param name="Text">As printed, already formatted; several lines are split by '\n'.</param>
/// <param name="Value">The exact figure behind the text, in the unit the column says; null for text and for what is missing.</param>
/// <param name="Source">Where the figure comes from; null for plain text.</param>
public sealed record TableCell(string Text, decimal? Value = null, FigureSource? Source = null)
{
    /// <summary>Lines of <see cref="Text"/> are items of a numbered list.</summary>
    public bool Numbered { get; init; }

    /// <summary>A cell of plain text.</summary>
    public static implicit operator TableCell(string text) => new(text);

    /// <summary>A cell of plain text.</summary>
    public static TableCell FromString(string text) => new(text);
}

/// <summary>Where a figure comes from: the answers, record entries and files that were added up, each named by a stable address
/// ("rapport/2023-helar/hofors#ekonomi.utfall", "register/insatser/hofors#beviljat.2023").</summary>
public sealed record FigureSource(ImmutableArray<string> Addresses)
{
    /// <summary>A figure with one source.</summary>
    public static FigureSource Of(string address) => new([address]);

    /// <summary>The sources of a sum.</summary>
    public static FigureSource Sum(IEnumerable<FigureSource?> parts) =>
        new([.. parts.Where(p => p is not null).SelectMany(p => p!.Addresses).Distinct(StringComparer.Ordinal)]);
}
