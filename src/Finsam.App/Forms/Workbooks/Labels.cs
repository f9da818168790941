namespace Finsam.App.Forms.Workbooks;

/// <summary>When two labels are the same to whoever reads them.</summary>
internal static class Labels
{
    /// <summary>The label without what cannot be seen: how many spaces, and capitals. Signs count: "under 25" may stand as "&lt; 25".</summary>
    public static string Key(string label) => string.Join(' ', label.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();

    /// <summary>True when they are the same.</summary>
    public static bool Same(string one, string other) => Key(one) == Key(other);
}
