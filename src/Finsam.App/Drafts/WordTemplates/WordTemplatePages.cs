using System.Collections.Immutable;
using System.Globalization;
using Finsam.App.Access;
using Finsam.App.Forms;
using Finsam.App.Pages;
using Finsam.App.Records;
using Finsam.Domain.Associations;
using Microsoft.AspNetCore.Http;

namespace Finsam.App.Drafts.WordTemplates;

/// <summary>Where the chef gives the drafts the association's own look.</summary>
public sealed class WordTemplatePages(
    PageRunner pages, Render render, IRecordStore records, IWordTemplateStore templates, ChosenTemplate chosen, ChooseTemplate choose, TimeProvider clock)
{
    /// <summary>The page.</summary>
    public const string Route = "wordmall/{association}";

    /// <summary>Takes the template away.</summary>
    public const string RemoveRoute = Route + "/ta-bort";

    /// <summary>A made-up draft in the template.</summary>
    public const string TrialRoute = Route + "/prov.docx";

    /// <summary>The most a template may be: 10 MB.</summary>
    public const int LargestFile = 10 * 1024 * 1024;

    /// <summary>The form field with the file.</summary>
    public const string FileField = PartEntry.FilePrefix + "mall";

    private const string DoneQuery = "klart";
    private const string TakenIn = "mall";
    private const string TakenAway = "borttagen";

    // What stands around a file in a posted form, and so much more that one a little too large is told of at its field.
    private const int Around = 2 * 1024 * 1024;

    /// <summary>The address of the page.</summary>
    public static string Address(string association) => "/wordmall/" + association;

    /// <summary>Shows which template is in use.</summary>
    public Task<IResult> PageAsync(HttpRequest request, string association) =>
        ForAsync(request, association, Role.Developer, (found, caller) => ShowAsync(request, found, caller, refusal: null));

    /// <summary>Takes in a template.</summary>
    public Task<IResult> UploadAsync(HttpRequest request, string association) => ForAsync(request, association, Role.Chief, async (found, caller) =>
    {
        PartEntry? entry;
        try
        {
            entry = await FormBody.ReadAsync(request, LargestFile + Around);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return await ShowAsync(request, found, caller, WordTemplateTexts.TooLarge);
        }

        if (entry is null)
        {
            return await render.ProblemAsync(request, ProblemKind.WrongContentType);
        }

        var refusal = entry.Files.FirstOrDefault(f => PartEntry.FilePrefix + f.Block == FileField) is not { } file ? WordTemplateTexts.ChooseFile
            : file.Content.Length > LargestFile ? WordTemplateTexts.TooLarge
            : await choose.HandleAsync(association, file.Name, file.Content, caller, request.HttpContext.RequestAborted);
        return refusal is null ? Done(association, TakenIn) : await ShowAsync(request, found, caller, refusal);
    });

    /// <summary>Takes the template away.</summary>
    public Task<IResult> RemoveAsync(HttpRequest request, string association) => ForAsync(request, association, Role.Chief, async (_, caller) =>
    {
        await choose.RemoveAsync(association, caller, request.HttpContext.RequestAborted);
        return Done(association, TakenAway);
    });

    /// <summary>A made-up draft in the template in use.</summary>
    public Task<IResult> TrialAsync(HttpRequest request, string association) => ForAsync(request, association, Role.Developer, async (found, _) =>
    {
        var choice = await chosen.FindAsync(association, clock.GetUtcNow(), request.HttpContext.RequestAborted);
        var reading = await chosen.ReadAsync(association, choice, request.HttpContext.RequestAborted);
        return Results.Bytes(TrialDraft.Write(found.Name, reading?.Template), DraftFiles.WordMediaType, "prov.docx");
    });

    private static IResult Done(string association, string what) => Render.SeeOther($"{Address(association)}?{DoneQuery}={what}");

    // What was done is told only as long as it is so: the page may be reloaded after somebody else has done the opposite.
    private static string? Told(HttpRequest request, WordTemplateChoice? choice) => request.Query[DoneQuery].ToString() switch
    {
        TakenIn when choice is not null => WordTemplateTexts.TakenIn,
        TakenAway when choice is null => WordTemplateTexts.TakenAway,
        _ => null,
    };

    private async Task<IResult> ShowAsync(HttpRequest request, Association association, Caller caller, string? refusal)
    {
        var choice = (await templates.ListAsync(association.Id, request.HttpContext.RequestAborted)).LastOrDefault() is { Sha256: not null } chosenNow ? chosenNow : null;
        var reading = await chosen.ReadAsync(association.Id, choice, request.HttpContext.RequestAborted);
        return await render.PageAsync<WordTemplatePage>(
            nameof(WordTemplatePage.Model),
            new WordTemplateModel(association, choice, refusal, refusal is null ? Told(request, choice) : null)
            {
                MayChange = caller.Role >= Role.Chief,
                Advice = reading is null ? [] : reading.Template?.Advice ?? [string.Format(CultureInfo.InvariantCulture, WordTemplateTexts.UsedNoMore, reading.Refusal)],
            },
            refusal is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private Task<IResult> ForAsync(HttpRequest request, string association, Role role, Func<Association, Caller, Task<IResult>> useCase) =>
        pages.RunAsync(request, new AccessRule.Member(association, role), async caller =>
            await records.FindAsync(association, request.HttpContext.RequestAborted) is { Record.Association: var found }
                ? await useCase(found, caller)
                : await render.ProblemAsync(request, ProblemKind.NotFound));
}

/// <summary>What the page shows.</summary>
/// <param name="Association">The association.</param>
/// <param name="Choice">The template in use; null when drafts have our own look.</param>
/// <param name="Refusal">Why a file was refused; null when none was.</param>
/// <param name="Told">What has just been done; null when nothing has.</param>
public sealed record WordTemplateModel(Association Association, WordTemplateChoice? Choice, string? Refusal, string? Told)
{
    /// <summary>True for who may change it.</summary>
    public required bool MayChange { get; init; }

    /// <summary>What is likely wrong with the template in use.</summary>
    public ImmutableArray<string> Advice { get; init; } = [];
}
