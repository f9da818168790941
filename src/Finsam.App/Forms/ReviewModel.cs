namespace Finsam.App.Forms;

/// <summary>The review.</summary>
/// <param name="Form">The form.</param>
/// <param name="Tried">True when sending was tried and stopped.</param>
public sealed record ReviewModel(FormView Form, bool Tried);

/// <summary>What was written after the report was sent: shown, so that nothing typed is lost.</summary>
/// <param name="Form">The form.</param>
/// <param name="Part">The part.</param>
/// <param name="Written">What was written, by field.</param>
public sealed record TooLateModel(FormView Form, string Part, IReadOnlyDictionary<string, string> Written);
