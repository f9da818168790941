namespace Finsam.App.Operations;

/// <summary>The addresses of what is asked about the service itself.</summary>
public static class OperationsRoutes
{
    /// <summary>Whether it can do its work: 200 or 503, for whoever watches over it.</summary>
    public const string Health = "halsa";

    /// <summary>Which version runs, and how it is doing.</summary>
    public const string About = "om";
}
