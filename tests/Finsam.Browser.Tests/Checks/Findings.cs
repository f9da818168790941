using Finsam.Browser.Tests.Browsers;

namespace Finsam.Browser.Tests.Checks;

/// <summary>Fails with everything a check found, one line each.</summary>
internal static class Findings
{
    public static void None(Visit visit, string rule, IEnumerable<string> found)
    {
        var lines = found.Where(line => !KnownViolations.Knows(line)).ToArray();
        if (lines.Length > 0)
        {
            Assert.Fail($"{rule} ({visit.Page.ViewportSize?.Width} px):\n  {string.Join("\n  ", lines)}");
        }
    }
}
