using System.Collections.Immutable;

namespace Finsam.Domain.Participants;

/// <summary>One period's participants, by gender: what was entered, what follows from it, and what does not hold. What neither was entered nor
/// follows stays unknown.</summary>
public sealed class ParticipantFlow
{
    private static readonly ImmutableArray<Equation> Equations =
    [
        new(
            ParticipantIdentity.Touched, ParticipantMeasure.Touched,
            [(ParticipantMeasure.OngoingAtStart, 1), (ParticipantMeasure.New, 1), (ParticipantMeasure.TransferredIn, 1)]),
        new(
            ParticipantIdentity.OngoingAtEnd, ParticipantMeasure.OngoingAtEnd,
            [(ParticipantMeasure.Touched, 1), (ParticipantMeasure.Ended, -1), (ParticipantMeasure.TransferredOut, -1)]),
    ];

    private readonly Dictionary<(ParticipantMeasure Measure, Gender Gender), decimal> _persons;
    private readonly HashSet<(ParticipantMeasure Measure, Gender Gender)> _derived = [];

    private ParticipantFlow(Dictionary<(ParticipantMeasure Measure, Gender Gender), decimal> entered)
    {
        _persons = entered;
        foreach (var gender in Enum.GetValues<Gender>())
        {
            Derive(gender);
        }

        Findings = [.. Enum.GetValues<Gender>().SelectMany(gender => Contradictions(gender).Concat(Negatives(gender)))];
    }

    /// <summary>Contradictions and negative counts, by gender; empty when everything known holds together.</summary>
    public ImmutableArray<ParticipantFinding> Findings { get; }

    /// <summary>How many persons, entered or derived; null when it is unknown.</summary>
    public decimal? this[ParticipantMeasure measure, Gender gender] => _persons.TryGetValue((measure, gender), out var count) ? count : null;

    /// <summary>Derives what follows from the known counts by the identities of <see cref="ParticipantIdentity"/>.</summary>
    /// <param name="known">The entered counts, each measure and gender at most once.</param>
    /// <param name="noTransfers">It is stated that nobody was transferred to or from the initiative, so transfers that were not entered are zero.
    /// Left out, they are unknown.</param>
    /// <exception cref="ArgumentException">A measure stands twice for a gender.</exception>
    public static ParticipantFlow From(IEnumerable<ParticipantCount> known, bool noTransfers = false)
    {
        var entered = known.ToDictionary(c => (c.Measure, c.Gender), c => c.Persons);
        if (noTransfers)
        {
            foreach (var gender in Enum.GetValues<Gender>())
            {
                entered.TryAdd((ParticipantMeasure.TransferredIn, gender), 0m);
                entered.TryAdd((ParticipantMeasure.TransferredOut, gender), 0m);
            }
        }

        return new ParticipantFlow(entered);
    }

    /// <summary>This period must start with those who were ongoing when the last one ended: the genders for which it doesn't.
    /// A gender is passed over where either count is unknown.</summary>
    public static ImmutableArray<ParticipantFinding.Interrupted> Continues(ParticipantFlow previous, ParticipantFlow current) =>
    [
        .. from gender in Enum.GetValues<Gender>()
           let end = previous[ParticipantMeasure.OngoingAtEnd, gender]
           let start = current[ParticipantMeasure.OngoingAtStart, gender]
           where end is not null && start is not null && end != start
           select new ParticipantFinding.Interrupted(gender, end.Value, start.Value),
    ];

    /// <summary>True when the count was not entered but follows from those that were.</summary>
    public bool IsDerived(ParticipantMeasure measure, Gender gender) => _derived.Contains((measure, gender));

    // Each derived count may be what the other identity lacked.
    private void Derive(Gender gender)
    {
        while (Equations.Select(e => Solve(e, gender)).FirstOrDefault(s => s is not null) is var (measure, count))
        {
            _persons.Add((measure, gender), count);
            _derived.Add((measure, gender));
        }
    }

    private (ParticipantMeasure Measure, decimal Persons)? Solve(Equation equation, Gender gender)
    {
        // The whole minus its terms is zero, so the one that is unknown is what the others leave.
        var terms = equation.Terms.Select(t => (t.Measure, Sign: -t.Sign)).Prepend((Measure: equation.Whole, Sign: 1)).ToArray();
        return terms.Where(t => this[t.Measure, gender] is null).ToArray() is [var unknown]
            ? (unknown.Measure, -unknown.Sign * terms.Sum(t => t.Sign * (this[t.Measure, gender] ?? 0m)))
            : null;
    }

    private IEnumerable<ParticipantFinding> Contradictions(Gender gender) =>
        from equation in Equations
        let left = this[equation.Whole, gender]
        let right = equation.Terms.Aggregate((decimal?)0m, (sum, t) => sum + (t.Sign * this[t.Measure, gender]))
        where left is not null && right is not null && left != right
        select new ParticipantFinding.Contradiction(gender, equation.Identity, left.Value, right.Value);

    private IEnumerable<ParticipantFinding> Negatives(Gender gender) =>
        from measure in Enum.GetValues<ParticipantMeasure>()
        where this[measure, gender] < 0
        select new ParticipantFinding.Negative(gender, measure, this[measure, gender]!.Value, IsDerived(measure, gender));

    /// <summary>The whole is the sum of its terms, each with its sign.</summary>
    private sealed record Equation(
        ParticipantIdentity Identity, ParticipantMeasure Whole, ImmutableArray<(ParticipantMeasure Measure, int Sign)> Terms);
}
