namespace Finsam.App.People;

/// <summary>The addresses of an association's people.</summary>
public static class PeopleRoutes
{
    /// <summary>Who may sign in, and as what.</summary>
    public const string People = "personer/{association}";

    /// <summary>Gives a person a role, another one or the first.</summary>
    public const string Grant = People + "/roll";

    /// <summary>Takes a person's role away.</summary>
    public const string Remove = People + "/ta-bort";

    /// <summary>The address of an association's people.</summary>
    public static string Address(string association, string page = "") => $"/personer/{association}" + (page.Length == 0 ? "" : "/" + page);
}
