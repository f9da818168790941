using System.Net;
using Finsam.App.Forms.Sharing;
using Finsam.App.Records;

namespace Finsam.EndToEnd.Tests.Forms;

/// <summary>"Fel mottagare", and a colleague beside oneself.</summary>
[Collection(AllKindsInstance.Tests)]
public sealed class ContactProposalTests(AllKindsInstance opened)
{
    private const string Page = "mottagare";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_changes_until_the_chef_has_said_yes()
    {
        var (records, owner) = (opened.Instance.Service<IRecordStore>(), await opened.OpenAsync());
        using (owner)
        {
            var before = (await records.FindAsync("alla", Cancellation))!.Version;
            Assert.Equal(HttpStatusCode.SeeOther, (await owner.PostAsync(Page, ("namn", "Bo"), ("epost", "bo@exempel.se"), ("byt", "ja"), ("meddelande", "Jag har slutat."))).Status);

            var proposal = Assert.Single((await opened.SavedAsync(owner.Report)).Head.Value.Proposals);
            Assert.Equal(("Bo", "bo@exempel.se", AllKinds.Owner, AllKinds.Owner, "Jag har slutat."), (proposal.Name, proposal.Email, proposal.Replaces, proposal.By, proposal.Message));
            Assert.Equal(before, (await records.FindAsync("alla", Cancellation))!.Version);
            Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync("del/ekonomi")).Status);
            Assert.Contains("Bo (bo@exempel.se), i stället för Ägaren", (await owner.GetAsync(Page)).Text, StringComparison.Ordinal);
            Assert.DoesNotContain(opened.Instance.Mails("*"), f => f.Contains(owner.Report.Initiative + ".", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Nothing_is_chosen_beforehand_and_nothing_is_proposed_before_something_is()
    {
        using var owner = await opened.OpenAsync();
        Assert.Equal("", (await owner.GetAsync(Page)).ValueOf("byt"));
        var refused = await owner.PostAsync(Page, ("namn", "Bo"), ("epost", "bo@exempel.se"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal("#byt", Assert.Single(refused.Document.QuerySelectorAll(".summary a")).GetAttribute("href"));
        Assert.Equal("radio", refused.Document.QuerySelector("#byt")?.GetAttribute("type"));
        Assert.Empty((await opened.SavedAsync(owner.Report)).Head.Value.Proposals);
    }

    [Fact]
    public async Task Only_whoever_has_proposed_somebody_sees_it_in_the_form()
    {
        using var owner = await opened.OpenAsync();
        await owner.PostAsync(Page, ("namn", "Bo"), ("epost", "bo@exempel.se"), ("byt", "ja"));
        using var party = await opened.OpenAsync(owner.Report, AllKinds.PartyA);
        Assert.DoesNotContain("bo@exempel.se", (await party.GetAsync(Page)).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Väntar på förbundet", (await party.GetAsync(Page)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_may_wait_for_the_chef_at_once()
    {
        using var party = await opened.OpenAsync(opened.Next(), AllKinds.PartyA);
        for (var n = 1; n <= ProposeContact.Most; n++)
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await party.PostAsync(Page, ("namn", $"Nr {n}"), ("epost", $"nr{n}@exempel.se"), ("byt", "nej"))).Status);
        }

        var refused = await party.PostAsync(Page, ("namn", "Nr 6"), ("epost", "nr6@exempel.se"), ("byt", "nej"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal("Nr 6", refused.ValueOf("namn"));
        Assert.Contains("Fem förslag väntar redan", refused.Text, StringComparison.Ordinal);
        var proposals = (await opened.SavedAsync(party.Report)).Head.Value.Proposals;
        Assert.Equal(["forslag-1", "forslag-2", "forslag-3", "forslag-4", "forslag-5"], proposals.Select(p => p.Id));
        Assert.All(proposals, p => Assert.Null(p.Replaces));
    }

    [Fact]
    public async Task What_is_wrong_is_told_and_everything_written_stands_there_again()
    {
        using var owner = await opened.OpenAsync();
        var refused = await owner.PostAsync(Page, ("namn", new string('x', 101)), ("epost", "bo@"), ("byt", "nej"), ("meddelande", new string('y', 501)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(["#namn", "#epost", "#meddelande"], refused.Document.QuerySelectorAll(".summary a").Select(a => a.GetAttribute("href")));
        Assert.Equal((new string('x', 101), "bo@", new string('y', 501), "nej"), (refused.ValueOf("namn"), refused.ValueOf("epost"), refused.ValueOf("meddelande"), refused.ValueOf("byt")));
        Assert.Empty((await opened.SavedAsync(owner.Report)).Head.Value.Proposals);
    }

    [Fact]
    public async Task Whoever_got_a_part_passed_on_replaces_no_contact()
    {
        using var owner = await opened.OpenAsync();
        await PassOnTests.PassOnAsync(owner, "Anna", "anna@exempel.se", "", "mal");
        using var helper = await opened.OpenAsync(owner.Report, "vidare-1");
        Assert.Equal(HttpStatusCode.SeeOther, (await helper.PostAsync(Page, ("namn", "Bo"), ("epost", "bo@exempel.se"), ("byt", "ja"))).Status);
        Assert.Null(Assert.Single((await opened.SavedAsync(owner.Report)).Head.Value.Proposals).Replaces);
    }
}
