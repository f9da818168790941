namespace Finsam.Cli.Operations;

/// <summary>A price or a setting that the cost is reckoned from, with where it comes from.</summary>
/// <param name="Value">How much.</param>
/// <param name="Unit">Of what.</param>
/// <param name="Certainty">How sure it is, in a Swedish word: read at second hand, a setting, or an assumption.</param>
/// <param name="Date">When that was so.</param>
/// <param name="Source">Where it was read, or why it is assumed.</param>
public sealed record Price(decimal Value, string Unit, string Certainty, DateOnly Date, string Source);
