using Finsam.App.Access;
using Finsam.App.Pages;
using Finsam.App.Records;
using Finsam.Domain.Associations;
using Microsoft.AspNetCore.Http;

namespace Finsam.App.People;

/// <summary>Who may sign in to an association, and as what: the chef's page.</summary>
public sealed class PeoplePages(PageRunner pages, Render render, IRecordStore records, ChangePeople change)
{
    /// <summary>The form field of a person's id, as <see cref="PersonId"/> writes it.</summary>
    public const string IdField = "person";

    /// <summary>The form field of a person's name.</summary>
    public const string NameField = "namn";

    /// <summary>The form field of a role.</summary>
    public const string RoleField = "roll";

    private const int LongestName = 200;

    /// <summary>The page.</summary>
    public Task<IResult> ShowAsync(HttpRequest request, string association) =>
        ForAsync(request, association, caller => PageAsync(request, association, caller, model => model));

    /// <summary>Gives a person a role.</summary>
    public Task<IResult> GrantAsync(HttpRequest request, string association) => PostAsync(request, association, async (form, caller, cancellation) =>
    {
        var (name, id, role) = (form[NameField].ToString().Trim(), form[IdField].ToString().Trim(), RoleWords.Of(form[RoleField].ToString()));
        var person = PersonId.Read(id);
        var errors = new List<(string Field, string Message)>();
        if (form.ContainsKey(NameField) && name.Length is 0 or > LongestName)
        {
            errors.Add((NameField, PeopleTexts.NoName));
        }

        if (person is null)
        {
            errors.Add((IdField, PeopleTexts.NoId));
        }

        if (role is null)
        {
            errors.Add((RoleField, PeopleTexts.NoRole));
        }

        if (errors.Count == 0)
        {
            var grant = new AccessGrant(role!.Value, person!.Value.TenantId, person.Value.ObjectId) { Name = name.Length == 0 ? null : name };
            return await AnswerAsync(request, association, caller, await change.GrantAsync(association, grant, caller, cancellation));
        }

        return await PageAsync(request, association, caller, model => model with { Name = name, Id = id, Role = role ?? Role.Reader, Errors = [.. errors] });
    });

    /// <summary>Takes a person's role away.</summary>
    public Task<IResult> RemoveAsync(HttpRequest request, string association) => PostAsync(request, association, async (form, caller, cancellation) =>
        PersonId.Read(form[IdField].ToString()) is var (tenantId, objectId)
            ? await AnswerAsync(request, association, caller, await change.RemoveAsync(association, tenantId, objectId, caller, cancellation))
            : await render.ProblemAsync(request, ProblemKind.BadRequest));

    private async Task<IResult> AnswerAsync(HttpRequest request, string association, Caller caller, PeopleOutcome outcome) => outcome switch
    {
        PeopleOutcome.Done => Render.SeeOther(PeopleRoutes.Address(association)),
        PeopleOutcome.LastChief => await PageAsync(request, association, caller, model => model with { Errors = [("", PeopleTexts.LastChief)] }),
        PeopleOutcome.Unknown => await render.ProblemAsync(request, ProblemKind.NotFound),
        _ => await render.ProblemAsync(request, ProblemKind.ChangedMeanwhile),
    };

    private async Task<IResult> PageAsync(HttpRequest request, string association, Caller caller, Func<PeopleModel, PeopleModel> with)
    {
        if ((await records.FindAsync(association, request.HttpContext.RequestAborted))?.Record is not { } record)
        {
            return await render.ProblemAsync(request, ProblemKind.NotFound);
        }

        var model = with(new PeopleModel(record.Association, caller.Person!));
        return await render.PageAsync<PeoplePage>(
            nameof(PeoplePage.Model), model, model.Errors.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private Task<IResult> PostAsync(HttpRequest request, string association, Func<IFormCollection, Caller, CancellationToken, Task<IResult>> useCase) =>
        ForAsync(request, association, async caller => request.HasFormContentType
            ? await useCase(await request.ReadFormAsync(request.HttpContext.RequestAborted), caller, request.HttpContext.RequestAborted)
            : await render.ProblemAsync(request, ProblemKind.WrongContentType));

    private Task<IResult> ForAsync(HttpRequest request, string association, Func<Caller, Task<IResult>> useCase) =>
        pages.RunAsync(request, new AccessRule.Member(association, Role.Chief), useCase);
}
