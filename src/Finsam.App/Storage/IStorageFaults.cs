namespace Finsam.App.Storage;

/// <summary>Tells a storage account that does not answer from a mistake of ours.</summary>
public interface IStorageFaults
{
    /// <summary>True when the exception says that storage could not be reached or could not answer just now.</summary>
    bool IsUnavailable(Exception exception);
}
