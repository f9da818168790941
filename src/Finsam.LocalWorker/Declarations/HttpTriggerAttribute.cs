namespace Microsoft.Azure.Functions.Worker;

/// <summary>The function answers a request.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class HttpTriggerAttribute : Attribute
{
    /// <summary>All methods, with a function key.</summary>
    public HttpTriggerAttribute() => AuthLevel = AuthorizationLevel.Function;

    /// <summary>These methods, without a key (as in the real package, though its parameterless constructor asks for one).</summary>
    /// <param name="methods">The methods.</param>
    public HttpTriggerAttribute(params string[] methods) => Methods = methods;

    /// <summary>All methods.</summary>
    /// <param name="authLevel">The key asked for.</param>
    public HttpTriggerAttribute(AuthorizationLevel authLevel) => AuthLevel = authLevel;

    /// <summary>These methods.</summary>
    /// <param name="authLevel">The key asked for.</param>
    /// <param name="methods">The methods.</param>
    public HttpTriggerAttribute(AuthorizationLevel authLevel, params string[] methods)
    {
        AuthLevel = authLevel;
        Methods = methods;
    }

    /// <summary>The route template below the prefix; the function's name when not given.</summary>
    public string? Route { get; set; }

    /// <summary>The methods; all when null.</summary>
    public string[]? Methods { get; private set; }

    /// <summary>The key asked for.</summary>
    public AuthorizationLevel AuthLevel { get; private set; }
}
