using System.Text.RegularExpressions;

namespace Finsam.Browser.Tests.Hands;

/// <summary>The form's words by which its links and buttons are found.</summary>
public static partial class FormWords
{
    /// <summary>The link from the form's first page to its first section.</summary>
    public static Regex Begin => BeginWords();

    /// <summary>The button that saves a section and goes to the next.</summary>
    public static Regex Save => SaveWords();

    /// <summary>The button that saves a section and shows it again with more rows.</summary>
    public static Regex More => MoreWords();

    /// <summary>The button that sends the report.</summary>
    public static Regex Send => SendWords();

    /// <summary>The button that sends chosen files in: attachments, or a workbook.</summary>
    public static Regex Upload => UploadWords();

    /// <summary>The button that saves what a workbook changes.</summary>
    public static Regex SaveRead => SaveReadWords();

    [GeneratedRegex("^(Börja fylla i|Fortsätt)")]
    private static partial Regex BeginWords();

    [GeneratedRegex("^Spara och fortsätt")]
    private static partial Regex SaveWords();

    [GeneratedRegex("^Spara( det som går)?$")]
    private static partial Regex SaveReadWords();

    [GeneratedRegex("^Spara och visa fler rader")]
    private static partial Regex MoreWords();

    [GeneratedRegex("^Ladda upp")]
    private static partial Regex UploadWords();

    [GeneratedRegex("^Skicka in rapporten")]
    private static partial Regex SendWords();
}
