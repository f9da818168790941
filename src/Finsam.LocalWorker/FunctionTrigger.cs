namespace Finsam.LocalWorker;

/// <summary>What starts a function.</summary>
public enum FunctionTrigger
{
    /// <summary>A request.</summary>
    Http,

    /// <summary>The clock.</summary>
    Timer,

    /// <summary>A queue message.</summary>
    Queue,
}
