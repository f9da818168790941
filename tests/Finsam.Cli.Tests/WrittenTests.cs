using System.CommandLine;

namespace Finsam.Cli.Tests;

/// <summary>What is written wrongly is told in Swedish.</summary>
public sealed class WrittenTests
{
    private static readonly Option<DateOnly?> Date = new("--date") { CustomParser = Written.Day };
    private static readonly Option<int> Port = new("--port") { DefaultValueFactory = _ => 7071, CustomParser = Written.Port };
    private static readonly Argument<int?> Year = new("år") { DefaultValueFactory = _ => null, CustomParser = Written.Year };
    private static readonly Option<Uri?> Service = new("--service") { CustomParser = Written.Address };
    private static readonly RootCommand Command = new() { Date, Port, Year, Service };

    [Fact]
    public void What_is_written_is_read()
    {
        var parsed = Command.Parse(["--date", "2024-02-29", "--port", "0", "2024", "--service", "https://finsam.example.org"]);
        Assert.Empty(parsed.Errors);
        Assert.Equal((new DateOnly(2024, 2, 29), 0, 2024), (parsed.GetValue(Date), parsed.GetValue(Port), parsed.GetValue(Year)));
        Assert.Equal(new Uri("https://finsam.example.org"), parsed.GetValue(Service));
    }

    [Fact]
    public void What_is_not_written_is_what_it_is_when_nothing_is_said()
    {
        var parsed = Command.Parse([]);
        Assert.Empty(parsed.Errors);
        Assert.Equal((null, 7071, null), (parsed.GetValue(Date), parsed.GetValue(Port), parsed.GetValue(Year)));
    }

    [Theory]
    [InlineData("”2024-02-30” är ingen dag. Skriv den så här: 2024-01-31.", "--date", "2024-02-30")]
    [InlineData("”i fjol” är inget år mellan 2004 och 2099. Skriv det så här: 2024.", "i fjol")]
    [InlineData("”24” är inget år mellan 2004 och 2099. Skriv det så här: 2024.", "24")]
    [InlineData("”70711” är ingen port. Skriv ett tal mellan 0 och 65535; 0 tar en ledig.", "--port", "70711")]
    [InlineData("”finsam” är ingen adress. Skriv den så här: https://namn.azurewebsites.net.", "--service", "finsam")]
    public void What_is_written_wrongly_is_told_in_Swedish(string told, params string[] args) =>
        Assert.Equal([told], Command.Parse(args).Errors.Select(e => e.Message));
}
