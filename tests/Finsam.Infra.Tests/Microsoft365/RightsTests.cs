using System.Text.Json.Nodes;

namespace Finsam.Infra.Tests.Microsoft365;

/// <summary>The scripts that an administrator gives the app its rights in Microsoft 365 with: just those rights, also when they are run again.</summary>
public sealed class RightsTests
{
    private const string Client = "11111111-aaaa-bbbb-cccc-000000000001";
    private const string Principal = "22222222-aaaa-bbbb-cccc-000000000002";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_app_may_send_from_the_mailboxes_that_are_named_and_from_no_other()
    {
        var organisation = await MailboxesAsync("rapport@forbundet.se", "rapport@forbundet.se", "kansli@forbundet.se");

        Assert.Equal(["rapport@forbundet.se=Finsam", "kansli@forbundet.se=Finsam"], organisation["Marked"]!.AsArray().Select(m => (string?)m));
        var principal = Assert.Single(organisation["Principals"]!.AsArray())!;
        Assert.Equal((Client, Principal), ((string?)principal["AppId"], (string?)principal["ObjectId"]));
        Assert.Equal("CustomAttribute15 -eq 'Finsam'", (string?)Assert.Single(organisation["Scopes"]!.AsArray())!["Filter"]);
        var assignment = Assert.Single(organisation["Assignments"]!.AsArray())!;
        Assert.Equal((Principal, "Application Mail.Send", "Finsam"), ((string?)assignment["App"], (string?)assignment["Role"], (string?)assignment["Scope"]));
    }

    [Fact]
    public async Task Reading_is_given_when_it_is_asked_for_also_afterwards() => Assert.Equal(
        ["Application Mail.Send", "Application Mail.Read"],
        (await MailboxesAsync("rapport@forbundet.se", "rapport@forbundet.se -Read", "rapport@forbundet.se -Read"))["Assignments"]!.AsArray().Select(a => (string?)a!["Role"]));

    [Fact]
    public async Task A_mailbox_that_is_not_there_is_told_and_no_role_is_given()
    {
        var (exitCode, _, errors) = await PowerShell.RunAsync(
            "exchange-online.ps1", [$"./ge-ratt-till-brevlada.ps1 -ClientId {Client} -PrincipalId {Principal} -Mailbox fel@annat.se"], Cancellation);
        Assert.Equal(1, exitCode);
        Assert.Contains("fel@annat.se", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://forbundet.sharepoint.com/sites/kansliet", "forbundet.sharepoint.com:/sites/kansliet")]
    [InlineData("https://forbundet.sharepoint.com/sites/kansliet/", "forbundet.sharepoint.com:/sites/kansliet")]
    [InlineData("https://forbundet.sharepoint.com", "forbundet.sharepoint.com")]
    public async Task The_app_may_write_on_the_site_that_is_named_and_on_no_other(string site, string address)
    {
        await using var owner = await SiteOwner.StartAsync(address, Cancellation);
        string[] twice = [Site(site, owner), Site(site, owner), "$global:scopes -join ' '"];
        var (exitCode, output, errors) = await PowerShell.RunAsync("graph-authentication.ps1", twice, Cancellation);

        Assert.True(exitCode == 0, errors);
        var role = Assert.Single(owner.Roles);
        Assert.Equal((Principal, "883ea226-0bf2-4a8f-9f9d-92c9162a727d"), ((string?)role["principalId"], (string?)role["appRoleId"]));
        var permission = Assert.Single(owner.Permissions);
        Assert.Equal(Client, (string?)permission["grantedToIdentitiesV2"]![0]!["application"]!["id"]);
        Assert.Equal("write", (string?)Assert.Single(permission["roles"]!.AsArray()));
        Assert.Contains("Finsam", output, StringComparison.Ordinal);
        Assert.Contains("AppRoleAssignment.ReadWrite.All Application.Read.All Sites.FullControl.All", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_that_is_not_there_is_told_and_nothing_is_opened()
    {
        await using var owner = await SiteOwner.StartAsync("forbundet.sharepoint.com:/sites/annan", Cancellation);
        var (exitCode, _, errors) = await PowerShell.RunAsync("graph-authentication.ps1", [Site("https://forbundet.sharepoint.com/sites/kansliet", owner)], Cancellation);
        Assert.Equal(1, exitCode);
        Assert.Contains("could not be found", errors, StringComparison.Ordinal);
        Assert.Empty(owner.Permissions);
    }

    private static string Site(string site, SiteOwner owner) =>
        $"./ge-ratt-till-webbplats.ps1 -ClientId {Client} -PrincipalId {Principal} -Site {site} -Graph {owner.Address.GetLeftPart(UriPartial.Authority)}";

    // What the organisation has become when the script has been run for one after the other, and that each run said that it is in scope.
    private static async Task<JsonNode> MailboxesAsync(params string[] mailboxes)
    {
        const string Mark = "=== ";
        var (exitCode, output, errors) = await PowerShell.RunAsync(
            "exchange-online.ps1",
            [
                .. mailboxes.Select(mailbox => $"./ge-ratt-till-brevlada.ps1 -ClientId {Client} -PrincipalId {Principal} -Mailbox {mailbox}"),
                $"'{Mark}' + ($organisation | ConvertTo-Json -Depth 4 -Compress)",
            ],
            Cancellation);
        Assert.True(exitCode == 0, errors);
        Assert.DoesNotContain("False", output, StringComparison.Ordinal);
        Assert.Contains("True", output, StringComparison.Ordinal);
        return JsonNode.Parse(output.Split(Mark)[1])!;
    }
}
