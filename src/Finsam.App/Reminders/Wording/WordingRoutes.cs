namespace Finsam.App.Reminders.Wording;

/// <summary>The addresses of the pages where an association writes its mails' words.</summary>
public static class WordingRoutes
{
    /// <summary>The kinds of mail.</summary>
    public const string List = "mejl/{association}";

    /// <summary>The words of one.</summary>
    public const string Words = List + "/{kind}";

    /// <summary>The query that shows the words as they were in a version of the record.</summary>
    public const string VersionQuery = "version";

    /// <summary>The query that says what has just been done.</summary>
    public const string DoneQuery = "klart";

    /// <summary>The address of the list.</summary>
    public static string Address(string association) => "/mejl/" + association;

    /// <summary>The address of a kind's words.</summary>
    public static string Address(string association, MailKind kind) => $"/mejl/{association}/{kind.Id}";
}
