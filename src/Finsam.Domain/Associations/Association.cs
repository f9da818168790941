using System.Collections.Immutable;

namespace Finsam.Domain.Associations;

/// <summary>A samordningsförbund (lag 2003:1210): the tenant. Everything in the system belongs to exactly one.</summary>
public sealed record Association
{
    /// <summary>The id in addresses and keys (<see cref="Identifier"/>).</summary>
    public required string Id { get; init; }

    /// <summary>The name as printed.</summary>
    public required string Name { get; init; }

    /// <summary>The line printed above the name on the front page, where there is one.</summary>
    public string? Motto { get; init; }

    /// <summary>Organisationsnummer NNNNNN-NNNN, when the association has stated it.</summary>
    public string? OrganisationNumber { get; init; }

    /// <summary>When it was formed, as printed: a date or only a year.</summary>
    public string? Founded { get; init; }

    /// <summary>The postal address, as printed.</summary>
    public string? Address { get; init; }

    /// <summary>The county the association works in.</summary>
    public string? County { get; init; }

    /// <summary>The association's own web site.</summary>
    public Uri? Website { get; init; }

    /// <summary>The logo that stands on the pages: a PNG in base64 (<see cref="Associations.Logo"/>).</summary>
    public string? Logo { get; init; }

    /// <summary>Who answers the owners' questions; mail is sent in this name and answers go to this address.</summary>
    public required Office Office { get; init; }

    /// <summary>The members and their shares (5 § lag 2003:1210).</summary>
    public required ImmutableArray<Member> Members { get; init; }

    /// <summary>Who may sign in, and as what.</summary>
    public ImmutableArray<AccessGrant> Access { get; init; } = [];

    /// <summary>How the association reckons and prints.</summary>
    public AssociationSettings Settings { get; init; } = new();
}

/// <summary>The association's office, as owners meet it.</summary>
/// <param name="Title">The function that answers, e.g. "Förbundschef". A name is left to the signature in the mail text.</param>
/// <param name="Email">Where answers to our mail go.</param>
/// <param name="Phone">A number to call, as printed.</param>
public sealed record Office(string Title, string Email, string? Phone = null);

/// <summary>A member of the association.</summary>
/// <param name="Id">The member's id within the association.</param>
/// <param name="Name">The name as printed, e.g. "Bollnäs kommun".</param>
/// <param name="Kind">What the member is; decides its share.</param>
/// <param name="Contributions">What it pays, by year.</param>
public sealed record Member(string Id, string Name, MemberKind Kind, ImmutableArray<YearAmount> Contributions);

/// <summary>Kronor for a calendar year.</summary>
/// <param name="Year">The calendar year.</param>
/// <param name="Kronor">Exact kronor.</param>
public sealed record YearAmount(int Year, decimal Kronor);

/// <summary>The kinds of members: the state pays half, the region a quarter, the municipalities together a quarter (5 § lag 2003:1210).</summary>
public enum MemberKind
{
    /// <summary>Försäkringskassan or Arbetsförmedlingen.</summary>
    State,

    /// <summary>A region.</summary>
    Region,

    /// <summary>A municipality.</summary>
    Municipality,
}

/// <summary>A person's right in one association. People are matched on tenant and object id, never on e-mail.</summary>
/// <param name="Role">What the person may do.</param>
/// <param name="TenantId">The Entra tenant.</param>
/// <param name="ObjectId">The person's object id in that tenant.</param>
public sealed record AccessGrant(Role Role, Guid TenantId, Guid ObjectId)
{
    /// <summary>What the person is called where people are listed. For showing only: nobody is matched on it.</summary>
    public string? Name { get; init; }

    /// <summary>True for the same person, whatever the role.</summary>
    public bool IsFor(Guid tenantId, Guid objectId) => TenantId == tenantId && ObjectId == objectId;
}

/// <summary>What a signed-in person may do in an association.</summary>
public enum Role
{
    /// <summary>Sees reports and drafts.</summary>
    Reader,

    /// <summary>Verksamhetsutvecklare: also works with reports and drafts.</summary>
    Developer,

    /// <summary>Förbundschef: everything in the association.</summary>
    Chief,
}
