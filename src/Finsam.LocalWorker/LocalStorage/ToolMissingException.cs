namespace Finsam.LocalWorker.LocalStorage;

/// <summary>A program that the local storage needs is missing; the message is for the user and says what to install.</summary>
/// <param name="message">The sentence.</param>
public sealed class ToolMissingException(string message) : Exception(message);
