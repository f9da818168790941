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
        if (await FormBody.ReadAsync(request, LargestFile + Around) is not { } entry)
        {
            return await render.ProblemAsync(request, ProblemKind.WrongContentType);
        }

        var refusal = entry.Files.FirstOrDefault(f => PartEntry.FilePrefix + f.Block == FileField) is not { } file ? WordTemplateTexts.ChooseFile
            : file.Content.Length > LargestFile ? WordTemplateTexts.TooLarge
            : await choose.HandleAsync(association, file.Name, file.Content, caller, request.HttpContext.RequestAborted);
        return refusal is null ? Render.SeeOther(Address(association)) : await ShowAsync(request, found, caller, refusal);
    });

    /// <summary>Takes the template away.</summary>
    public Task<IResult> RemoveAsync(HttpRequest request, string association) => ForAsync(request, association, Role.Chief, async (_, caller) =>
    {
        await choose.RemoveAsync(association, caller, request.HttpContext.RequestAborted);
        return Render.SeeOther(Address(association));
    });

    /// <summary>A made-up draft in the template in use.</summary>
    public Task<IResult> TrialAsync(HttpRequest request, string association) => ForAsync(request, association, Role.Developer, async (found, _) =>
    {
        var choice = await chosen.FindAsync(association, clock.GetUtcNow(), request.HttpContext.RequestAborted);
        var template = await chosen.ReadAsync(association, choice, request.HttpContext.RequestAborted);
        return Results.Bytes(TrialDraft.Write(found.Name, template), DraftFiles.WordMediaType, "prov.docx");
    });

    private async Task<IResult> ShowAsync(HttpRequest request, Association association, Caller caller, string? refusal) => await render.PageAsync<WordTemplatePage>(
        nameof(WordTemplatePage.Model),
        new WordTemplateModel(association, (await templates.ListAsync(association.Id, request.HttpContext.RequestAborted)).LastOrDefault() is { Sha256: not null } choice ? choice : null, refusal)
        {
            MayChange = caller.Role >= Role.Chief,
        },
        refusal is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

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
public sealed record WordTemplateModel(Association Association, WordTemplateChoice? Choice, string? Refusal)
{
    /// <summary>True for whoever may change the template, and so is shown how.</summary>
    public bool MayChange { get; init; }
}
