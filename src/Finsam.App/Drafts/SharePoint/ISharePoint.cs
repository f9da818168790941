using Finsam.Domain.Associations;

namespace Finsam.App.Drafts.SharePoint;

/// <summary>An association's place in SharePoint. What goes wrong there is a <see cref="SharePointException"/>.</summary>
public interface ISharePoint
{
    /// <summary>Puts a file there. One that has the name already is left as it is: somebody may have written in it.</summary>
    Task<SharePointFile> SaveAsync(SharePointPlace place, string file, byte[] content, CancellationToken cancellation);

    /// <summary>Has a Word document made PDF there, and leaves nothing of it behind.</summary>
    Task<byte[]> ConvertAsync(SharePointPlace place, byte[] word, CancellationToken cancellation);
}

/// <summary>A file in SharePoint.</summary>
/// <param name="Address">Where a person opens it.</param>
/// <param name="WasThere">True when a file of that name was there already, and was left as it is.</param>
public sealed record SharePointFile(Uri Address, bool WasThere);

/// <summary>SharePoint has not done what was asked.</summary>
/// <param name="message">Why, and what to do about it: in Swedish, for the chef.</param>
/// <param name="inner">What lies behind it.</param>
public sealed class SharePointException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>True for what passes by itself.</summary>
    public bool IsPassing { get; init; }

    /// <summary>How long it has asked us to wait; null when it has not.</summary>
    public TimeSpan? After { get; init; }
}
