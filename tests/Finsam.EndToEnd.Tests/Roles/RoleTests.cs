using System.Net;
using System.Text.RegularExpressions;
using Finsam.App.People;
using Finsam.App.Records;
using Finsam.Cli;
using Finsam.Domain.Associations;
using Finsam.LocalWorker;

namespace Finsam.EndToEnd.Tests.Roles;

/// <summary>What each role may do, route by route, and that an association is closed to those of another. The routes are taken from the running app: a new one
/// for people who sign in fails until it says here which role it asks for.</summary>
public sealed partial class RoleTests(RolesInstance roles) : IClassFixture<RolesInstance>
{
    // Null is an administrator's; what anybody who has signed in may see stands in AnyPerson.
    private static readonly Dictionary<string, Role?> Needed = new(StringComparer.Ordinal)
    {
        ["Association"] = Role.Reader,
        ["ApiAssociation"] = Role.Reader,
        ["ApiYearCycle"] = Role.Reader,
        ["Period"] = Role.Reader,
        ["ApiPeriod"] = Role.Reader,
        ["Report"] = Role.Reader,
        ["ReportFile"] = Role.Reader,
        ["ReportPdf"] = Role.Reader,
        ["FormPreview"] = Role.Reader,
        ["TemplatePreview"] = Role.Reader,
        ["DraftFile"] = Role.Reader,
        ["OpenPeriod"] = Role.Developer,
        ["RequestDraft"] = Role.Developer,
        ["ApiOpenPeriod"] = Role.Developer,
        ["ApiRequestDraft"] = Role.Developer,
        ["SettleContact"] = Role.Developer,
        ["RemindLate"] = Role.Developer,
        ["RemindReport"] = Role.Developer,
        ["QuietReport"] = Role.Developer,
        ["ExtendReport"] = Role.Developer,
        ["ReturnReport"] = Role.Developer,
        ["ApproveReport"] = Role.Developer,
        ["ApiRecord"] = Role.Developer,
        ["ApiRecordFile"] = Role.Developer,
        ["ApiRecordFolderFile"] = Role.Developer,
        ["ApiChanges"] = Role.Developer,
        ["Changes"] = Role.Developer,
        ["ApiLists"] = Role.Developer,
        ["ApiList"] = Role.Developer,
        ["ApiReplaceRecord"] = Role.Chief,
        ["ApiReplaceRecordFile"] = Role.Chief,
        ["ApiReplaceRecordFolderFile"] = Role.Chief,
        ["ApiImportList"] = Role.Chief,
        ["WordTemplate"] = Role.Developer,
        ["TryWordTemplate"] = Role.Developer,
        ["UploadWordTemplate"] = Role.Chief,
        ["RemoveWordTemplate"] = Role.Chief,
        ["MailTexts"] = Role.Chief,
        ["SaveDraft"] = Role.Developer,
        ["MailText"] = Role.Chief,
        ["ChangeMailText"] = Role.Chief,
        ["People"] = Role.Chief,
        ["GrantRole"] = Role.Chief,
        ["RemovePerson"] = Role.Chief,
        ["ApiImport"] = null,
        ["ApiTick"] = null,
    };

    private static readonly HashSet<string> AnyPerson = ["Root", "Overview", "ApiAssociations", "About"];

    public static TheoryData<string> Routes =>
        [.. FunctionsCommand.Table().Functions.Where(f => f.Trigger == FunctionTrigger.Http && IsSignedIn(f.Name)).Select(f => f.Name)];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task A_route_lets_in_the_roles_it_should_and_says_no_to_the_others(string function)
    {
        if (AnyPerson.Contains(function))
        {
            return;
        }

        Assert.True(Needed.TryGetValue(function, out var needed), $"{function} has no role in this test");
        foreach (var role in Enum.GetValues<Role>())
        {
            using var client = roles.As(role);
            using var answer = await AccessTests.SendAsync(client, function);
            if (needed is null)
            {
                Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            }
            else if (role < needed)
            {
                Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            }
            else
            {
                Assert.DoesNotContain(answer.StatusCode, new[] { HttpStatusCode.Forbidden, HttpStatusCode.Unauthorized, HttpStatusCode.InternalServerError });
            }
        }
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task An_association_is_closed_to_the_people_of_another(string function)
    {
        if (AnyPerson.Contains(function) || Needed.GetValueOrDefault(function) is null)
        {
            return;
        }

        using var client = roles.As(Role.Chief);
        using var answer = await AccessTests.SendAsync(client, function, RolesInstance.Other);
        using var missing = await AccessTests.SendAsync(client, function, "finns-inte");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(await missing.Content.ReadAsStringAsync(Cancellation), await answer.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task A_person_sees_only_the_associations_they_have_a_role_in()
    {
        using var reader = roles.As(Role.Reader);
        var seen = await reader.GetStringAsync(new Uri("/oversikt", UriKind.Relative), Cancellation);
        Assert.Contains("/oversikt/gavleborg", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("annat", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("annat", await reader.GetStringAsync(new Uri("/api/forbund", UriKind.Relative), Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_without_any_role_sees_the_id_to_send_to_the_chef()
    {
        using var stranger = roles.As(RolesInstance.Stranger);
        Assert.Contains(RolesInstance.Id(RolesInstance.Stranger), await stranger.GetStringAsync(new Uri("/oversikt", UriKind.Relative), Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/oversikt/gavleborg/2023-helar")]
    [InlineData("/oversikt/gavleborg/2023-helar/hofors")]
    [InlineData("/oversikt/gavleborg")]
    public async Task A_reader_is_shown_no_button(string page)
    {
        using var reader = roles.As(Role.Reader);
        using var developer = roles.As(Role.Developer);

        // While a draft is made, anybody may look whether it is ready.
        var read = LookAgain().Replace(await reader.GetStringAsync(new Uri(page, UriKind.Relative), Cancellation), "");
        Assert.DoesNotContain("<form", read, StringComparison.Ordinal);
        Assert.DoesNotContain("<button", read, StringComparison.Ordinal);
        Assert.DoesNotContain("/andringar/", read, StringComparison.Ordinal);
        Assert.DoesNotContain("/personer/", read, StringComparison.Ordinal);

        var worked = await developer.GetStringAsync(new Uri(page, UriKind.Relative), Cancellation);
        Assert.Equal(page.Split('/').Length > 3, worked.Contains("<button", StringComparison.Ordinal));
        Assert.DoesNotContain("/personer/", worked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_developer_sees_the_Word_template_and_no_way_to_change_it()
    {
        using var developer = roles.As(Role.Developer);
        using var chef = roles.As(Role.Chief);
        var page = new Uri("/wordmall/gavleborg", UriKind.Relative);
        var seen = await developer.GetStringAsync(page, Cancellation);
        Assert.Contains("prov.docx", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", seen, StringComparison.Ordinal);
        Assert.Contains("<form", await chef.GetStringAsync(page, Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_chef_gives_changes_and_takes_away_a_role_and_it_is_kept_who_did_it()
    {
        using var chef = roles.As(Role.Chief, redirect: true);
        using var newcomer = roles.As(RolesInstance.Stranger);
        Assert.Equal(HttpStatusCode.NotFound, (await newcomer.GetAsync(new Uri("/oversikt/gavleborg", UriKind.Relative), Cancellation)).StatusCode);

        var page = await PostAsync(chef, "roll", (PeoplePages.NameField, "Ny Person"), (PeoplePages.IdField, " " + RolesInstance.Id(RolesInstance.Stranger)), (PeoplePages.RoleField, "reader"));
        Assert.Contains("Ny Person", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await newcomer.GetAsync(new Uri("/oversikt/gavleborg", UriKind.Relative), Cancellation)).StatusCode);

        await PostAsync(chef, "roll", (PeoplePages.IdField, RolesInstance.Id(RolesInstance.Stranger)), (PeoplePages.RoleField, "developer"));
        Assert.Contains(await roles.PeopleAsync("gavleborg"), p => p is { Role: Role.Developer, Name: "Ny Person" });

        await PostAsync(chef, "ta-bort", (PeoplePages.IdField, RolesInstance.Id(RolesInstance.Stranger)));
        Assert.Equal(HttpStatusCode.NotFound, (await newcomer.GetAsync(new Uri("/oversikt/gavleborg", UriKind.Relative), Cancellation)).StatusCode);

        var versions = await roles.Instance.Service<IRecordStore>().VersionsAsync("gavleborg", Cancellation);
        Assert.Equal(3, versions.Count(v => v.Source == ChangeSource.Page && v.Who == RolesInstance.Person(Role.Chief).ToString() && v.Changes.Any(c => c.Path.StartsWith("access", StringComparison.Ordinal))));
        var changes = await chef.GetStringAsync(new Uri("/andringar/gavleborg", UriKind.Relative), Cancellation);
        Assert.Contains("Verksamhetsutvecklare", changes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_chef_cannot_be_taken_away()
    {
        using var chef = roles.As(Role.Chief, redirect: true);
        var self = RolesInstance.Id(RolesInstance.Person(Role.Chief));
        foreach (var answer in new[] { await PostAsync(chef, "ta-bort", (PeoplePages.IdField, self)), await PostAsync(chef, "roll", (PeoplePages.IdField, self), (PeoplePages.RoleField, "reader")) })
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
            Assert.Contains("Förbundet behöver en förbundschef", answer.Text, StringComparison.Ordinal);
        }

        Assert.Contains(await roles.PeopleAsync("gavleborg"), p => p.Role == Role.Chief);
    }

    [Fact]
    public async Task What_is_not_an_id_is_said_at_its_field_with_what_was_written()
    {
        using var chef = roles.As(Role.Chief, redirect: true);
        var answer = await PostAsync(chef, "roll", (PeoplePages.NameField, ""), (PeoplePages.IdField, "anna@exempel.se"), (PeoplePages.RoleField, "reader"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("href=\"#person\"", answer.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"#namn\"", answer.Text, StringComparison.Ordinal);
        Assert.Contains("anna@exempel.se", answer.Text, StringComparison.Ordinal);
    }

    private static bool IsSignedIn(string function) => !AccessTests.Rules.TryGetValue(function, out var rule) || rule == AccessTests.SignedIn;

    private static async Task<(HttpStatusCode Status, string Text)> PostAsync(HttpClient client, string what, params (string Field, string Value)[] form)
    {
        using var content = new FormUrlEncodedContent(form.ToDictionary(f => f.Field, f => f.Value));
        using var answer = await client.PostAsync(new Uri("/personer/gavleborg/" + what, UriKind.Relative), content, Cancellation);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
    }

    [GeneratedRegex("<form method=\"get\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex LookAgain();
}
