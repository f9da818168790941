using Finsam.Domain.Associations;

namespace Finsam.App.People;

/// <summary>The roles, as people read them.</summary>
public static class RoleWords
{
    /// <summary>What a role is called.</summary>
    public static string Name(Role role) => role switch
    {
        Role.Chief => PeopleTexts.Chief,
        Role.Developer => PeopleTexts.Developer,
        _ => PeopleTexts.Reader,
    };

    /// <summary>What one may do with it.</summary>
    public static string May(Role role) => role switch
    {
        Role.Chief => PeopleTexts.ChiefMay,
        Role.Developer => PeopleTexts.DeveloperMay,
        _ => PeopleTexts.ReaderMay,
    };

    /// <summary>The role's id in the record and in forms.</summary>
    public static string Id(Role role) => role switch
    {
        Role.Chief => "chief",
        Role.Developer => "developer",
        _ => "reader",
    };

    /// <summary>The role with an id; null when there is none.</summary>
    public static Role? Of(string id) => Enum.GetValues<Role>().Cast<Role?>().FirstOrDefault(r => Id(r!.Value) == id);
}
