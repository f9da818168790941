using Finsam.Domain.Associations;

namespace Finsam.App.Drafts;

/// <summary>Makes a PDF of a Word document, by a program or a service that is not ours.</summary>
public interface IPdfConversion
{
    /// <summary>Why an association has no PDF to get here, in Swedish for the chef; null when it has.</summary>
    string? Unavailable(Association association);

    /// <summary>The PDF.</summary>
    /// <exception cref="PdfFailedException">It could not be made, or not in time.</exception>
    Task<byte[]> ConvertAsync(Association association, byte[] word, CancellationToken cancellation);
}

/// <summary>A PDF could not be made.</summary>
/// <param name="message">Why, and what to do about it: in Swedish, for the chef.</param>
/// <param name="inner">What lies behind it.</param>
public sealed class PdfFailedException(string message, Exception? inner = null) : Exception(message, inner);
