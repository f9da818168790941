using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Finsam.App.Reports;

/// <summary>The secret in a form link: 256 random bits. Only its hash is kept; the token lives in the mail and in the reader's cookie.</summary>
public static class LinkToken
{
    /// <summary>A new token, 43 characters that need no escaping in an address.</summary>
    public static string Mint() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>What is stored of a token. A guess of any shape has a hash too, so that it costs the same look-up as a real one.</summary>
    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
