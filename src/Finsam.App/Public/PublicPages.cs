using System.Collections.Immutable;
using Finsam.App.Access;
using Finsam.App.Pages;
using Finsam.App.Records;
using Finsam.Domain;
using Finsam.Domain.Associations;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Finsam.App.Public;

/// <summary>What anyone may see of an association: its accessibility statement, which the law wants found without signing in, and its logo.</summary>
public sealed class PublicPages(PageRunner pages, Render render, IRecordStore records, IOptions<Settings> settings)
{
    /// <summary>The statements, for a page that belongs to no association.</summary>
    public Task<IResult> StatementsAsync(HttpRequest request) => pages.RunAsync(request, new AccessRule.Anyone(), async _ =>
    {
        var associations = ImmutableArray.CreateBuilder<Association>();
        foreach (var id in await records.AssociationsAsync(request.HttpContext.RequestAborted))
        {
            if (await FindAsync(request, id) is { } association)
            {
                associations.Add(association);
            }
        }

        return associations is [var only]
            ? await ShowAsync(only)
            : await render.PageAsync<StatementsPage>(nameof(StatementsPage.Associations), associations.ToImmutable());
    });

    /// <summary>An association's statement.</summary>
    public Task<IResult> StatementAsync(HttpRequest request, string association) => pages.RunAsync(request, new AccessRule.Anyone(), async _ =>
        await FindAsync(request, association) is { } found ? await ShowAsync(found) : await render.ProblemAsync(request, ProblemKind.NotFound));

    /// <summary>An association's logo, kept for ever since its name holds its hash.</summary>
    public Task<IResult> LogoAsync(HttpRequest request, string association, string file) => pages.RunAsync(request, new AccessRule.Anyone(), async _ =>
        await FindAsync(request, association) is { Logo: { } base64 } && Logo.Read(base64).Logo is { } logo && PublicRoutes.LogoFile(logo) == file
            ? Asset.Kept(request.HttpContext.Response, logo.Content, "image/png")
            : await render.ProblemAsync(request, ProblemKind.NotFound));

    private async Task<Association?> FindAsync(HttpRequest request, string association) =>
        Identifier.IsValid(association) ? (await records.FindAsync(association, request.HttpContext.RequestAborted))?.Record.Association : null;

    private Task<IResult> ShowAsync(Association association) => render.PageAsync<StatementPage>(
        nameof(StatementPage.Model), new StatementModel(association, settings.Value.AccessibilityAssessed, settings.Value.AccessibilityUpdated));
}

/// <summary>What an accessibility statement is made of.</summary>
/// <param name="Association">Who answers for the service.</param>
/// <param name="Assessed">When it was last examined.</param>
/// <param name="Updated">When the statement was last gone through.</param>
public sealed record StatementModel(Association Association, DateOnly Assessed, DateOnly Updated);
