namespace Finsam.Cli;

/// <summary>Something the user can put right; the message says how, in Swedish.</summary>
public sealed class UserException(string message) : Exception(message);
