namespace Finsam.Domain.Participants;

/// <summary>"Unika personer" is only ever a figure somebody entered: it can't be reckoned from counts, but it can be seen to be impossible.</summary>
public static class UniquePersons
{
    /// <summary>Holds an entered figure against the parts it is the union of: at most their sum (nobody in two), at least the largest
    /// (everybody in that one too).</summary>
    /// <param name="entered">Unique persons.</param>
    /// <param name="parts">Persons of each part, all of them known; a union over parts of which one is unknown can't be checked.</param>
    public static UniquePersonsCheck Check(decimal entered, IReadOnlyList<decimal> parts)
    {
        if (parts.Count == 0)
        {
            return new UniquePersonsCheck.NothingToCompare();
        }

        var (sum, largest) = (parts.Sum(), parts.Max());
        return entered > sum ? new UniquePersonsCheck.AboveSum(entered, sum)
            : entered < largest ? new UniquePersonsCheck.BelowLargest(entered, largest)
            : new UniquePersonsCheck.Possible();
    }
}
