namespace Finsam.Documents.Word;

/// <summary>The page: A4 standing, 2.5 cm on all sides. Word counts in twentieths of a point ("twips"; 567 to the centimetre).</summary>
internal static class PageLayout
{
    public const int Width = 11906;
    public const int Height = 16838;
    public const int Margin = 1417;
    public const int HeaderDistance = 709;
    public const int TextWidth = Width - (2 * Margin);
    public const int TextHeight = Height - (2 * Margin);

    public const double TwipsPerPoint = 20;
    public const double TextWidthInPoints = TextWidth / TwipsPerPoint;
    public const double TextHeightInPoints = TextHeight / TwipsPerPoint;
}
