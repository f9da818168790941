namespace Finsam.Domain.Periods;

/// <summary>What becomes of a date that falls on a day off.</summary>
public enum DeadlineShift
{
    /// <summary>It stays: a date set by agreement.</summary>
    Keep,

    /// <summary>The last working day before it.</summary>
    Previous,

    /// <summary>The first working day after it: söndagsregeln.</summary>
    Next,
}
