using System.Collections.Immutable;

namespace Finsam.Domain.Initiatives;

/// <summary>What is compared as one between two years or periods: the sum over some initiatives before with the sum over some now.</summary>
/// <param name="Before">The initiatives with figures before, by id; empty when everything in the unit is new.</param>
/// <param name="Now">The initiatives with figures now, by id; empty when everything in the unit has ended without a successor.</param>
/// <param name="Note">What happened in between, in Swedish without a full stop; null when nothing did.</param>
public sealed record ComparisonUnit(ImmutableArray<string> Before, ImmutableArray<string> Now, string? Note);
