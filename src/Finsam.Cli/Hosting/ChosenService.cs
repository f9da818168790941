namespace Finsam.Cli.Hosting;

/// <summary>The instance that a command talks to.</summary>
/// <param name="DataFolder">The data folder of the one that runs on this machine.</param>
/// <param name="Address">The address of a deployed one; null for the one on this machine.</param>
/// <param name="SignInClientId">The app registration by which one signs in to a deployed one.</param>
public sealed record ChosenService(string DataFolder, Uri? Address = null, string? SignInClientId = null);
