using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Finsam.Testing;

namespace Finsam.Infra.Tests;

/// <summary>What azd does besides the template: what it asks for, what it publishes, and the two scripts for the app registration.</summary>
public sealed partial class DeploymentTests
{
    // What is neither a parameter nor an output: set by trust.sh, of deploy.yml, and of the tests' own.
    private static readonly string[] OtherVariables = ["FINSAM_SIGN_IN_TRUSTED", "FINSAM_SETTINGS", "FINSAM_SCREENSHOTS", "FINSAM_FIXTURE", "FINSAM_BROWSER", "FINSAM_LOOK"];

    private static readonly string Azd = File.ReadAllText(Repository.PathOf("azure.yaml"));

    private static JsonObject Values => JsonNode.Parse(File.ReadAllText(Bicep.PathOf("main.parameters.json")))!["parameters"]!.AsObject();

    private static JsonObject Parameters => Bicep.Template["parameters"]!.AsObject();

    // They follow from when and where one deploys.
    [Fact]
    public void Every_parameter_can_be_set_but_the_year_and_the_tenant() =>
        Assert.Equal(Parameters.Select(p => p.Key).Order(), Values.Select(v => v.Key).Append("year").Append("tenantId").Order());

    // azd asks for what is empty and has no default in the template; a text for a number or a bool, it reads as one.
    [Fact]
    public void What_has_no_default_is_asked_for_and_the_rest_has_the_template_s_own() => Assert.All(Values, v =>
    {
        var (value, parameter) = ((string)v.Value!["value"]!, Parameters[v.Key]!);
        var given = Variable().Match(value).Groups["default"];
        Assert.Equal(parameter["defaultValue"] is null, !given.Success);
        if (given.Success)
        {
            Assert.Equal(parameter["defaultValue"]!.ToString(), given.Value, ignoreCase: true);
        }
    });

    [Fact]
    public void Azd_publishes_what_the_hook_has_made_to_the_app_with_the_service_s_tag()
    {
        var service = Service().Match(Azd).Groups[1].Value;
        Assert.Equal(service, (string?)Bicep.Resource("Microsoft.Web/sites")["tags"]!["azd-service-name"]);
        Assert.Equal(2, Azd.Split("run: dotnet publish src/Finsam.Functions -p:FunctionsRuntime=azure -c Release -o out/app").Length - 1);
        Assert.Contains("dist: out/app", Azd, StringComparison.Ordinal);
        Assert.All(Scripts().Matches(Azd).Select(m => m.Value), script => Assert.True(File.Exists(Repository.PathOf(script)), script));
    }

    [Fact]
    public void Every_variable_that_is_written_about_is_one_that_azd_has()
    {
        var known = Values.Select(v => Variable().Match((string)v.Value!["value"]!).Groups["name"].Value)
            .Concat(Bicep.Template["outputs"]!.AsObject().Select(o => o.Key))
            .Concat(OtherVariables)
            .ToHashSet(StringComparer.Ordinal);
        string[] files = ["README.md", ".github/workflows/deploy.yml", "infra/sign-in/register.sh", "infra/sign-in/trust.sh"];
        Assert.All(
            files.SelectMany(f => Mentioned().Matches(File.ReadAllText(Repository.PathOf(f))).Select(m => (File: f, Name: m.Value))),
            mention => Assert.True(known.Contains(mention.Name), $"{mention.File}: {mention.Name}"));
    }

    [Fact]
    public void The_app_is_registered_once_without_a_secret()
    {
        var calls = Run("register.sh", new() { ["AZURE_ENV_NAME"] = "finsam-exempel" });
        Assert.Equal("az ad app create --display-name finsam-exempel --sign-in-audience AzureADMyOrg --enable-id-token-issuance true --query appId -o tsv", calls[0]);
        Assert.Equal("azd env set FINSAM_SIGN_IN_CLIENT_ID answer", calls[^1]);
        Assert.All(PatchedApis(calls), api => Assert.Equal(2, (int?)api["requestedAccessTokenVersion"]));
        Assert.DoesNotContain(calls, c => c.Contains("credential", StringComparison.Ordinal) || c.Contains("password", StringComparison.Ordinal));
        Assert.Empty(Run("register.sh", new() { ["AZURE_ENV_NAME"] = "finsam-exempel", ["FINSAM_SIGN_IN_CLIENT_ID"] = "there" }));
    }

    [Fact]
    public void The_azure_command_line_may_ask_for_the_one_permission_there_is_and_nobody_else_is_let_in_unasked()
    {
        var api = PatchedApis(Run("register.sh", new() { ["AZURE_ENV_NAME"] = "finsam-exempel" }))[^1];
        var permission = (string)Assert.Single(api["oauth2PermissionScopes"]!.AsArray())!["id"]!;
        var known = Assert.Single(api["preAuthorizedApplications"]!.AsArray())!;
        Assert.Equal("04b07795-8ddb-461a-bbee-02f9e1bf7b46", (string?)known["appId"]);
        Assert.Equal(permission, (string?)Assert.Single(known["delegatedPermissionIds"]!.AsArray()));
    }

    [Fact]
    public void The_app_s_identity_is_trusted_once_for_each_address()
    {
        var known = new Dictionary<string, string> { ["FINSAM_HOST"] = "x.azurewebsites.net", ["FINSAM_SIGN_IN_CLIENT_ID"] = "app", ["FINSAM_IDENTITY_PRINCIPAL_ID"] = "identity" };
        var calls = Run("trust.sh", known);
        Assert.Contains("az ad app update --id app --web-redirect-uris https://x.azurewebsites.net/.auth/login/aad/callback", calls);
        Assert.Contains(calls, c => c.Contains("federated-credential", StringComparison.Ordinal) && c.Contains("\"subject\":\"identity\"", StringComparison.Ordinal));
        var trusted = calls[^1]["azd env set FINSAM_SIGN_IN_TRUSTED ".Length..];
        Assert.Empty(Run("trust.sh", new(known) { ["FINSAM_SIGN_IN_TRUSTED"] = trusted }));
        AssertComesBackTo("https://rapport.example.org", new(known) { ["FINSAM_SIGN_IN_TRUSTED"] = trusted, ["FINSAM_CUSTOM_DOMAIN"] = "rapport.example.org" });
        AssertComesBackTo("https://front.example.org", new(known)
        {
            ["FINSAM_SIGN_IN_TRUSTED"] = trusted,
            ["FINSAM_CUSTOM_DOMAIN"] = "rapport.example.org",
            ["FINSAM_PUBLIC_URL"] = "https://front.example.org",
        });
    }

    private static JsonNode[] PatchedApis(string[] calls) =>
        [.. calls.Where(c => c.StartsWith("az rest --method PATCH", StringComparison.Ordinal)).Select(c => JsonNode.Parse(c[c.IndexOf('{', StringComparison.Ordinal)..])!["api"]!)];

    private static void AssertComesBackTo(string address, Dictionary<string, string> variables) =>
        Assert.Contains($"az ad app update --id app --web-redirect-uris {address}/.auth/login/aad/callback", Run("trust.sh", variables));

    // With an az and an azd that always give the same answer.
    private static string[] Run(string script, Dictionary<string, string> variables)
    {
        var (exitCode, calls, _) = Shell.Run(["sh", Bicep.PathOf("sign-in/" + script)], variables, new() { ["az"] = "echo answer", ["azd"] = "echo answer" });
        Assert.Equal(0, exitCode);
        return calls;
    }

    [GeneratedRegex(@"^\$\{(?<name>[A-Z_]+)(=(?<default>.*))?\}$", RegexOptions.ExplicitCapture)]
    private static partial Regex Variable();

    [GeneratedRegex(@"^services:\n  (\w+):", RegexOptions.Multiline)]
    private static partial Regex Service();

    [GeneratedRegex(@"infra/sign-in/\w+\.sh")]
    private static partial Regex Scripts();

    [GeneratedRegex("FINSAM_[A-Z_]*[A-Z]")]
    private static partial Regex Mentioned();
}
