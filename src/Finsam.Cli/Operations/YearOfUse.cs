namespace Finsam.Cli.Operations;

/// <summary>What was rehearsed, and the year that is reckoned from it.</summary>
/// <param name="Hour">An hour in which nothing is due. It costs the same however many the associations are.</param>
/// <param name="Collection">A collection of one association, from the morning it opens until all is done, without the hours in which nothing was due.</param>
/// <param name="View">The overview looked at once, with no association.</param>
/// <param name="ViewedAssociation">What each association adds to that.</param>
public sealed record YearOfUse(Use Hour, Use Collection, Use View, Use ViewedAssociation)
{
    /// <summary>The hours of a year.</summary>
    public const int Hours = 365 * 24;

    /// <summary>A year of some associations.</summary>
    public Use Of(int associations, Prices prices)
    {
        var collections = associations * prices.CollectionsAYear.Value;
        return (Hour * Hours)
            + (Collection * collections)
            + ((View + (ViewedAssociation * associations)) * (collections * prices.ViewsACollection.Value));
    }
}
