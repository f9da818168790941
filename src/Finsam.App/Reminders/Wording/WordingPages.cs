using System.Collections.Immutable;
using System.Globalization;
using Finsam.App.Access;
using Finsam.App.Forms;
using Finsam.App.Pages;
using Finsam.App.Records;
using Finsam.Domain.Associations;
using Microsoft.AspNetCore.Http;

namespace Finsam.App.Reminders.Wording;

/// <summary>The pages where the chef writes the words of the association's mails. Whatever could not be done is told with what was written still there.</summary>
public sealed class WordingPages(PageRunner pages, Render render, IRecordStore records, ChangeWording change, PreviewMail preview, SendTestMail test)
{
    /// <summary>The form field of the subject.</summary>
    public const string SubjectField = "amne";

    /// <summary>The form field of the text.</summary>
    public const string TextField = "text";

    /// <summary>The form field of the initiative that the mail is shown for.</summary>
    public const string InitiativeField = "insats";

    /// <summary>The form field that says which words these were made from.</summary>
    public const string SeenField = "sedd";

    /// <summary>The form field that says what to do: one of the four below.</summary>
    public const string ActionField = "gor";

    /// <summary>Saves.</summary>
    public const string Save = "spara";

    /// <summary>Shows the mail.</summary>
    public const string Preview = "visa";

    /// <summary>Sends it to the office.</summary>
    public const string Test = "test";

    /// <summary>Goes back to the shipped words.</summary>
    public const string Shipped = "systemets";

    /// <summary>The kinds of mail.</summary>
    public Task<IResult> ListAsync(HttpRequest request, string association) =>
        pages.RunAsync(request, new AccessRule.Member(association, Role.Chief), async _ =>
            await records.FindAsync(association, request.HttpContext.RequestAborted) is { Record: var record }
                ? await render.PageAsync<WordingListPage>(nameof(WordingListPage.Model), new WordingListModel(record))
                : await render.ProblemAsync(request, ProblemKind.NotFound));

    /// <summary>The words of a kind of mail, as they are or as they were.</summary>
    public Task<IResult> ShowAsync(HttpRequest request, string association, string kind) => ForAsync(request, association, kind, async (found, stored, _) =>
    {
        var model = await ModelAsync(found, stored, request.HttpContext.RequestAborted);
        if (request.Query[WordingRoutes.VersionQuery].ToString() is { Length: > 0 } asked)
        {
            if (!int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
                || await records.VersionAsync(association, version, request.HttpContext.RequestAborted) is not { } earlier)
            {
                return await render.ProblemAsync(request, ProblemKind.NotFound);
            }

            model = model with { Version = version, Wording = MailWordings.Of(earlier.Record, found) };
        }

        return await PageAsync(model with
        {
            Done = request.Query[WordingRoutes.DoneQuery].ToString() switch
            {
                Save => WordingTexts.DoneSaved,
                Shipped => WordingTexts.DoneShipped,
                _ => null,
            },
        });
    });

    /// <summary>Saves, shows, sends a test, or goes back to the shipped words.</summary>
    public Task<IResult> PostAsync(HttpRequest request, string association, string kind) => ForAsync(request, association, kind, async (found, stored, caller) =>
    {
        if (await FormBody.ReadAsync(request) is not { Written: var written })
        {
            return await render.ProblemAsync(request, ProblemKind.WrongContentType);
        }

        if (written.GetValueOrDefault(ActionField) == Shipped)
        {
            return await change.HandleAsync(association, found, wording: null, seen: null, caller, request.HttpContext.RequestAborted)
                ? Done(association, found, Shipped)
                : await render.ProblemAsync(request, ProblemKind.ChangedMeanwhile);
        }

        var typed = new MailWording(
            written.GetValueOrDefault(SubjectField, "").Trim(), written.GetValueOrDefault(TextField, "").ReplaceLineEndings("\n").Trim('\n').TrimEnd());
        var current = await ModelAsync(found, stored, request.HttpContext.RequestAborted);
        var model = current with
        {
            Wording = typed,
            Seen = written.GetValueOrDefault(SeenField, ""),
            Initiative = written.GetValueOrDefault(InitiativeField) is { Length: > 0 } chosen ? chosen : current.Initiative,
            Faults = CheckWording.Run(found, typed),
        };
        return !model.Faults.IsEmpty ? await PageAsync(model)
            : written.GetValueOrDefault(ActionField) is Preview or Test ? await ShowAsync(request, model, stored, isTest: written[ActionField] == Test)
            : await change.HandleAsync(association, found, typed, model.Seen, caller, request.HttpContext.RequestAborted) ? Done(association, found, Save)
            : await PageAsync(model with { Trouble = WordingTexts.ChangedMeanwhile, Seen = current.Seen });
    });

    private async Task<IResult> ShowAsync(HttpRequest request, WordingPageModel model, StoredRecord stored, bool isTest)
    {
        if (await preview.HandleAsync(stored.Record, model.Kind, model.Initiative, request.HttpContext.RequestAborted) is not var (report, values))
        {
            return await PageAsync(model with { Trouble = WordingTexts.NothingToShow });
        }

        var mail = MailTemplate.Of(model.Kind, model.Wording).Fill(values);
        if (!isTest)
        {
            return await PageAsync(model with { Preview = mail });
        }

        var association = model.Association;
        return await PageAsync(await test.HandleAsync(association, report, mail, request.HttpContext.RequestAborted) is { } why
            ? model with { Trouble = why }
            : model with { Done = string.Format(CultureInfo.InvariantCulture, WordingTexts.DoneTest, association.Office.Email) });
    }

    private async Task<WordingPageModel> ModelAsync(MailKind kind, StoredRecord stored, CancellationToken cancellation)
    {
        var record = stored.Record;
        var wording = MailWordings.Of(record, kind);
        var initiatives = preview.InitiativesOf(record);
        return new WordingPageModel
        {
            Association = record.Association,
            Kind = kind,
            Wording = wording,
            Seen = ChangeWording.MarkOf(wording),
            IsOwn = record.Mails.Find(kind.Id) is not null,
            History = WordingHistory.Shown(WordingHistory.Of(kind, await records.VersionsAsync(record.Association.Id, cancellation))),
            Initiatives = initiatives,
            Initiative = initiatives.FirstOrDefault()?.Id,
            Period = preview.PeriodOf(record),
        };
    }

    private Task<IResult> PageAsync(WordingPageModel model) => render.PageAsync<WordingPage>(
        nameof(WordingPage.Model), model, model.Faults.IsEmpty && model.Trouble is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    private static IResult Done(string association, MailKind kind, string what) => Render.SeeOther($"{WordingRoutes.Address(association, kind)}?{WordingRoutes.DoneQuery}={what}");

    private Task<IResult> ForAsync(HttpRequest request, string association, string kind, Func<MailKind, StoredRecord, Caller, Task<IResult>> useCase) =>
        pages.RunAsync(request, new AccessRule.Member(association, Role.Chief), async caller =>
            MailKind.Find(kind) is { } found && await records.FindAsync(association, request.HttpContext.RequestAborted) is { } stored
                ? await useCase(found, stored, caller)
                : await render.ProblemAsync(request, ProblemKind.NotFound));
}
