using Finsam.Domain.Drafts;

namespace Finsam.Documents.Word;

/// <summary>A page and its margins, in twentieths of a point.</summary>
internal sealed record PageFrame(int Width, int Height, int Top, int Right, int Bottom, int Left, int HeaderDistance, int FooterDistance)
{
    private const int EmusPerTwip = 635;

    /// <summary>A4 standing.</summary>
    public static PageFrame Standing { get; } = new(
        PageLayout.Width, PageLayout.Height, PageLayout.Margin, PageLayout.Margin, PageLayout.Margin, PageLayout.Margin, PageLayout.HeaderDistance, PageLayout.HeaderDistance);

    /// <summary>A4 lying.</summary>
    public static PageFrame Lying { get; } = Standing.Turned();

    public int TextWidth => Width - Left - Right;

    public int TextHeight => Height - Top - Bottom;

    public bool IsLandscape => Width > Height;

    public double TextWidthInPoints => TextWidth / PageLayout.TwipsPerPoint;

    public double TextHeightInPoints => TextHeight / PageLayout.TwipsPerPoint;

    /// <summary>The text's width as drawings count it.</summary>
    public long TextWidthInEmus => (long)TextWidth * EmusPerTwip;

    /// <summary>The page that a table stands on, when the association has no template of its own.</summary>
    public static PageFrame Of(DraftPart.Table table) => table.IsLandscape ? Lying : Standing;

    /// <summary>The page lying: what was to the left is at the bottom.</summary>
    public PageFrame Turned() => this with { Width = Height, Height = Width, Top = Left, Right = Top, Bottom = Right, Left = Bottom };
}
