using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Finsam.Adapters.Mail.SendGrid;

/// <summary>The signature over SendGrid's events: ECDSA on P-256 with SHA-256, over the timestamp's text and the body as it came.</summary>
internal static class SendGridSignature
{
    // SendGrid tries again for a day what we could not take in, with the first signature.
    private static readonly TimeSpan Oldest = TimeSpan.FromHours(48);
    private static readonly TimeSpan Newest = TimeSpan.FromMinutes(10);

    /// <summary>True when each of the keys, with ; between, can be used; also when there is none.</summary>
    public static bool AreKeys(string keys) => Split(keys).All(key =>
    {
        using var read = Read(key);
        return read is not null;
    });

    /// <summary>True when one of the keys has signed this, not too long ago.</summary>
    /// <param name="keys">The keys, with ; between.</param>
    /// <param name="signature">The signature, base64 of DER.</param>
    /// <param name="timestamp">When it was signed, in seconds since 1970.</param>
    /// <param name="body">What was signed.</param>
    /// <param name="now">The time now.</param>
    public static bool IsGenuine(string keys, string signature, string timestamp, byte[] body, DateTimeOffset now)
    {
        var der = new byte[signature.Length];
        if (!IsRecent(timestamp, now) || !Convert.TryFromBase64String(signature, der, out var length))
        {
            return false;
        }

        byte[] signed = [.. Encoding.ASCII.GetBytes(timestamp), .. body];
        return Split(keys).Any(key =>
        {
            using var read = Read(key);
            return read?.VerifyData(signed, der.AsSpan(0, length), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence) == true;
        });
    }

    private static bool IsRecent(string timestamp, DateTimeOffset now) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds >= (now - Oldest).ToUnixTimeSeconds() && seconds <= (now + Newest).ToUnixTimeSeconds();

    private static string[] Split(string keys) => keys.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static ECDsa? Read(string key)
    {
        var ecdsa = ECDsa.Create();
        try
        {
            ecdsa.ImportSubjectPublicKeyInfo(Convert.FromBase64String(key), out _);
            if (ecdsa.ExportParameters(includePrivateParameters: false).Curve.Oid.Value == ECCurve.NamedCurves.nistP256.Oid.Value)
            {
                return ecdsa;
            }
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            // No key: told by the null.
        }

        ecdsa.Dispose();
        return null;
    }
}
