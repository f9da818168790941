namespace Finsam.App.Drafts;

/// <summary>Makes a PDF of a Word document, by a program or a service that is not ours.</summary>
public interface IPdfConversion
{
    /// <summary>Why there is no PDF to be had here, in Swedish for the chef; null when there is.</summary>
    string? Unavailable { get; }

    /// <summary>The PDF; null when it could not be made, or not in time.</summary>
    Task<byte[]?> ConvertAsync(byte[] word, CancellationToken cancellation);
}
