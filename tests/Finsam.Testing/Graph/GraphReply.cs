using System.Text.Json.Nodes;

namespace Finsam.Testing.Graph;

/// <summary>What the server answers, in place of doing what is asked or when it is done.</summary>
public sealed record GraphReply
{
    /// <summary>The status.</summary>
    public int Status { get; init; }

    /// <summary>The error's code; null for an answer without a body.</summary>
    public string? Code { get; init; }

    /// <summary>The error's message.</summary>
    public string Message { get; init; } = "";

    /// <summary>A body of its own, in place of Graph's.</summary>
    public string? Html { get; init; }

    /// <summary>What it was asked for.</summary>
    public JsonObject? Json { get; init; }

    /// <summary>The header Retry-After.</summary>
    public string? RetryAfter { get; init; }

    /// <summary>The header Location.</summary>
    public string? Location { get; init; }

    /// <summary>It reads the mail and hangs up.</summary>
    public static GraphReply HangUp { get; } = new();

    /// <summary>It reads the mail and never answers.</summary>
    public static GraphReply Silence { get; } = new();

    /// <summary>An error as Graph documents it.</summary>
    public static GraphReply Error(int status, string code, string message = "", string? retryAfter = null) => new() { Status = status, Code = code, Message = message, RetryAfter = retryAfter };
}
