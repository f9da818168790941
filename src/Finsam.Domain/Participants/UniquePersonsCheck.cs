using System.Globalization;
using Finsam.Domain.Formats;

namespace Finsam.Domain.Participants;

/// <summary>Whether an entered number of unique persons can be true.</summary>
public abstract record UniquePersonsCheck
{
    private UniquePersonsCheck()
    {
    }

    /// <summary>What is wrong, as a Swedish sentence; null when nothing is known to be.</summary>
    public virtual string? Sentence => null;

    /// <summary>It may be true.</summary>
    public sealed record Possible : UniquePersonsCheck;

    /// <summary>There are no parts.</summary>
    public sealed record NothingToCompare : UniquePersonsCheck;

    /// <summary>More persons than all parts together.</summary>
    /// <param name="Entered">Unique persons.</param>
    /// <param name="Sum">The parts' sum.</param>
    public sealed record AboveSum(decimal Entered, decimal Sum) : UniquePersonsCheck
    {
        /// <inheritdoc/>
        public override string Sentence => Say(ParticipantTexts.UniqueAboveSum, Entered, Sum);
    }

    /// <summary>Fewer persons than one part alone.</summary>
    /// <param name="Entered">Unique persons.</param>
    /// <param name="Largest">The largest part.</param>
    public sealed record BelowLargest(decimal Entered, decimal Largest) : UniquePersonsCheck
    {
        /// <inheritdoc/>
        public override string Sentence => Say(ParticipantTexts.UniqueBelowLargest, Entered, Largest);
    }

    private static string Say(string text, decimal entered, decimal bound) =>
        string.Format(CultureInfo.InvariantCulture, text, SwedishFormat.Exact(entered), SwedishFormat.Exact(bound));
}
