using System.Collections.Immutable;
using System.Diagnostics;
using Finsam.App.Access;
using Finsam.App.Records;
using Finsam.App.Reports;
using Finsam.App.Storage;
using Finsam.App.Telemetry;
using Finsam.Domain.Associations;
using Finsam.Domain.Records;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Finsam.App.Pages;

/// <summary>The one way into a use case from HTTP: sets the security headers, lets in whom the rule lets in, refuses posts from other sites,
/// and turns storage that is down into the 503 page. No middleware does any of it, since none runs in Functions.</summary>
public sealed partial class PageRunner(
    Render render, ISignIn signIn, IRecordStore records, FindLink links, IStorageFaults faults, IOptions<Settings> settings, ILogger<PageRunner> log)
{
    /// <summary>Runs a use case for a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="rule">Who may.</param>
    /// <param name="useCase">What they may do, given who they are.</param>
    public async Task<IResult> RunAsync(HttpRequest request, AccessRule rule, Func<Caller, Task<IResult>> useCase)
    {
        SecurityHeaders.Set(request, settings.Value);
        using var trace = Begin(request, rule);
        try
        {
            if (!IsRead(request) && rule is not AccessRule.SignedBody && !IsOurOwn(request))
            {
                return await render.ProblemAsync(request, ProblemKind.OtherSite);
            }

            var (caller, refusal) = await AdmitAsync(request, rule);
            return caller is null ? refusal! : await useCase(caller);
        }
        catch (BadHttpRequestException e)
        {
            return await render.ProblemAsync(request, e.StatusCode == StatusCodes.Status413PayloadTooLarge ? ProblemKind.TooLarge : ProblemKind.BadRequest);
        }
        catch (OperationCanceledException) when (request.HttpContext.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to be answered. As a failure it would stand among the errors, with the address and so the link.
            return Results.Empty;
        }
        catch (Exception e) when (e is not OperationCanceledException && faults.IsUnavailable(e))
        {
            LogStorageDown(e);
            trace?.SetStatus(ActivityStatusCode.Error, "storage");
            request.HttpContext.Response.Headers.RetryAfter = "60";
            return await render.ProblemAsync(request, ProblemKind.StorageDown);
        }
    }

    // The beginning of the address is one of our own words; the rest may hold a token.
    private static Activity? Begin(HttpRequest request, AccessRule rule)
    {
        var trace = Traces.Begin($"{request.Method} /{request.Path.Value?.Split('/', 3) switch { [_, var first, ..] => first, _ => "" }}", ActivityKind.Server);
        return rule switch
        {
            AccessRule.LinkHolder(var report) => trace.About(report),
            AccessRule.Member(var association, _) => trace.About(association),
            _ => trace,
        };
    }

    private static bool IsRead(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    // Browsers of today say where a request comes from; the others, and programs, must send our own address as Origin.
    private bool IsOurOwn(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() switch
    {
        "same-origin" => true,
        "" => string.Equals(request.Headers.Origin.ToString(), settings.Value.PublicUrl.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    private async Task<(Caller? Caller, IResult? Refusal)> AdmitAsync(HttpRequest request, AccessRule rule)
    {
        switch (rule)
        {
            case AccessRule.Anyone or AccessRule.SignedBody:
                return (new Caller(""), null);
            case AccessRule.LinkHolder(var report):
                var token = ReportCookie.TokenIn(request, report, settings.Value.IsHttps);
                return await links.HandleAsync(token ?? "", request.HttpContext.RequestAborted) is { Opens: true, Link: var link } && link.Report == report
                    ? (new Caller(link.Contact), null)
                    : (null, await render.ProblemAsync(request, ProblemKind.LinkNeeded));
        }

        if (signIn.PersonOf(request) is not { } person)
        {
            return (null, await render.SignInAsync(request, signIn.SignInAddress(request)));
        }

        var caller = new Caller(person.ObjectId.ToString(), person);
        return rule switch
        {
            AccessRule.SignedIn => (caller, null),
            AccessRule.Administrator when signIn.IsAdministrator(person) => (caller, null),
            AccessRule.Member(var association, var needed) => await RoleInAsync(person, association, request.HttpContext.RequestAborted) switch
            {
                // An association one may not see looks the same as one that does not exist.
                null => (null, await render.ProblemAsync(request, ProblemKind.NotFound)),
                { } role when role < needed => (null, await render.ProblemAsync(request, ProblemKind.NotAllowed)),
                var role => (caller with { Role = role }, null),
            },
            _ => (null, await render.ProblemAsync(request, ProblemKind.NotFound)),
        };
    }

    /// <summary>The records of the associations a person may see.</summary>
    public async Task<ImmutableArray<AssociationRecord>> AssociationsOfAsync(SignedInPerson person, CancellationToken cancellation)
    {
        var seen = ImmutableArray.CreateBuilder<AssociationRecord>();
        foreach (var id in await records.AssociationsAsync(cancellation))
        {
            if (await records.FindAsync(id, cancellation) is { Record: var record } && RoleOf(person, record.Association) is not null)
            {
                seen.Add(record);
            }
        }

        return seen.ToImmutable();
    }

    private async Task<Role?> RoleInAsync(SignedInPerson person, string association, CancellationToken cancellation) =>
        Domain.Identifier.IsValid(association) && await records.FindAsync(association, cancellation) is { } found ? RoleOf(person, found.Record.Association) : null;

    private Role? RoleOf(SignedInPerson person, Association association) => signIn.IsAdministrator(person)
        ? Role.Chief
        : association.Access.Where(a => a.IsFor(person.TenantId, person.ObjectId)).Max(a => (Role?)a.Role);

    [LoggerMessage(Level = LogLevel.Error, Message = "Storage does not answer")]
    private partial void LogStorageDown(Exception e);
}
