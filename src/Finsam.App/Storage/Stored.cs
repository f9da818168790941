namespace Finsam.App.Storage;

/// <summary>Something read from storage, with the version (ETag) that a later write must still find there.</summary>
/// <param name="Value">What was read.</param>
/// <param name="Version">The ETag.</param>
public sealed record Stored<T>(T Value, string Version);
