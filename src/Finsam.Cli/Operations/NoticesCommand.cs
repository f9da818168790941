using System.Globalization;

namespace Finsam.Cli.Operations;

/// <summary>finsam notices: writes what we build on, with licences. Fails on a licence that is not free, or that nobody has read.</summary>
public static class NoticesCommand
{
    /// <summary>Writes the notices of a checkout.</summary>
    /// <param name="root">The repository's folder.</param>
    public static int Run(string root)
    {
        var packages = ThirdParty.Read(root);
        foreach (var package in packages.Where(p => !ThirdParty.IsFree(p.Licence)))
        {
            Console.Error.WriteLine(string.Format(CultureInfo.InvariantCulture, CliTexts.NotFree, package.Name, package.Version, package.Licence ?? "?"));
        }

        File.WriteAllText(Path.Combine(root, ThirdParty.File), ThirdParty.Notices(packages));
        Console.WriteLine(string.Format(CultureInfo.InvariantCulture, CliTexts.NoticesWritten, packages.Length, ThirdParty.File));
        return packages.All(p => ThirdParty.IsFree(p.Licence)) ? 0 : 1;
    }
}
