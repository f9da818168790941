namespace Finsam.Domain.Reports;

/// <summary>The number on a receipt: short enough to read over the phone, the same for the same answers.</summary>
public static class ReferenceNumber
{
    // Crockford's letters: no I, L, O or U, so that nothing is misheard or misread.
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>The reference of a sent report: "2023-7K4M-9QD2". From 40 bits of the snapshot's hash.</summary>
    /// <param name="key">The report.</param>
    /// <param name="snapshotHash">At least 16 hexadecimal digits.</param>
    public static string Of(ReportKey key, string snapshotHash)
    {
        var bits = Convert.ToUInt64(snapshotHash[..16], 16);
        Span<char> code = stackalloc char[8];
        for (var i = 0; i < code.Length; i++)
        {
            code[i] = Letters[(int)(bits & 31)];
            bits >>= 5;
        }

        return $"{key.Period.Split('-')[0]}-{code[..4]}-{code[4..]}";
    }
}
