namespace Finsam.LocalWorker.Tests.Hosting;

/// <summary>A host.json of a test's own, there only while it is read.</summary>
public static class JsonFile
{
    public static T Use<T>(string json, Func<string, T> read)
    {
        var folder = Directory.CreateTempSubdirectory("finsam-host-").FullName;
        try
        {
            var path = Path.Combine(folder, "host.json");
            File.WriteAllText(path, json);
            return read(path);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
