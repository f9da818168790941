using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Finsam.App.Forms;
using Finsam.App.Forms.Sharing;
using Finsam.Domain.Answers;
using Finsam.Domain.Rules;
using Finsam.Domain.Templates;
using Finsam.EndToEnd.Tests.Forms;

namespace Finsam.EndToEnd.Tests;

/// <summary>Ten thousand posts by people with links: much of it nonsense, some of it nearly right. Nothing fails, and nothing is stored that would be refused.</summary>
public sealed partial class FuzzTests(AllKindsInstance opened) : IClassFixture<AllKindsInstance>
{
    private const int Posts = 10_000;
    private const int AtOnce = 8;
    private const int Reports = 24;

    private static readonly string[] Contacts = [AllKinds.Owner, AllKinds.OtherOwner, AllKinds.PartyA, AllKinds.Accountant];

    // Another seed looks elsewhere: FINSAM_FUZZ_SEED=7.
    private static readonly int Seed = int.TryParse(Environment.GetEnvironmentVariable("FINSAM_FUZZ_SEED"), NumberStyles.None, CultureInfo.InvariantCulture, out var seed) ? seed : 1;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_posted_makes_anything_fail_and_nothing_is_stored_that_would_be_refused()
    {
        var clients = new List<FormClient>();
        for (var n = 0; n < Reports; n++)
        {
            var report = opened.Next();
            foreach (var contact in Contacts)
            {
                clients.Add(await opened.OpenAsync(report, contact));
            }
        }

        // Some can be sent as they are.
        await clients[0].FillInAsync();
        await clients[Contacts.Length].FillInAsync();

        var answers = new ConcurrentDictionary<HttpStatusCode, int>();
        var failures = new ConcurrentBag<string>();
        var revisions = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        await Parallel.ForAsync(0, Posts, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = Cancellation }, async (number, cancellation) =>
        {
            var random = new Random(unchecked((Seed * 1_000_003) + number));
            var client = clients[random.Next(clients.Count)];
            var post = new FuzzedPost(random, part => revisions.GetValueOrDefault($"{client.Report.Initiative} {part}"));
            try
            {
                using var answer = await client.Http.SendAsync(post.Request(client.Home), cancellation);
                answers.AddOrUpdate(answer.StatusCode, 1, (_, count) => count + 1);
                if ((int)answer.StatusCode >= 500)
                {
                    failures.Add($"post {number}: {(int)answer.StatusCode} {post}");
                }
                else if (post.Part is not null)
                {
                    // What the page or the script would send the next time.
                    var shown = Revision().Match(await answer.Content.ReadAsStringAsync(cancellation));
                    var key = $"{client.Report.Initiative} {post.Part}";
                    revisions[key] = shown.Success ? int.Parse(shown.Groups[1].Value, CultureInfo.InvariantCulture)
                        : revisions.GetValueOrDefault(key) + (answer.StatusCode == HttpStatusCode.SeeOther ? 1 : 0);
                }
            }
            catch (HttpRequestException e) when (post.IsLarge)
            {
                // Refused before all of it was sent.
                Assert.NotNull(e);
            }
        });

        var told = $"seed {Seed}: " + string.Join(", ", answers.OrderBy(a => a.Key).Select(a => $"{(int)a.Key} {a.Value}"));
        TestContext.Current.TestOutputHelper?.WriteLine(told);
        Assert.True(failures.IsEmpty, $"{told}\n{string.Join('\n', failures.Take(5))}");
        HttpStatusCode[] read = [HttpStatusCode.OK, HttpStatusCode.SeeOther, HttpStatusCode.Conflict, HttpStatusCode.UnprocessableEntity];
        Assert.True(read.Sum(s => answers.GetValueOrDefault(s)) >= Posts / 5, told);
        Assert.All(read, status => Assert.True(answers.GetValueOrDefault(status) > 50, told));

        var stored = 0;
        foreach (var owner in clients.Chunk(Contacts.Length).Select(c => c[0]))
        {
            stored += await HoldsAsync(owner);
        }

        Assert.True(stored > 20 * Reports, $"seed {Seed}: only {stored} answers are stored");
        clients.ForEach(c => c.Dispose());
    }

    // Gives how many answers are stored.
    private async Task<int> HoldsAsync(FormClient owner)
    {
        var saved = await opened.SavedAsync(owner.Report);
        var initiative = AllKinds.Initiative(owner.Report.Initiative);
        var parts = AllKinds.Template.PartsFor(initiative).ToDictionary(p => p.Id, p => p.FieldsFor(initiative).ToDictionary(f => f.Key));
        foreach (var part in saved.Parts.Values)
        {
            foreach (var (key, answer) in part.Answers.Entries)
            {
                var field = part.Id == FormView.ReviewPart && key.StartsWith("_forklaring.", StringComparison.Ordinal)
                    ? new Field(key, FieldKind.Text, "Förklaring") { MaxLength = 1000 }
                    : parts.GetValueOrDefault(part.Id)?.GetValueOrDefault(key);
                Assert.True(field is not null, $"seed {Seed}: {key} is stored in {part.Id}");
                Assert.True(IsAsItWouldBeRead(field, answer), $"seed {Seed}: {key} is stored as {answer}");
            }
        }

        var report = saved.Head.Value;
        Assert.True(report.PassedOn.Length <= PassOn.Most && report.Proposals.Length <= ProposeContact.Most);
        Assert.All(report.PassedOn, p => Assert.True(PersonAsked.IsAddress(p.Email) && p.Parts.All(parts.ContainsKey) && !p.Name.Any(char.IsControl)));
        Assert.All(report.Proposals, p => Assert.True(PersonAsked.IsAddress(p.Email) && !p.Name.Any(char.IsControl)));

        string[] pages = report.IsSent ? ["", "utskrift"] : ["", "utskrift", "granska", "skicka-vidare", "mottagare", .. parts.Keys.Select(p => "del/" + p)];
        foreach (var page in pages)
        {
            Assert.Equal((page, HttpStatusCode.OK), (page, (await owner.GetAsync(page)).Status));
        }

        return saved.Answers.Count;
    }

    [GeneratedRegex("(?:name=\"_revision\" value=\"|\"revision\": )([0-9]+)")]
    private static partial Regex Revision();

    private static bool IsAsItWouldBeRead(Field field, Answer answer) => field.Kind == FieldKind.File
        ? answer is Answer.File
        : FieldEntry.Read(field, PartPageModel.Entry(field, answer)) is FieldEntry.Accepted(var read) && read == answer;
}
