namespace Finsam.Domain.Participants;

/// <summary>A known number of persons. What is blank or unknown has no count: it is not zero.</summary>
/// <param name="Measure">What is counted.</param>
/// <param name="Gender">Of whom.</param>
/// <param name="Persons">How many.</param>
public sealed record ParticipantCount(ParticipantMeasure Measure, Gender Gender, decimal Persons);
