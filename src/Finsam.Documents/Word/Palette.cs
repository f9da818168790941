namespace Finsam.Documents.Word;

/// <summary>The colours. Every text colour has a contrast of at least 4.5:1 against every tint (WCAG 1.4.3); a test holds it.</summary>
internal static class Palette
{
    public const string Paper = "FFFFFF";
    public const string Ink = "1F2328";
    public const string Quiet = "4A5560";
    public const string Accent = "1F4E5F";
    public const string Line = "C3CDD4";
    public const string HeadTint = "E4EDF0";
    public const string LabelTint = "F2F6F7";
    public const string NoticeLine = "A8720C";
    public const string NoticeTint = "FBF5E6";
}
