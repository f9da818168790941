namespace Finsam.App.Watch;

/// <summary>The queues of work that has been given up after five tries. Nobody reads them: a person must look.</summary>
public interface IPoisonQueues
{
    /// <summary>Those that hold something, each with about how many messages.</summary>
    Task<IReadOnlyDictionary<string, int>> CountAsync(CancellationToken cancellation);
}
