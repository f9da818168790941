using Finsam.Testing;

namespace Finsam.Infra.Tests;

/// <summary>The steps of deploy.yml that are more than a call, run as GitHub runs them: by bash, which stops at the first command that fails.</summary>
public sealed class WorkflowTests
{
    private const string Token = "0123456789012345678901234567890123456789abc";

    [Fact]
    public void Every_setting_is_taken_up_as_it_was_and_nothing_else()
    {
        var (exitCode, calls, _) = Run(
            "Take up the settings",
            new()
            {
                ["AZURE_ENV_NAME"] = "prov",
                ["AZURE_SUBSCRIPTION_ID"] = "s",
                ["AZURE_LOCATION"] = "swedencentral",
                ["AZURE_RESOURCE_GROUP"] = "finsam",
                ["FINSAM_SETTINGS"] = """
                    AZURE_PRINCIPAL_ID="annan"
                    FINSAM_MAIL_FROM="rapport@forbundet.se"
                    FINSAM_ALERTS_TO="it avdelningen@forbundet.se"
                    FINSAM_CUSTOM_DOMAIN=""
                    FINSAM_BUDGET=500
                    """,
            },

            // One that reads what it is given, as a tool that asks does.
            new() { ["azd"] = "cat > /dev/null" });

        Assert.Equal(0, exitCode);
        Assert.Equal(
            [
                "azd env new prov --subscription s --location swedencentral --no-prompt",
                "azd env set AZURE_RESOURCE_GROUP finsam",
                "azd env set FINSAM_MAIL_FROM rapport@forbundet.se",
                "azd env set FINSAM_ALERTS_TO it avdelningen@forbundet.se",
                "azd env set FINSAM_CUSTOM_DOMAIN ",
                "azd env set FINSAM_BUDGET 500",
            ],
            calls);
    }

    [Theory]
    [InlineData("0", "404", "401", true)]
    [InlineData("22", "404", "401", false)]
    [InlineData("0", "500", "401", false)]
    [InlineData("0", "404", "200", false)]
    public void A_service_that_does_not_answer_or_lets_anybody_in_fails_the_deployment(string health, string form, string api, bool passes)
    {
        var (exitCode, _, _) = Run("Look that it answers", [], new()
        {
            ["azd"] = "echo x.azurewebsites.net",
            ["sleep"] = "",
            ["curl"] = $"""case "$*" in *x.azurewebsites.net/halsa*) exit {health};; */r/okand*) printf {form};; */api/forbund*) printf {api};; esac""",
        });
        Assert.Equal(passes, exitCode == 0);
    }

    [Theory]
    [InlineData("1", "0", true)]
    [InlineData("1", "1", false)]
    [InlineData("0", "0", false)]
    public void The_report_is_to_be_in_the_logs_and_the_token_of_its_link_is_not(string reports, string tokens, bool passes)
    {
        var folder = Directory.CreateTempSubdirectory("finsam-runner-");
        File.WriteAllText(Path.Combine(folder.FullName, "token"), Token);
        var (exitCode, _, output) = Run("Find the report in the logs, and the token of its link nowhere", new() { ["RUNNER_TEMP"] = folder.FullName }, new()
        {
            ["azd"] = "echo workspace",
            ["sleep"] = "",

            // The first question comes before there is a table.
            ["az"] = $"""
                case "$*" in
                  *{Token}*) echo {tokens};;
                  *Report*) test -f "$RUNNER_TEMP/asked" || {"{"} touch "$RUNNER_TEMP/asked"; exit 1; {"}"}; echo {reports};;
                esac
                """,
        });
        folder.Delete(recursive: true);
        Assert.Equal(passes, exitCode == 0);
        Assert.StartsWith("::add-mask::" + Token, output, StringComparison.Ordinal);
    }

    private static (int ExitCode, string[] Calls, string Output) Run(string step, Dictionary<string, string> variables, Dictionary<string, string> tools) =>
        Shell.Run(["bash", "-e", "-c", ScriptOf(step)], variables, tools);

    // The lines below "run: |", to where they are indented less.
    private static string ScriptOf(string step)
    {
        var lines = File.ReadLines(Repository.PathOf(".github/workflows/deploy.yml")).SkipWhile(l => l.Trim() != "- name: " + step).SkipWhile(l => l.Trim() != "run: |").Skip(1).ToArray();
        var indent = lines[0].Length - lines[0].TrimStart().Length;
        return string.Join('\n', lines.TakeWhile(l => l.Length == 0 || l.StartsWith(new string(' ', indent), StringComparison.Ordinal)).Select(l => l.Length == 0 ? l : l[indent..]));
    }
}
