using Finsam.App.Access;
using Finsam.Domain.Associations;

namespace Finsam.App.People;

/// <summary>A person as one text to send to the chef: "tenant id/object id", as the first administrators are written in the settings too.</summary>
public static class PersonId
{
    /// <summary>The text of a person who has signed in.</summary>
    public static string Of(SignedInPerson person) => Of(person.TenantId, person.ObjectId);

    /// <summary>The text of a person who has a role.</summary>
    public static string Of(AccessGrant grant) => Of(grant.TenantId, grant.ObjectId);

    /// <summary>Reads the text, as it may have been pasted; null when it is no such text.</summary>
    public static (Guid TenantId, Guid ObjectId)? Read(string text) =>
        text.Split('/', StringSplitOptions.TrimEntries) is [var tenant, var person] && Guid.TryParse(tenant, out var tenantId) && Guid.TryParse(person, out var objectId)
        && objectId != Guid.Empty
            ? (tenantId, objectId)
            : null;

    private static string Of(Guid tenantId, Guid objectId) => $"{tenantId}/{objectId}";
}
