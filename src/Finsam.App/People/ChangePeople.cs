using System.Collections.Immutable;
using Finsam.App.Access;
using Finsam.App.Records;
using Finsam.Domain.Associations;

namespace Finsam.App.People;

/// <summary>Gives people roles in an association, and takes them away. The record is changed like by a package: checked, versioned, and with who did it.</summary>
public sealed class ChangePeople(IRecordStore records, SaveRecord save)
{
    private const int Tries = 5;

    /// <summary>Gives a person a role, another one or the first.</summary>
    /// <param name="association">The association.</param>
    /// <param name="grant">The person and the role; a name that is null leaves the one that is there.</param>
    /// <param name="caller">Who gives it.</param>
    /// <param name="cancellation">Cancels.</param>
    public Task<PeopleOutcome> GrantAsync(string association, AccessGrant grant, Caller caller, CancellationToken cancellation) =>
        ChangeAsync(association, people => With(people, grant), caller, cancellation);

    /// <summary>Takes a person's role away.</summary>
    public Task<PeopleOutcome> RemoveAsync(string association, Guid tenantId, Guid objectId, Caller caller, CancellationToken cancellation) =>
        ChangeAsync(association, people => people.RemoveAll(p => p.IsFor(tenantId, objectId)), caller, cancellation);

    // In the place the person has, so that a new role does not move anybody.
    private static ImmutableArray<AccessGrant> With(ImmutableArray<AccessGrant> people, AccessGrant grant)
    {
        var before = people.FirstOrDefault(p => p.IsFor(grant.TenantId, grant.ObjectId));
        var after = grant with { Name = grant.Name ?? before?.Name };
        return before is null ? people.Add(after) : people.Replace(before, after);
    }

    // The record may be changed by another meanwhile: then it is read again, and the person put into what is there now.
    private async Task<PeopleOutcome> ChangeAsync(
        string association, Func<ImmutableArray<AccessGrant>, ImmutableArray<AccessGrant>> change, Caller caller, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (await records.FindAsync(association, cancellation) is not { Record: var record } stored)
            {
                return PeopleOutcome.Unknown;
            }

            var people = change(record.Association.Access);
            if (record.Association.Access.Any(IsChief) && !people.Any(IsChief))
            {
                return PeopleOutcome.LastChief;
            }

            switch (await save.HandleAsync(record with { Association = record.Association with { Access = people } }, caller, ChangeSource.Page, stored.Version, cancellation))
            {
                case SaveOutcome.Saved:
                    return PeopleOutcome.Done;
                case SaveOutcome.Refused:
                    return PeopleOutcome.Unknown;
            }
        }

        return PeopleOutcome.Busy;
    }

    private static bool IsChief(AccessGrant grant) => grant.Role == Role.Chief;
}

/// <summary>What a change of people came to.</summary>
public enum PeopleOutcome
{
    /// <summary>It is written, or was so already.</summary>
    Done,

    /// <summary>Nobody would be chef any more, so nothing was changed.</summary>
    LastChief,

    /// <summary>There is no such association.</summary>
    Unknown,

    /// <summary>Others were changing the record; nothing was changed.</summary>
    Busy,
}
