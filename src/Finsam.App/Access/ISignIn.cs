using Microsoft.AspNetCore.Http;

namespace Finsam.App.Access;

/// <summary>Says who has signed in. In Azure that is App Service authentication; on one machine it is the command line's sign-in link.</summary>
public interface ISignIn
{
    /// <summary>The person behind a request; null when nobody has signed in.</summary>
    SignedInPerson? PersonOf(HttpRequest request);

    /// <summary>Where to sign in and come back from; null when a page must say how instead.</summary>
    string? SignInAddress(HttpRequest request);

    /// <summary>True for a person who administers the whole installation by the way they signed in.</summary>
    bool IsAdministrator(SignedInPerson person);
}
