namespace Finsam.App.Reminders.Wording;

/// <summary>Something in a mail's words that would not do in a mail.</summary>
/// <param name="Line">The line of the text, from 1; null for the subject.</param>
/// <param name="Message">A Swedish sentence that says what to do.</param>
public sealed record WordingFault(int? Line, string Message);
