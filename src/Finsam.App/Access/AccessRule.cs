using Finsam.Domain.Associations;
using Finsam.Domain.Reports;

namespace Finsam.App.Access;

/// <summary>Who may use a route. Every route says so; there is no default.</summary>
public abstract record AccessRule
{
    private AccessRule()
    {
    }

    /// <summary>Anyone: form links, assets, schemas.</summary>
    public sealed record Anyone : AccessRule;

    /// <summary>A program that has signed what it sends: the use case checks the signature. It has no cookie to misuse, and comes from no page of ours.</summary>
    public sealed record SignedBody : AccessRule;

    /// <summary>Whoever holds a link to this report.</summary>
    public sealed record LinkHolder(ReportKey Report) : AccessRule;

    /// <summary>A signed-in person with at least this role in the association.</summary>
    public sealed record Member(string Association, Role Role) : AccessRule;

    /// <summary>Any signed-in person; what is shown follows from the person's roles.</summary>
    public sealed record SignedIn : AccessRule;

    /// <summary>An administrator of the installation.</summary>
    public sealed record Administrator : AccessRule;
}

/// <summary>Who is calling, once the rule has let them in.</summary>
/// <param name="Id">Who the history says did it: the contact's id, the person's object id, or empty.</param>
/// <param name="Person">The signed-in person, where the rule asks for one.</param>
/// <param name="Role">The person's role in the association that the rule names; null where it names none.</param>
public sealed record Caller(string Id, SignedInPerson? Person = null, Role? Role = null);

/// <summary>A person as Entra ID knows them. Matched on tenant and object id, never on e-mail.</summary>
/// <param name="TenantId">The tenant.</param>
/// <param name="ObjectId">The object id.</param>
/// <param name="Name">For showing only.</param>
public sealed record SignedInPerson(Guid TenantId, Guid ObjectId, string Name);
