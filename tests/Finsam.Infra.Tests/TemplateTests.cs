using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Finsam.Adapters.Mail;
using Finsam.App;

namespace Finsam.Infra.Tests;

/// <summary>What the template promises: least privilege, encrypted ways in, no secret, and the settings that the code reads.</summary>
public sealed partial class TemplateTests
{
    private static readonly Dictionary<string, string> Roles = new()
    {
        ["b7e6dc6d-f1e8-4753-8033-0f276bb0955b"] = "Storage Blob Data Owner",
        ["974c5e8b-45b9-4653-ba55-5f855dd0fb88"] = "Storage Queue Data Contributor",
        ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"] = "Storage Table Data Contributor",
        ["3913510d-42f4-4e42-8a64-420c390055eb"] = "Monitoring Metrics Publisher",
    };

    private static JsonObject Settings => Bicep.Resource("Microsoft.Web/sites/config", "appsettings")["properties"]!.AsObject();

    [Fact]
    public void Storage_takes_no_key_no_plain_http_and_no_anonymous_reader()
    {
        var storage = Bicep.Resource("Microsoft.Storage/storageAccounts");
        Assert.Equal("StorageV2", (string?)storage["kind"]);
        Assert.False((bool?)storage["properties"]!["allowSharedKeyAccess"]);
        Assert.False((bool?)storage["properties"]!["allowBlobPublicAccess"]);
        Assert.True((bool?)storage["properties"]!["supportsHttpsTrafficOnly"]);
        Assert.Equal("TLS1_2", (string?)storage["properties"]!["minimumTlsVersion"]);
    }

    [Fact]
    public void A_deleted_blob_comes_back_for_the_given_days_and_then_is_gone()
    {
        var blobs = Bicep.Resource("Microsoft.Storage/storageAccounts/blobServices")["properties"]!;
        Assert.True((bool?)blobs["isVersioningEnabled"]);
        Assert.True((bool?)blobs["deleteRetentionPolicy"]!["enabled"]);
        Assert.Equal("[parameters('retentionDays')]", (string?)blobs["deleteRetentionPolicy"]!["days"]);

        // Versioning without this keeps for ever what gallring deleted.
        var rule = Assert.Single(Bicep.Resource("Microsoft.Storage/storageAccounts/managementPolicies")["properties"]!["policy"]!["rules"]!.AsArray());
        Assert.True((bool?)rule!["enabled"]);
        Assert.Null(rule["definition"]!["filters"]!["prefixMatch"]);
        Assert.Equal(1, (int?)rule["definition"]!["actions"]!["version"]!["delete"]!["daysAfterCreationGreaterThan"]);
    }

    [Fact]
    public void The_app_has_exactly_these_roles_and_each_on_one_resource()
    {
        var guids = Guids().Matches(Bicep.Template.ToJsonString()).Select(m => m.Value).Distinct();
        Assert.Equal(Roles.Keys.Order(), guids.Order());

        var assignments = Bicep.Resources.Where(r => (string?)r["type"] == "Microsoft.Authorization/roleAssignments").ToArray();
        Assert.Equal(
            ["[resourceId('Microsoft.Insights/components', parameters('name'))]", "[resourceId('Microsoft.Storage/storageAccounts', parameters('storageName'))]"],
            assignments.Select(a => (string?)a["scope"]).Order());
        Assert.All(assignments, a => Assert.Contains("Microsoft.ManagedIdentity/userAssignedIdentities", (string?)a["properties"]!["principalId"], StringComparison.Ordinal));
        Assert.DoesNotContain(Bicep.Resources, r => (string?)r["type"] == "Microsoft.Authorization/roleDefinitions");
    }

    [Fact]
    public void No_key_is_ever_asked_for() => Assert.DoesNotMatch(ListCall(), Bicep.Template.ToJsonString());

    [Fact]
    public void Returns_the_apps_name_and_host_name_and_nothing_else() =>
        Assert.Equal(["appName", "hostName"], Bicep.Template["outputs"]!.AsObject().Select(o => o.Key).Order());

    [Fact]
    public void No_parameter_output_or_setting_looks_like_a_secret()
    {
        var names = Bicep.Templates.SelectMany(t => new[] { t["parameters"], t["outputs"] }).OfType<JsonObject>().SelectMany(o => o)
            .Select(o => o.Key)
            .Concat(Settings.Select(s => s.Key))
            // Says where to send telemetry, and is no secret while local authentication is off: see the test of that.
            .Except(["APPLICATIONINSIGHTS_CONNECTION_STRING"])
            // Points at a key in a vault, and a key that is public: see the tests of them.
            .Except(["Finsam__Mail__SendGrid__ApiKey", "Finsam__Mail__SendGrid__WebhookKey"]);
        Assert.All(names, name => Assert.DoesNotMatch(SecretName(), name));
        Assert.All(Settings, setting => Assert.DoesNotMatch(SecretValue(), (string?)setting.Value));
    }

    [Fact]
    public void Mail_goes_through_one_of_three_senders_and_sendgrid_keeps_to_the_eu_unless_told_otherwise()
    {
        var parameters = Bicep.Template["parameters"]!;
        Assert.Equal(["graph", "sendgrid", "smtp"], parameters["mailSender"]!["allowedValues"]!.AsArray().Select(v => (string?)v).Order());
        Assert.Equal("https://api.eu.sendgrid.com", (string?)parameters["sendGridHost"]!["defaultValue"]);
        Assert.False((bool?)parameters["graphReadMailbox"]!["defaultValue"]);
    }

    [Fact]
    public void What_stands_in_a_key_vault_is_read_by_the_apps_identity() => Assert.Contains(
        "Microsoft.ManagedIdentity/userAssignedIdentities", (string?)Bicep.Resource("Microsoft.Web/sites")["properties"]!["keyVaultReferenceIdentity"], StringComparison.Ordinal);

    [Fact]
    public void Telemetry_is_written_by_the_apps_identity_only()
    {
        Assert.True((bool?)Bicep.Resource("Microsoft.Insights/components")["properties"]!["DisableLocalAuth"]);
        Assert.True((bool?)Bicep.Resource("Microsoft.OperationalInsights/workspaces")["properties"]!["features"]!["disableLocalAuth"]);
        Assert.Contains("Authorization=AAD", (string?)Settings["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_platforms_http_logs_are_not_collected_since_addresses_hold_tokens() =>
        Assert.DoesNotContain(Bicep.Resources, r => (string?)r["type"] == "Microsoft.Insights/diagnosticSettings");

    [Fact]
    public void The_app_runs_net_10_isolated_on_flex_consumption()
    {
        Assert.Equal("FC1", (string?)Bicep.Resource("Microsoft.Web/serverfarms")["sku"]!["name"]);
        var app = Bicep.Resource("Microsoft.Web/sites");
        Assert.Equal("functionapp,linux", (string?)app["kind"]);
        var config = app["properties"]!["functionAppConfig"]!;
        Assert.Equal("dotnet-isolated", (string?)config["runtime"]!["name"]);
        Assert.Equal("10.0", (string?)config["runtime"]!["version"]);
        Assert.Equal(512, (int?)config["scaleAndConcurrency"]!["instanceMemoryMB"]);
        Assert.Equal("UserAssignedIdentity", (string?)config["deployment"]!["storage"]!["authentication"]!["type"]);
    }

    [Fact]
    public void The_app_is_met_over_https_and_published_without_a_password()
    {
        var app = Bicep.Resource("Microsoft.Web/sites")["properties"]!;
        Assert.True((bool?)app["httpsOnly"]);
        Assert.Equal("1.2", (string?)app["siteConfig"]!["minTlsVersion"]);
        Assert.All(["ftp", "scm"], way => Assert.False((bool?)Bicep.Resource("Microsoft.Web/sites/basicPublishingCredentialsPolicies", way)["properties"]!["allow"]));
    }

    [Fact]
    public void Sign_in_is_by_one_tenant_without_a_secret_and_lets_the_open_routes_through()
    {
        var sign = Bicep.Resource("Microsoft.Web/sites/config", "authsettingsV2")["properties"]!;
        // Without the platform in front, WEBSITE_AUTH_ENABLED is not set and the app lets nobody in.
        Assert.True((bool?)sign["platform"]!["enabled"]);
        Assert.False((bool?)sign["globalValidation"]!["requireAuthentication"]);
        Assert.Equal("AllowAnonymous", (string?)sign["globalValidation"]!["unauthenticatedClientAction"]);
        var entra = sign["identityProviders"]!["azureActiveDirectory"]!["registration"]!;
        Assert.Contains("parameters('tenantId')", (string?)entra["openIdIssuer"], StringComparison.Ordinal);
        Assert.Contains((string)entra["clientSecretSettingName"]!, Settings);
        Assert.Equal("OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID", (string?)entra["clientSecretSettingName"]);
        Assert.False((bool?)sign["login"]!["tokenStore"]!["enabled"]);
    }

    [Theory]
    [InlineData("AzureWebJobsStorage__accountName", "[parameters('storageName')]")]
    [InlineData("AzureWebJobsStorage__credential", "managedidentity")]
    [InlineData("AzureWebJobsDisableHomepage", "true")]
    [InlineData("Finsam__Mail__Sender", "[parameters('mailSender')]")]
    [InlineData("Finsam__Mail__Smtp__RequireTls", "true")]
    [InlineData("Finsam__Mail__Graph__ReadMailbox", "[string(parameters('graphReadMailbox'))]")]
    [InlineData("Finsam__Mail__SendGrid__ApiKey", "[if(empty(parameters('sendGridVaultUri')), '', format('@Microsoft.KeyVault(SecretUri={0})', parameters('sendGridVaultUri')))]")]
    [InlineData("Finsam__Mail__SendGrid__Host", "[parameters('sendGridHost')]")]
    [InlineData("Finsam__Mail__SendGrid__WebhookKey", "[parameters('sendGridWebhookVerification')]")]
    public void The_setting_has_this_value(string name, string value) => Assert.Equal(value, (string?)Settings[name]);

    [Theory]
    [InlineData("AzureWebJobsStorage__clientId")]
    [InlineData("APPLICATIONINSIGHTS_CONNECTION_STRING")]
    [InlineData("Finsam__PublicUrl")]
    [InlineData("Finsam__Administrators")]
    [InlineData("Finsam__Mail__From")]
    [InlineData("Finsam__Mail__Smtp__Host")]
    public void The_setting_is_there(string name) => Assert.NotNull(Settings[name]);

    [Theory]
    // Breaks TLS and metrics on Flex Consumption.
    [InlineData("WEBSITE_TIME_ZONE")]
    [InlineData("TZ")]
    // A connection string beside the identity would win.
    [InlineData("AzureWebJobsStorage")]
    // Refused by Flex Consumption, where functionAppConfig says it.
    [InlineData("FUNCTIONS_WORKER_RUNTIME")]
    [InlineData("FUNCTIONS_EXTENSION_VERSION")]
    [InlineData("WEBSITE_RUN_FROM_PACKAGE")]
    // Set by the platform; set by us it would make a forged header believed.
    [InlineData("WEBSITE_AUTH_ENABLED")]
    public void The_setting_is_not_there(string name) => Assert.DoesNotContain(name, Settings);

    // Configuration ignores what it does not know: a misspelt setting would be silence.
    [Fact]
    public void Each_setting_of_ours_is_one_that_the_code_reads() => Assert.All(
        Settings.Select(s => s.Key.Split("__")).Where(path => path[0] == "Finsam"),
        path =>
        {
            var type = path[1] == "Mail" ? typeof(MailSettings) : typeof(Settings);
            foreach (var name in path.Skip(path[1] == "Mail" ? 2 : 1))
            {
                var property = type.GetProperty(name);
                Assert.True(property is not null, $"{string.Join("__", path)}: {type.Name} has no {name}.");
                type = property.PropertyType;
            }
        });

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", RegexOptions.IgnoreCase)]
    private static partial Regex Guids();

    [GeneratedRegex(@"\blist\w*\(", RegexOptions.IgnoreCase)]
    private static partial Regex ListCall();

    [GeneratedRegex("password|passwd|pwd|secret|token|key|sas|connection_?string", RegexOptions.IgnoreCase)]
    private static partial Regex SecretName();

    [GeneratedRegex("AccountKey|SharedAccess|sig=|Password=|BEGIN ", RegexOptions.IgnoreCase)]
    private static partial Regex SecretValue();
}
