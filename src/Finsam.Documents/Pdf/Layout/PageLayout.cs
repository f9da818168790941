namespace Finsam.Documents.Pdf.Layout;

/// <summary>A4 and its margins, in points from the upper left corner.</summary>
internal static class PageLayout
{
    public const double Millimetre = 72 / 25.4;
    public const double Width = 210 * Millimetre;
    public const double Height = 297 * Millimetre;
    public const double Left = 20 * Millimetre;
    public const double Right = Width - Left;
    public const double TextWidth = Right - Left;
    public const double Top = 25 * Millimetre;

    /// <summary>Where the text ends above a footer of one line.</summary>
    public const double Bottom = Height - (22 * Millimetre);

    public const double HeaderTop = 12.5 * Millimetre;
    public const double FooterLine = Height - (17.5 * Millimetre);
}
