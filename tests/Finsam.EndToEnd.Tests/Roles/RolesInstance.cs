using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Finsam.App.Access;
using Finsam.App.Records;
using Finsam.Cli.Hosting;
using Finsam.Domain.Associations;
using Finsam.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Finsam.EndToEnd.Tests.Roles;

/// <summary>One installation with two associations that have the same initiatives and periods, an open period in each, and a person for each role in the first.
/// People sign in as in Azure: by the header that App Service sets.</summary>
public sealed class RolesInstance : IAsyncLifetime
{
    public const string Other = "annat";

    private static readonly Guid Tenant = new("11111111-1111-1111-1111-111111111111");

    public static readonly Guid Stranger = new("22222222-0000-0000-0000-00000000000f");

    public TestInstance Instance { get; private set; } = null!;

    public static Guid Person(Role role) => new($"22222222-0000-0000-0000-00000000000{(int)role}");

    public async ValueTask InitializeAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        Instance = await TestInstance.StartAsync(
            cancellation,
            new Dictionary<string, string?> { ["WEBSITE_AUTH_ENABLED"] = "True" },
            services: services =>
            {
                var link = (LocalSignIn)services.Single(s => s.ServiceType == typeof(ISignIn)).ImplementationInstance!;
                services.AddSingleton<ISignIn>(provider => new HeaderOrLink(provider, link));
            });
        await Instance.OpenAsync(cancellation);
        var record = TestInstance.Gavleborg.Record;
        await SaveAsync(record with { Association = record.Association with { Access = [.. Enum.GetValues<Role>().Select(r => new AccessGrant(r, Tenant, Person(r)) { Name = r.ToString() })] } });
        await SaveAsync(record with { Association = record.Association with { Id = Other, Name = "Ett annat förbund" } });
        await Instance.TickAsync(cancellation);
    }

    public ValueTask DisposeAsync() => Instance.DisposeAsync();

    public HttpClient As(Role role, bool redirect = false) => As(Person(role), redirect);

    public HttpClient As(Guid person, bool redirect = false)
    {
        var client = TestInstance.Client(Instance.Address, redirect);
        var principal = JsonSerializer.Serialize(new { claims = new[] { new { typ = "oid", val = person.ToString() }, new { typ = "tid", val = Tenant.ToString() } } });
        client.DefaultRequestHeaders.Add("X-MS-CLIENT-PRINCIPAL", Convert.ToBase64String(Encoding.UTF8.GetBytes(principal)));
        return client;
    }

    public static string Id(Guid person) => $"{Tenant}/{person}";

    public async Task<ImmutableArray<AccessGrant>> PeopleAsync(string association) =>
        (await Instance.Service<IRecordStore>().FindAsync(association, TestContext.Current.CancellationToken))!.Record.Association.Access;

    private async Task SaveAsync(Domain.Records.AssociationRecord record) =>
        Assert.IsType<SaveOutcome.Saved>(await Instance.Service<SaveRecord>().HandleAsync(record, new Caller("test"), ChangeSource.Package, null, TestContext.Current.CancellationToken));

    // The chef of TestInstance comes by the link, everybody else by App Service's header.
    private sealed class HeaderOrLink(IServiceProvider provider, LocalSignIn link) : ISignIn
    {
        private readonly AppServiceSignIn _header = new(provider.GetRequiredService<IConfiguration>(), provider.GetRequiredService<IOptions<App.Settings>>());
        private readonly LocalSignIn _link = link;

        public SignedInPerson? PersonOf(HttpRequest request) => _header.PersonOf(request) ?? _link.PersonOf(request);

        public string? SignInAddress(HttpRequest request) => _header.SignInAddress(request);

        public bool IsAdministrator(SignedInPerson person) => _link.IsAdministrator(person);
    }
}
