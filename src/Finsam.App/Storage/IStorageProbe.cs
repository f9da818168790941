namespace Finsam.App.Storage;

/// <summary>Asks tables, blobs and queues whether they answer.</summary>
public interface IStorageProbe
{
    /// <summary>Asks each of them once; throws when one does not answer, or says no.</summary>
    Task ProbeAsync(CancellationToken cancellation);
}
