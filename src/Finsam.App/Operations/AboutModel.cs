namespace Finsam.App.Operations;

/// <summary>What the page about the service shows.</summary>
/// <param name="Status">How it is doing.</param>
/// <param name="IsWell">True when storage answers.</param>
public sealed record AboutModel(ServiceStatus Status, bool IsWell);
