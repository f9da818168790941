using System.Collections.Immutable;
using Finsam.App.Access;
using Finsam.App.Operations;
using Finsam.Domain.Records;

namespace Finsam.App.Overview;

/// <summary>What the overview shows.</summary>
/// <param name="Associations">The records of the associations that the person may see.</param>
/// <param name="Person">The person.</param>
/// <param name="Status">How the service is doing.</param>
public sealed record OverviewModel(ImmutableArray<AssociationRecord> Associations, SignedInPerson Person, ServiceStatus Status);
