namespace Finsam.LocalWorker;

/// <summary>The functions, host.json or a setting cannot be run; the message says which and why.</summary>
/// <param name="message">What is wrong, one line each.</param>
public sealed class FunctionTableException(string message) : Exception(message);
